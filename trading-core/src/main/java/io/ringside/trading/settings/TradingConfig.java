package io.ringside.trading.settings;

import io.ringside.trading.market.Fees;
import io.ringside.trading.paper.PaperSettings;
import io.ringside.trading.risk.RiskLimits;
import java.util.Map;

/**
 * How this run trades; everything here decides, so it is journaled with the run and read back for a replay.
 *
 * @param paper              balances and latency of the paper venue
 * @param fees               the venue's rates
 * @param limits             of the risk gate
 * @param strategyOn         whether the strategy is on at the first start
 * @param strategyParameters by name; those that are not named have their defaults
 * @param settings           the words that all this was read from, by the names of the settings
 */
public record TradingConfig(PaperSettings paper, Fees fees, RiskLimits limits, boolean strategyOn,
                     Map<String, String> strategyParameters, Map<String, String> settings) {
}
