package io.ringside.trading.report;

import io.ringside.core.command.ReplyBody;
import io.ringside.core.command.ReplyBody.Block;
import io.ringside.core.command.ReplyBody.Line;
import io.ringside.core.command.ReplyBody.Table;
import io.ringside.core.event.Decimals;
import io.ringside.core.event.Symbols;
import io.ringside.core.event.Tick;
import io.ringside.core.runtime.Counters;
import io.ringside.trading.market.FeedHealth;
import io.ringside.trading.market.Quotes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The answer to {@code /status}: one line or table per subject.
 *
 * <p><em>Threading:</em> the ring thread, which owns what it reports.
 */
public final class StatusReport implements StatusText {

    private static final int MOST_SYMBOLS = 20;

    private static final Columns FEEDS = new Columns()
        .add("feed", "feed ").add("status", " ").add("since", " for ").add("reason", " ").add("transport", ", ");
    private static final Columns QUOTES = new Columns()
        .add("symbol", "").add("bid", " ").add("ask", " / ").add("age", ", ").add("note", " ");
    private static final Columns LATENCIES = new Columns()
        .add("stage", "latency ").add("latency", ": ");

    private final RunFacts facts;
    private final Symbols symbols;
    private final Quotes quotes;
    private final FeedHealth health;
    private final Counters counters;
    private final TickLatency latency;
    private final LongSupplier backlog;

    /**
     * @param latency of ticks, whole and by stage
     * @param backlog events in the ring that are not handled yet
     */
    public StatusReport(RunFacts facts, Symbols symbols, Quotes quotes, FeedHealth health, Counters counters,
                        TickLatency latency, LongSupplier backlog) {
        this.facts = facts;
        this.symbols = symbols;
        this.quotes = quotes;
        this.health = health;
        this.counters = counters;
        this.latency = latency;
        this.backlog = backlog;
    }

    @Override
    public ReplyBody body(long nowEpochNs, String trading) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Line("Ringside " + facts.label() + ", up " + Ages.text(nowEpochNs - facts.startEpochNs())));
        blocks.add(new Line(trading));
        blocks.add(feeds(nowEpochNs));
        addQuotes(blocks, nowEpochNs);
        blocks.add(new Line("ticks " + quotes.ticksPerSecond() + "/s, " + quotes.ticks() + " in all"));
        blocks.add(new Line("ring " + backlog.getAsLong() + " of " + facts.slots() + " slots wait, "
            + facts.waiting()));
        blocks.add(new Line("latencies of one quote in 64:"));
        blocks.add(LATENCIES.of(latency.recorders().stream().map(stage -> List.of(stage.stage(), stage.summary()))));
        blocks.add(counted());
        return new ReplyBody(blocks, List.of());
    }

    private Table feeds(long nowEpochNs) {
        return FEEDS.of(IntStream.range(0, health.connections()).mapToObj(connection -> List.of(
            Integer.toString(connection), health.status(connection).toString(),
            Ages.text(nowEpochNs - health.sinceEpochNs(connection)), "(" + health.reason(connection) + ")",
            facts.transport())));
    }

    /** All symbols; if there are too many, those with the oldest quotes. */
    private void addQuotes(List<Block> blocks, long nowEpochNs) {
        List<Integer> ids = IntStream.range(0, symbols.size()).boxed().toList();
        if (ids.size() > MOST_SYMBOLS) {
            ids = ids.stream().sorted(Comparator.comparingLong(this::receivedEpochNs)).limit(MOST_SYMBOLS).toList();
            blocks.add(new Line("the " + MOST_SYMBOLS + " oldest quotes of " + symbols.size() + " symbols:"));
        }
        blocks.add(QUOTES.of(ids.stream().map(id -> quote(id, nowEpochNs))));
    }

    private List<String> quote(int id, long nowEpochNs) {
        Tick tick = quotes.newest(id);
        return tick == null ? List.of(symbols.name(id), "", "", "", "no quote yet")
            : List.of(symbols.name(id), Decimals.toString(tick.bidPrice(), tick.priceExponent()),
                Decimals.toString(tick.askPrice(), tick.priceExponent()),
                Ages.text(nowEpochNs - tick.receivedEpochNs()) + " old", "");
    }

    private long receivedEpochNs(int id) {
        Tick tick = quotes.newest(id);
        return tick == null ? 0 : tick.receivedEpochNs();
    }

    private Line counted() {
        String counted = counters.all().stream().filter(counter -> counter.value() > 0)
            .map(counter -> counter.name() + " " + counter.value()).collect(Collectors.joining(", "));
        return new Line("counters: " + (counted.isEmpty() ? "all 0" : counted));
    }
}
