package io.ringside.trading.strategy;

import io.ringside.core.command.Arguments.StrategyOrder;
import io.ringside.core.event.Tick;
import io.ringside.core.route.TickHandler;
import io.ringside.core.route.TimerHandler;
import io.ringside.trading.decision.Decision.StrategyChanged;
import io.ringside.trading.decision.Decision.StrategyRemembered;
import io.ringside.trading.order.Order;
import io.ringside.trading.snapshot.SnapshotPart;
import io.ringside.trading.strategy.StrategySwitch.SwitchedTrader;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * One strategy and its switch: it sees quotes and timers only while it is on, the updates of its own orders always.
 * Switch and parameters survive a restart, unless their settings have changed since: then the settings win. So does its
 * memory, see {@link Strategy}.
 *
 * <p>A strategy that throws, or that cannot be recovered, is stopped: what it knows may be wrong, and a user must
 * switch it on, which resets it. When it throws, its open orders are canceled.
 *
 * <p><em>Threading:</em> the ring thread.
 */
public final class StrategyHost implements TickHandler, TimerHandler {

    private static final long LOOK_NS = TimeUnit.SECONDS.toNanos(1);

    private final StrategyConfig config;
    private final Strategy strategy;
    private final StrategySwitch power;
    private final SwitchedTrader trader;
    private final StrategyLog log;
    private final StrategyFaults faults;
    private final StrategyMemory memory;
    private final SavedSwitch saved;
    private long lookedEpochNs;

    /**
     * @param strategy with the parameters of the settings
     * @param trader   of this strategy alone
     */
    public StrategyHost(StrategyConfig config, Strategy strategy, Trader trader, StrategyLog log) {
        this.config = config;
        this.strategy = strategy;
        this.power = new StrategySwitch(config.on());
        this.trader = new SwitchedTrader(trader, power);
        this.log = log;
        this.faults = new StrategyFaults(config.name(), strategy, power, this.trader, log);
        this.memory = new StrategyMemory(config.type(), strategy, faults::stopUnreported);
        this.saved = new SavedSwitch(config, strategy, power, faults, memory);
    }

    public String name() {
        return config.name();
    }

    boolean isOn() {
        return power.isOn();
    }

    @Override
    public void onTick(Tick tick, long sequence) {
        if (power.isOn()) {
            try {
                strategy.onTick(tick, trader);
            } catch (RuntimeException failure) {
                faults.on("on a quote", failure);
            }
            if (trader.takeAsked()) {
                remember();
            }
        }
    }

    @Override
    public void onTimer(long epochNs, long sequence) {
        boolean looks = epochNs - lookedEpochNs >= LOOK_NS || epochNs < lookedEpochNs;
        lookedEpochNs = looks ? epochNs : lookedEpochNs;
        faults.report();
        if (looks) {
            faults.withdraw();
        }
        if (power.isOn()) {
            try {
                strategy.onTimer(epochNs, trader);
            } catch (RuntimeException failure) {
                faults.on("on a timer", failure);
            }
            if (trader.takeAsked() || looks) {
                remember();
            }
        }
    }

    /** One of its own orders has changed. */
    void onOrderAck(Order order) {
        if (!power.isStopped()) {
            try {
                strategy.onOrderAck(order, trader);
            } catch (RuntimeException failure) {
                faults.on("on an update of order #" + order.number(), failure);
            }
            trader.takeAsked();
            remember();
        }
    }

    /**
     * Changes parameters without recording it, for a replay with other ones. Throws {@link IllegalArgumentException}
     * for those that cannot be used.
     */
    void change(Map<String, String> parameters) {
        strategy.set(parameters);
    }

    /** Executes {@code /strategy} and returns the answer. */
    String command(StrategyOrder order) {
        return switch (order.action()) {
            case ON -> turn(true);
            case OFF -> turn(false);
            case SET -> set(order.parameters());
            case STATUS -> status();
        };
    }

    /** Applies a recorded change. */
    void restore(StrategyChanged change) {
        saved.restore(change);
    }

    /** Applies a record of its memory. */
    void restore(StrategyRemembered remembered) {
        memory.restore(remembered);
    }

    /** Its switch and parameters. */
    SnapshotPart switches() {
        return saved;
    }

    /** What it must not forget over a restart. */
    SnapshotPart memory() {
        return memory;
    }

    /** What only a replay needs: the strategy's whole state, and what is about to be done about it. */
    SnapshotPart state() {
        return new State();
    }

    private String status() {
        if (!power.isStopped()) {
            try {
                return head() + "\n" + strategy.status();
            } catch (RuntimeException failure) {
                faults.on("when its status was asked for", failure);
            }
        }
        return head() + "\nstopped: " + power.detail();
    }

    private String turn(boolean wanted) {
        if (power.isOn() == wanted) {
            return "strategy " + head() + " already";
        }
        return change("when it was switched on", () -> {
            if (wanted) {
                strategy.reset();
                faults.setWithdraws(false);
            }
            power.turn(wanted);
        }, "");
    }

    private String set(Map<String, String> parameters) {
        return change("when its parameters were set", () -> strategy.set(parameters), "; its state is reset");
    }

    private String change(String when, Runnable step, String note) {
        try {
            step.run();
        } catch (IllegalArgumentException invalid) {
            return "✗ nothing changed: " + invalid.getMessage();
        } catch (RuntimeException failure) {
            faults.on(when, failure);
            return failed();
        }
        log.record(faults.changed());
        boolean stopped = power.isStopped();
        remember();
        return power.isStopped() == stopped ? "✓ strategy " + head() + note : failed();
    }

    private String failed() {
        return "✗ strategy " + head() + ": " + power.detail();
    }

    /** Journals its memory if that has changed. */
    private void remember() {
        if (!power.isStopped()) {
            try {
                if (memory.update()) {
                    log.record(memory.decision(config.name()));
                }
            } catch (RuntimeException failure) {
                faults.on("when its memory was written", failure);
            }
        }
    }

    /** Name, switch and parameters. */
    String head() {
        return config.name() + " " + (power.isOn() ? "on" : "off") + ", " + strategy.parameters();
    }

    private final class State implements SnapshotPart {

        @Override
        public int version() {
            return strategy.version();
        }

        @Override
        public void save(DataOutput out) throws IOException {
            out.writeBoolean(faults.withdraws());
            out.writeLong(lookedEpochNs);
            strategy.save(out);
        }

        @Override
        public void load(DataInput in, int version) throws IOException {
            faults.setWithdraws(in.readBoolean());
            lookedEpochNs = in.readLong();
            strategy.load(in, version);
        }
    }
}
