package io.ringside.trading.strategy;

import io.ringside.core.command.Arguments.StrategyOrder;
import io.ringside.core.event.Tick;
import io.ringside.core.route.TickHandler;
import io.ringside.core.route.TimerHandler;
import io.ringside.trading.decision.ChangeReason;
import io.ringside.trading.decision.Decision.StrategyChanged;
import io.ringside.trading.decision.DecisionLog;
import io.ringside.trading.market.RingTime;
import io.ringside.trading.order.Order;
import io.ringside.trading.snapshot.SnapshotPart;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One strategy and its switch: it sees events only while it is on. Switch and parameters survive a restart, unless
 * their settings have changed since: then the settings win.
 *
 * <p><em>Threading:</em> the ring thread.
 */
public final class StrategyHost implements TickHandler, TimerHandler, SnapshotPart {

    private final StrategyConfig config;
    private final Strategy strategy;
    private final Trader trader;
    private final DecisionLog decisions;
    private final RingTime time;
    private final String configuredParameters;
    private boolean on;
    private boolean settingsHold = true;

    /**
     * @param strategy with the parameters of the settings
     * @param trader   of this strategy alone
     */
    public StrategyHost(StrategyConfig config, Strategy strategy, Trader trader, DecisionLog decisions,
                        RingTime time) {
        this.config = config;
        this.strategy = strategy;
        this.trader = trader;
        this.decisions = decisions;
        this.time = time;
        this.configuredParameters = strategy.parameters();
        this.on = config.on();
    }

    public String name() {
        return config.name();
    }

    Strategy strategy() {
        return strategy;
    }

    boolean isOn() {
        return on;
    }

    @Override
    public void onTick(Tick tick, long sequence) {
        if (on) {
            strategy.onTick(tick, trader);
        }
    }

    @Override
    public void onTimer(long epochNs, long sequence) {
        if (on) {
            strategy.onTimer(epochNs, trader);
        }
    }

    /** One of its own orders has changed. */
    void onOrderAck(Order order) {
        if (on) {
            strategy.onOrderAck(order, trader);
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
            case STATUS -> head() + "\n" + strategy.status();
        };
    }

    /** Applies a recorded change, unless the snapshot before it was of other settings. */
    public void restore(StrategyChanged change) {
        if (settingsHold) {
            recover(change.on(), change.parameters());
        }
    }

    @Override
    public void save(DataOutput out) throws IOException {
        out.writeUTF(config.type());
        out.writeBoolean(config.on());
        out.writeUTF(configuredParameters);
        out.writeBoolean(on);
        out.writeUTF(strategy.parameters());
    }

    @Override
    public void load(DataInput in, int version) throws IOException {
        boolean sameSettings = in.readUTF().equals(config.type()) & in.readBoolean() == config.on()
            & in.readUTF().equals(configuredParameters);
        boolean savedOn = in.readBoolean();
        String savedParameters = in.readUTF();
        settingsHold = sameSettings;
        if (settingsHold) {
            recover(savedOn, savedParameters);
        }
    }

    /** Parameters that this run cannot use (a symbol is gone) leave the strategy off, as the settings made it. */
    private void recover(boolean savedOn, String savedParameters) {
        try {
            strategy.set(parse(List.of(savedParameters.split(" "))));
            on = savedOn;
        } catch (IllegalArgumentException unusable) {
            on = false;
        }
    }

    private String turn(boolean wanted) {
        if (on == wanted) {
            return "strategy " + head() + " already";
        }
        on = wanted;
        if (on) {
            strategy.reset();
        }
        recordChange();
        return "✓ strategy " + head();
    }

    private String set(Map<String, String> parameters) {
        try {
            strategy.set(parameters);
        } catch (IllegalArgumentException invalid) {
            return "✗ nothing changed: " + invalid.getMessage();
        }
        recordChange();
        return "✓ strategy " + head() + "; its state is reset";
    }

    private void recordChange() {
        decisions.record(new StrategyChanged(config.name(), on, strategy.parameters(), ChangeReason.USER, ""),
            time.sequence());
    }

    /** Name, switch and parameters. */
    String head() {
        return config.name() + " " + (on ? "on" : "off") + ", " + strategy.parameters();
    }

    /** A strategy without parameters saves an empty text, which is not a word. */
    private static Map<String, String> parse(List<String> words) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String word : words) {
            int equals = word.indexOf('=');
            if (equals > 0) {
                values.put(word.substring(0, equals), word.substring(equals + 1));
            }
        }
        return values;
    }
}
