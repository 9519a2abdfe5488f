package io.ringside.trading.settings;

import io.ringside.trading.market.Fees;
import io.ringside.trading.paper.PaperSettings;
import io.ringside.trading.risk.RiskLimits;
import io.ringside.trading.strategy.StrategyConfig;
import java.util.List;
import java.util.Map;

/**
 * How this run trades. All of it affects decisions, so it is journaled with the run and read back for a replay.
 *
 * @param paper              balances and latency of the paper venue
 * @param fees               the venue's rates
 * @param limits             of the risk gate
 * @param strategies         in the order in which they are called
 * @param settings           the raw settings by name
 */
public record TradingConfig(PaperSettings paper, Fees fees, RiskLimits limits, List<StrategyConfig> strategies,
                     Map<String, String> settings) {
}
