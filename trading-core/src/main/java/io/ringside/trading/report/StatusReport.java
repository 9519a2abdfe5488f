package io.ringside.trading.report;

import io.ringside.core.event.Decimals;
import io.ringside.core.event.Symbols;
import io.ringside.core.event.Tick;
import io.ringside.core.runtime.Counters;
import io.ringside.core.runtime.LatencyRecorder;
import io.ringside.trading.market.FeedHealth;
import io.ringside.trading.market.Quotes;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The answer to {@code /status}: plain text, one matter a line.
 *
 * <p><em>Threading:</em> the ring thread, which owns what it reports.
 */
public final class StatusReport implements StatusText {

    private static final int MOST_SYMBOLS = 20;

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
    public String text(long nowEpochNs, String trading) {
        StringBuilder out = new StringBuilder(512);
        out.append("Ringside ").append(facts.label())
            .append(", up ").append(Ages.text(nowEpochNs - facts.startEpochNs()))
            .append('\n').append(trading).append('\n');
        appendFeeds(out, nowEpochNs);
        appendQuotes(out, nowEpochNs);
        out.append("ticks ").append(quotes.ticksPerSecond()).append("/s, ").append(quotes.ticks()).append(" in all\n");
        out.append("ring ").append(backlog.getAsLong()).append(" of ").append(facts.slots()).append(" slots wait, ")
            .append(facts.waiting()).append('\n');
        for (LatencyRecorder stage : latency.recorders()) {
            out.append("latency ").append(stage.stage()).append(": ").append(stage.summary()).append('\n');
        }
        appendCounters(out);
        return out.toString();
    }

    private void appendFeeds(StringBuilder out, long nowEpochNs) {
        for (int connection = 0; connection < health.connections(); connection++) {
            out.append("feed ").append(connection).append(' ').append(health.status(connection))
                .append(" for ").append(Ages.text(nowEpochNs - health.sinceEpochNs(connection)))
                .append(" (").append(health.reason(connection)).append("), ").append(facts.transport()).append('\n');
        }
    }

    /** All symbols, or of very many those whose quotes are oldest. */
    private void appendQuotes(StringBuilder out, long nowEpochNs) {
        List<Integer> ids = IntStream.range(0, symbols.size()).boxed().toList();
        if (ids.size() > MOST_SYMBOLS) {
            ids = ids.stream().sorted(Comparator.comparingLong(this::receivedEpochNs)).limit(MOST_SYMBOLS).toList();
            out.append("the ").append(MOST_SYMBOLS).append(" oldest quotes of ").append(symbols.size())
                .append(" symbols:\n");
        }
        for (int id : ids) {
            appendQuote(out, id, nowEpochNs);
        }
    }

    private void appendQuote(StringBuilder out, int id, long nowEpochNs) {
        out.append(symbols.name(id)).append(' ');
        Tick tick = quotes.newest(id);
        if (tick == null) {
            out.append("no quote yet\n");
            return;
        }
        Decimals.append(out, tick.bidPrice(), tick.priceExponent()).append(" / ");
        Decimals.append(out, tick.askPrice(), tick.priceExponent()).append(", ")
            .append(Ages.text(nowEpochNs - tick.receivedEpochNs())).append(" old\n");
    }

    private long receivedEpochNs(int id) {
        Tick tick = quotes.newest(id);
        return tick == null ? 0 : tick.receivedEpochNs();
    }

    private void appendCounters(StringBuilder out) {
        String counted = counters.all().stream().filter(counter -> counter.value() > 0)
            .map(counter -> counter.name() + " " + counter.value()).collect(Collectors.joining(", "));
        out.append("counters: ").append(counted.isEmpty() ? "all 0" : counted);
    }
}
