package io.ringside.trading.strategy;

import io.ringside.trading.decision.ChangeReason;
import io.ringside.trading.decision.Decision.StrategyChanged;
import io.ringside.trading.strategy.StrategySwitch.SwitchedTrader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What becomes of a strategy that fails: it is stopped by a recorded decision, users are told once, and its open orders
 * are canceled, however often the venue has to be asked.
 *
 * <p><em>Threading:</em> the ring thread.
 */
final class StrategyFaults {

    private static final Logger LOG = LoggerFactory.getLogger(StrategyFaults.class);

    private final String name;
    private final Strategy strategy;
    private final StrategySwitch power;
    private final SwitchedTrader trader;
    private final StrategyLog log;
    private boolean withdraws;

    StrategyFaults(String name, Strategy strategy, StrategySwitch power, SwitchedTrader trader, StrategyLog log) {
        this.name = name;
        this.strategy = strategy;
        this.power = power;
        this.trader = trader;
        this.log = log;
    }

    /** It has thrown; {@code when} completes "it failed". */
    void on(String when, RuntimeException failure) {
        LOG.error("strategy {} failed {}", name, when, failure);
        stop(ChangeReason.FAULT, "it failed " + when + ": " + StrategyLog.text(failure));
        withdraws = !trader.tryWithdraw();
    }

    /** Stops it while there is no journal yet; {@link #report} records it and tells users. */
    void stopUnreported(String why) {
        if (!power.isStopped()) {
            power.stop(ChangeReason.STATE, why, false);
        }
    }

    /** Reports a stop that was found during a recovery. */
    void report() {
        if (!power.isReported()) {
            stop(power.reason(), power.detail());
        }
    }

    /** Asks again for cancels that the venue could not be asked for. */
    void withdraw() {
        if (withdraws) {
            withdraws = !trader.tryWithdraw();
        }
    }

    /** The orders of a strategy that failed are to be canceled; false once a user has switched it on. */
    void setWithdraws(boolean wanted) {
        withdraws = wanted;
    }

    boolean withdraws() {
        return withdraws;
    }

    /** Switch and parameters as they are now. */
    StrategyChanged changed() {
        return new StrategyChanged(name, power.isOn(), strategy.parameters(), power.reason(), power.detail());
    }

    private void stop(ChangeReason reason, String why) {
        power.stop(reason, why, true);
        StrategyChanged change = changed();
        log.record(change);
        log.alert(change);
    }
}
