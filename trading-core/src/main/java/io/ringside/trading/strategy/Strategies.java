package io.ringside.trading.strategy;

import io.ringside.core.command.Arguments.StrategyOrder;
import io.ringside.core.command.Arguments.StrategyOrder.Action;
import io.ringside.core.event.Tick;
import io.ringside.core.route.TickHandler;
import io.ringside.core.route.TimerHandler;
import io.ringside.trading.decision.Decision.StrategyChanged;
import io.ringside.trading.decision.Decision.StrategyRemembered;
import io.ringside.trading.order.Order;
import io.ringside.trading.snapshot.SnapshotPart;
import io.ringside.trading.snapshot.StateFields;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * All strategies of a run, called in the order of the settings. Each has a name, a switch, parameters and state of its
 * own, and sees only the updates of its own orders.
 *
 * <p><em>Threading:</em> the ring thread.
 */
public final class Strategies implements TickHandler, TimerHandler {

    private final StrategyHost[] hosts;

    public Strategies(List<StrategyHost> inOrder) {
        hosts = inOrder.toArray(StrategyHost[]::new);
    }

    @Override
    public void onTick(Tick tick, long sequence) {
        for (StrategyHost host : hosts) {
            host.onTick(tick, sequence);
        }
    }

    @Override
    public void onTimer(long epochNs, long sequence) {
        for (StrategyHost host : hosts) {
            host.onTimer(epochNs, sequence);
        }
    }

    /** An order of any source has changed. */
    public void onOrderAck(Order order) {
        StrategyHost host = find(order.placed().source());
        if (host != null) {
            host.onOrderAck(order);
        }
    }

    /** Executes {@code /strategy} and returns the answer. */
    public String command(StrategyOrder order) {
        if (!order.strategy().isEmpty()) {
            StrategyHost host = find(order.strategy());
            return host == null ? "✗ no strategy is named '" + order.strategy() + "'; there are " + names()
                : host.command(order);
        }
        if (hosts.length == 1) {
            return hosts[0].command(order);
        }
        return order.action() == Action.STATUS
            ? Arrays.stream(hosts).map(host -> host.command(order)).collect(Collectors.joining("\n"))
            : "✗ which strategy? Name one of " + names() + ", e.g. /strategy " + hosts[0].name() + " on";
    }

    /** Names, switches and parameters, in one line. */
    public String summary() {
        return (hosts.length == 1 ? "strategy " : "strategies ")
            + Arrays.stream(hosts).map(StrategyHost::head).collect(Collectors.joining("; "));
    }

    /**
     * Changes parameters without recording it, for a replay with other ones. Throws {@link IllegalArgumentException}
     * for those that cannot be used.
     *
     * @param parameters by name, as {@code fast}, or {@code trend.fast} for the strategy named trend
     */
    public void change(Map<String, String> parameters) {
        Map<String, Map<String, String>> byStrategy = new HashMap<>();
        parameters.forEach((name, value) -> {
            int dot = name.indexOf('.');
            String strategy = dot < 0 && hosts.length == 1 ? hosts[0].name() : name.substring(0, Math.max(dot, 0));
            if (find(strategy) == null) {
                throw new IllegalArgumentException("'" + name + "' names no strategy; there are " + names()
                    + ", write e.g. " + hosts[0].name() + "." + name.substring(dot + 1) + "=" + value);
            }
            byStrategy.computeIfAbsent(strategy, any -> new HashMap<>()).put(name.substring(dot + 1), value);
        });
        byStrategy.forEach((strategy, changes) -> find(strategy).change(changes));
    }

    /** Applies a recorded change; one of a strategy that this run does not have is ignored. */
    public void restore(StrategyChanged change) {
        StrategyHost host = find(change.strategy());
        if (host != null) {
            host.restore(change);
        }
    }

    /** Applies a record of what a strategy remembers; one of a strategy that this run does not have is ignored. */
    public void restore(StrategyRemembered remembered) {
        StrategyHost host = find(remembered.strategy());
        if (host != null) {
            host.restore(remembered);
        }
    }

    /** Switches and parameters, which outlive a process. */
    public SnapshotPart switches() {
        return new ByName(StrategyHost::switches);
    }

    /** What the strategies remember, which does so too; to be loaded after {@link #switches()}. */
    public SnapshotPart memories() {
        return new ByName(StrategyHost::memory);
    }

    /** The strategies' whole state, which does not. */
    public SnapshotPart states() {
        return new ByName(StrategyHost::state);
    }

    /** Null if the name is unknown. */
    StrategyHost find(String name) {
        for (StrategyHost host : hosts) {
            if (host.name().equals(name)) {
                return host;
            }
        }
        return null;
    }

    private String names() {
        return Arrays.stream(hosts).map(StrategyHost::name).collect(Collectors.joining(", "));
    }

    /** One part per strategy, saved with its name: the part of a removed strategy is dropped. */
    private final class ByName implements SnapshotPart {

        private final Function<StrategyHost, SnapshotPart> part;

        ByName(Function<StrategyHost, SnapshotPart> part) {
            this.part = part;
        }

        @Override
        public void save(DataOutput out) throws IOException {
            out.writeInt(hosts.length);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            for (StrategyHost host : hosts) {
                out.writeUTF(host.name());
                if (StateFields.isReading(out)) {
                    part.apply(host).save(out);
                    continue;
                }
                bytes.reset();
                part.apply(host).save(new DataOutputStream(bytes));
                out.writeShort(part.apply(host).version());
                out.writeInt(bytes.size());
                out.write(bytes.toByteArray());
            }
        }

        @Override
        public void load(DataInput in, int version) throws IOException {
            for (int left = in.readInt(); left > 0; left--) {
                StrategyHost host = find(in.readUTF());
                int partVersion = in.readUnsignedShort();
                int lengthBytes = in.readInt();
                if (lengthBytes < 0) {
                    throw new IOException("the state of a strategy has " + lengthBytes + " bytes");
                }
                byte[] bytes = new byte[lengthBytes];
                in.readFully(bytes);
                if (host != null) {
                    part.apply(host).load(new DataInputStream(new ByteArrayInputStream(bytes)),
                        partVersion);
                }
            }
        }
    }
}
