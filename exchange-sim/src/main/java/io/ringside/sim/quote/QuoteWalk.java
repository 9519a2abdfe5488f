package io.ringside.sim.quote;

import io.ringside.core.event.Symbols;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/**
 * A generated random walk, the symbols in turn at an even rate. The same seed gives the same messages in the same
 * order, whatever the clients do; a client that is too slow misses some. Above 1,000 quotes per second they come in
 * bursts, one per millisecond; a walk that is late by more than 100 ms skips the rest.
 *
 * <p><em>Threading:</em> as {@link QuoteSource} says.
 */
public final class QuoteWalk implements QuoteSource {

    private static final long SECOND_NS = 1_000_000_000L;
    private static final long MAX_BEHIND_NS = 100_000_000L;
    private static final long SHORTEST_PERIOD_NS = 1_000_000L;
    private static final int MAX_RATE = 1_000_000;
    private static final int FLUSH_EVERY = 64;

    private final List<WalkingBook> books = new ArrayList<>();
    private final long quotesPerSecond;
    private final RandomGenerator random;
    private final LongSupplier nanoClock;
    private QuoteOutlet outlet;
    private long paidNs;
    private int next;

    /**
     * @param symbols       in any case
     * @param ratePerSymbol quotes per second and symbol, from 1; at most 1,000,000 over all symbols
     */
    public QuoteWalk(List<String> symbols, int ratePerSymbol, RandomGenerator random, LongSupplier nanoClock) {
        for (String symbol : Symbols.of(symbols).names()) {
            books.add(new WalkingBook(symbol));
        }
        this.quotesPerSecond = (long) ratePerSymbol * books.size();
        if (ratePerSymbol < 1 || quotesPerSecond > MAX_RATE) {
            throw new IllegalArgumentException("ratePerSymbol is " + ratePerSymbol + " for " + books.size()
                + " symbols, allowed are 1 and more, and " + MAX_RATE + " over all symbols");
        }
        this.random = random;
        this.nanoClock = nanoClock;
    }

    @Override
    public CompletionStage<List<ListedSymbol>> listed() {
        return CompletableFuture.completedFuture(books.stream().map(WalkingBook::listed).toList());
    }

    @Override
    public void open() {
        // Nothing to acquire: all is made up.
    }

    @Override
    public void start(QuoteOutlet quoteOutlet) {
        outlet = quoteOutlet;
        paidNs = nanoClock.getAsLong();
        long periodNs = Math.max(SHORTEST_PERIOD_NS, SECOND_NS / quotesPerSecond);
        outlet.executor().scheduleAtFixedRate(this::onTurn, periodNs, periodNs, TimeUnit.NANOSECONDS);
    }

    @Override
    public void onOutletChanged() {
        // A walk does not wait for anybody.
    }

    @Override
    public void close() {
        // The turns have ended with the event loop.
    }

    /** Produces what is due since the last turn. */
    void onTurn() {
        long nowNs = nanoClock.getAsLong();
        paidNs = Math.max(paidNs, nowNs - MAX_BEHIND_NS);
        long due = (nowNs - paidNs) * quotesPerSecond / SECOND_NS;
        paidNs += due * SECOND_NS / quotesPerSecond;
        for (long i = 1; i <= due; i++) {
            WalkingBook book = step();
            if (outlet.isWanted(book.stream())) {
                outlet.write(book.message());
            }
            if (i % FLUSH_EVERY == 0) {
                outlet.flush();
            }
        }
        outlet.flush();
    }

    /** The next message of the walk. */
    QuoteMessage next() {
        return step().message();
    }

    private WalkingBook step() {
        WalkingBook book = books.get(next);
        next = (next + 1) % books.size();
        book.step(random);
        return book;
    }
}
