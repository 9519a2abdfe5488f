package io.ringside.trading.strategy;

import io.ringside.core.command.Arguments.StrategyOrder;
import io.ringside.core.event.Tick;
import io.ringside.core.route.TickHandler;
import io.ringside.core.route.TimerHandler;
import io.ringside.trading.decision.ChangeReason;
import io.ringside.trading.decision.Decision.StrategyChanged;
import io.ringside.trading.decision.Decision.StrategyRemembered;
import io.ringside.trading.order.Order;
import io.ringside.trading.snapshot.SnapshotPart;
import io.ringside.trading.snapshot.StateFields;
import io.ringside.trading.strategy.StrategySwitch.SwitchedTrader;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

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
public final class StrategyHost implements TickHandler, TimerHandler, SnapshotPart {

    private static final Logger LOG = LoggerFactory.getLogger(StrategyHost.class);
    private static final long LOOK_NS = TimeUnit.SECONDS.toNanos(1);

    private final StrategyConfig config;
    private final Strategy strategy;
    private final StrategySwitch power;
    private final SwitchedTrader trader;
    private final StrategyLog log;
    private final StrategyMemory memory;
    private final String configuredParameters;
    private boolean settingsHold = true;
    private boolean withdraws;
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
        this.memory = new StrategyMemory(config.type(), strategy, this::stopUnreported);
        this.configuredParameters = strategy.parameters();
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
                fail("on a quote", failure);
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
        if (!power.isReported()) {
            stop(power.reason(), power.detail());
        }
        if (withdraws && looks) {
            withdraws = !trader.tryWithdraw();
        }
        if (power.isOn()) {
            try {
                strategy.onTimer(epochNs, trader);
            } catch (RuntimeException failure) {
                fail("on a timer", failure);
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
                fail("on an update of order #" + order.number(), failure);
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
            case STATUS -> head() + "\n" + (power.isStopped() ? "stopped: " + power.detail() : strategy.status());
        };
    }

    /** Applies a recorded change, unless the snapshot before it was of other settings. */
    void restore(StrategyChanged change) {
        if (!settingsHold) {
            return;
        }
        boolean isSet = change.reason() == ChangeReason.USER
            && (change.on() == power.isOn() || !change.parameters().equals(strategy.parameters()));
        power.restore(change.on(), change.reason(), change.detail());
        if (isSet) {
            recover(change.parameters());
        } else if (change.on()) {
            strategy.reset();
        }
        if (isSet || change.on()) {
            memory.update();
        }
    }

    /** Applies a record of its memory. */
    void restore(StrategyRemembered remembered) {
        memory.restore(remembered);
    }

    /** What it must not forget over a restart. */
    SnapshotPart memory() {
        return memory;
    }

    /** What only a replay needs: the strategy's whole state, and what is about to be done about it. */
    SnapshotPart state() {
        return new State();
    }

    @Override
    public void save(DataOutput out) throws IOException {
        out.writeUTF(config.type());
        out.writeBoolean(config.on());
        out.writeUTF(configuredParameters);
        StateFields.name(out, "parameters", name());
        out.writeUTF(strategy.parameters());
        power.save(out);
    }

    @Override
    public void load(DataInput in, int version) throws IOException {
        settingsHold = in.readUTF().equals(config.type()) & in.readBoolean() == config.on()
            & in.readUTF().equals(configuredParameters);
        String savedParameters = in.readUTF();
        (settingsHold ? power : new StrategySwitch(false)).load(in);
        if (settingsHold) {
            // Cancels that were on their way may be lost with the process.
            withdraws = power.reason() == ChangeReason.FAULT;
            recover(savedParameters);
        }
    }

    /** Parameters that this run cannot use (a symbol is gone) leave it stopped, with those of the settings. */
    private void recover(String savedParameters) {
        try {
            strategy.set(StrategyConfig.parameters(savedParameters));
        } catch (RuntimeException unusable) {
            stopUnreported("its parameters " + savedParameters + " cannot be used: "
                + StrategyLog.text(unusable));
        }
    }

    private String turn(boolean wanted) {
        if (power.isOn() == wanted) {
            return "strategy " + head() + " already";
        }
        return change("when it was switched on", () -> {
            if (wanted) {
                strategy.reset();
                withdraws = false;
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
            fail(when, failure);
            return "✗ strategy " + head() + ": " + power.detail();
        }
        log.record(changed());
        remember();
        return "✓ strategy " + head() + note;
    }

    private StrategyChanged changed() {
        return new StrategyChanged(config.name(), power.isOn(), strategy.parameters(), power.reason(),
            power.detail());
    }

    /** Journals its memory if that has changed. */
    private void remember() {
        if (!power.isStopped()) {
            try {
                if (memory.update()) {
                    log.record(memory.decision(config.name()));
                }
            } catch (RuntimeException failure) {
                fail("when its memory was written", failure);
            }
        }
    }

    private void fail(String when, RuntimeException failure) {
        LOG.error("strategy {} failed {}", config.name(), when, failure);
        stop(ChangeReason.FAULT, "it failed " + when + ": " + StrategyLog.text(failure));
        withdraws = !trader.tryWithdraw();
    }

    private void stop(ChangeReason reason, String why) {
        power.stop(reason, why, true);
        StrategyChanged change = changed();
        log.record(change);
        log.alert(change);
    }

    /** While there is no journal: the first timer records it and tells users. */
    private void stopUnreported(String why) {
        if (!power.isStopped()) {
            power.stop(ChangeReason.STATE, why, false);
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
            out.writeBoolean(withdraws);
            out.writeLong(lookedEpochNs);
            strategy.save(out);
        }

        @Override
        public void load(DataInput in, int version) throws IOException {
            withdraws = in.readBoolean();
            lookedEpochNs = in.readLong();
            strategy.load(in, version);
        }
    }
}
