package io.ringside.trading.strategy.crossover;

import io.ringside.core.event.Origin;
import io.ringside.core.event.Symbols;
import io.ringside.core.event.Tick;
import io.ringside.trading.market.Instruments;
import io.ringside.trading.order.Order;
import io.ringside.trading.strategy.Strategy;
import io.ringside.trading.strategy.Trader;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

/**
 * Buys when the fast average of the mid price rises above the slow one, sells all of the position when it falls below:
 * long only, with market orders, once per crossing. It compares exactly, in integers.
 *
 * <p>Windows of ticks ({@code fast=20 slow=100}): the averages over the mids of the last so many quotes of the symbol.
 * Windows of time ({@code fast=30s slow=5m}): one sample per second of event time, the newest mid at its end; the
 * averages over the last so many whole seconds, the one that runs not counted. A second without a quote has the mid
 * before it, as the book did not change; after more seconds than the long window has without one, or when the clock is
 * set back by more than 10 s, the windows are reset.
 *
 * <p>An entry needs full windows, an ended cool-down, no open order and no position; otherwise the crossing is ignored.
 * An exit that cannot be placed at once stays due while the fast average is below (see {@link Crossing}). A position
 * that cannot be sold, below a step or the minimum notional, counts as none. What a user bought is not its position.
 * After its position was sold for it, by {@code /closeall}, it cools down.
 *
 * <p><em>Threading:</em> the ring thread. A tick that brings no order takes constant time and allocates nothing; a
 * second of time costs one sample per symbol.
 */
public final class MovingAverageCrossover implements Strategy {

    private static final int MAX_PARAMETER_BYTES = 1 << 20;

    private final Instruments instruments;
    private final Origin origin;
    /** By symbol id; null for symbols that are not traded. */
    private final SymbolView[] views;
    private CrossoverSettings settings;
    private CrossoverOrders orders;
    private long nowEpochNs;

    private MovingAverageCrossover(CrossoverSettings settings, Instruments instruments, Origin origin) {
        this.instruments = instruments;
        this.origin = origin;
        this.views = new SymbolView[instruments.symbols()];
        begin(settings);
    }

    /**
     * Missing parameters default to {@code fast=20 slow=100 size=100 cooldown=1m symbols=all}; errors are thrown as by
     * {@link #set}.
     *
     * @param origin where the answers to its orders go
     */
    public static MovingAverageCrossover of(Map<String, String> parameters, Instruments instruments, Origin origin) {
        return new MovingAverageCrossover(CrossoverSettings.defaults().with(parameters, instruments), instruments,
            origin);
    }

    @Override
    public void onTick(Tick tick, Trader trader) {
        nowEpochNs = tick.receivedEpochNs();
        SymbolView view = views[tick.symbolId()];
        if (view != null && (settings.slow().timed() ? view.onTimedTick(tick) : view.onTick(tick))) {
            orders.act(tick.symbolId(), view, nowEpochNs, trader);
        }
    }

    @Override
    public void onOrderAck(Order order, Trader trader) {
        SymbolView view = views[order.placed().symbolId()];
        if (view != null) {
            // It may be off, and see no quotes and timers.
            nowEpochNs = Math.max(nowEpochNs, order.updatedEpochNs());
            orders.onUpdate(order, view.pause(), nowEpochNs);
        }
    }

    @Override
    public void onTimer(long epochNs, Trader trader) {
        nowEpochNs = epochNs;
        if (!settings.slow().timed()) {
            return;
        }
        for (int id = 0; id < views.length; id++) {
            if (views[id] != null) {
                views[id].advance(epochNs);
                orders.act(id, views[id], nowEpochNs, trader);
            }
        }
    }

    @Override
    public String parameters() {
        return settings.text();
    }

    /** Running cool-downs go on; windows and signals are cleared. */
    @Override
    public void set(Map<String, String> changes) {
        begin(settings.with(changes, instruments));
    }

    @Override
    public String status() {
        StringBuilder out = new StringBuilder(256);
        for (int id = 0; id < views.length; id++) {
            if (views[id] != null) {
                out.append(out.length() == 0 ? "" : "\n").append(instruments.name(id)).append(": ");
                views[id].appendStatus(out, settings, nowEpochNs);
            }
        }
        return out.length() == 0 ? "no symbol to trade" : out.toString();
    }

    @Override
    public void save(DataOutput out) throws IOException {
        byte[] parameters = parameters().getBytes(StandardCharsets.UTF_8);
        out.writeInt(parameters.length);
        out.write(parameters);
        out.writeLong(nowEpochNs);
        out.writeInt((int) Arrays.stream(views).filter(view -> view != null).count());
        for (int id = 0; id < views.length; id++) {
            if (views[id] != null) {
                out.writeUTF(instruments.name(id));
                views[id].save(out);
            }
        }
    }

    /** A symbol that this run does not know is dropped, one that the snapshot does not know begins empty. */
    @Override
    public void load(DataInput in, int version) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > MAX_PARAMETER_BYTES) {
            throw new IOException("parameters of " + length + " bytes, allowed are 0 to " + MAX_PARAMETER_BYTES);
        }
        byte[] parameters = new byte[length];
        in.readFully(parameters);
        CrossoverSettings saved = CrossoverSettings.saved(new String(parameters, StandardCharsets.UTF_8), instruments);
        Arrays.fill(views, null);
        begin(saved);
        nowEpochNs = in.readLong();
        for (int left = in.readInt(); left > 0; left--) {
            viewOf(in.readUTF()).load(in);
        }
    }

    /** Exits that are due, cool-downs and where the averages stood; nothing of symbols that have none of it. */
    @Override
    public void saveMemory(DataOutput out) throws IOException {
        out.writeInt((int) Arrays.stream(views).filter(view -> view != null && view.hasMemory()).count());
        for (int id = 0; id < views.length; id++) {
            if (views[id] != null && views[id].hasMemory()) {
                out.writeUTF(instruments.name(id));
                views[id].saveMemory(out);
            }
        }
    }

    @Override
    public void loadMemory(DataInput in, int version) throws IOException {
        for (int left = in.readInt(); left > 0; left--) {
            viewOf(in.readUTF()).loadMemory(in);
        }
    }

    /** Windows are emptied; parameters, cool-downs and exits that are due stay. */
    @Override
    public void reset() {
        for (SymbolView view : views) {
            if (view != null) {
                view.forget();
            }
        }
    }

    private void begin(CrossoverSettings changed) {
        settings = changed;
        orders = new CrossoverOrders(changed, origin);
        for (int id = 0; id < views.length; id++) {
            // One after the other, so that old and new windows never are in memory together.
            OrderPause pause = views[id] == null ? null : views[id].pause();
            views[id] = null;
            views[id] = changed.trades(id, instruments) ? newView(pause) : null;
        }
    }

    /** A view that is dropped for a symbol that this run does not trade. */
    private SymbolView viewOf(String symbol) {
        int id = instruments.symbolId(symbol);
        return id != Symbols.UNKNOWN && views[id] != null ? views[id] : newView(null);
    }

    private SymbolView newView(OrderPause pause) {
        return new SymbolView(new AverageWindows(settings.fast().count(), settings.slow().count()), new Crossing(),
            pause == null ? new OrderPause() : pause);
    }
}
