package io.ringside.trading.engine;

import io.ringside.core.event.Origin;
import io.ringside.trading.decision.AccountId;
import io.ringside.trading.market.Instrument;
import io.ringside.trading.market.TradeFixtures;
import io.ringside.trading.risk.RiskDesk;
import io.ringside.trading.settings.StrategyTypes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The run of a {@link CoreRig}: its account, its limits, and fakes as its strategies. */
final class CoreRun {

    private CoreRun() {
    }

    /** The limits are {@link RiskDesk#LIMITS}. */
    static RunRecord of(long runId, List<Instrument> instruments, Origin alerts, Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(RiskDesk.SETTINGS);
        all.put("PAPER_BALANCES", "10000USDT");
        all.putAll(settings);
        return new RunRecord(runId, TradeFixtures.SYMBOLS.names(), new int[]{0, 1, 1, 1}, 2, 0, alerts, true, all,
            instruments, AccountId.PAPER);
    }

    /** Each under the name in its place. */
    static StrategyTypes types(String names, List<FakeStrategy> strategies) {
        StrategyTypes types = StrategyTypes.builtIn();
        String[] inOrder = names.split(",");
        for (int i = 0; i < inOrder.length; i++) {
            FakeStrategy one = strategies.get(i);
            types = types.with(inOrder[i], (parameters, known, alerts) -> one);
        }
        return types;
    }
}
