package io.ringside.pipeline;

import io.ringside.sim.quote.ListedSymbol;
import io.ringside.sim.quote.QuoteMessage;
import io.ringside.sim.quote.QuoteOutlet;
import io.ringside.sim.quote.QuoteSource;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** So many quotes of BTCUSDT and ETHUSDT in turn, 5,000 a second, then silence. Remembers the last of each. */
final class Burst implements QuoteSource {

    private static final int QUOTES_PER_TURN = 50;
    private static final long TURN_MS = 10;
    private static final String[] SYMBOLS = {"BTCUSDT", "ETHUSDT"};

    private final CountDownLatch over = new CountDownLatch(1);
    private final Map<String, String> lastBids = new ConcurrentHashMap<>();
    private final AtomicLong written = new AtomicLong();
    private final int quotes;
    private QuoteOutlet outlet;
    private int made;

    Burst(int quotes) {
        this.quotes = quotes;
    }

    @Override
    public CompletionStage<List<ListedSymbol>> listed() {
        return CompletableFuture.completedFuture(
            Stream.of(SYMBOLS).map(symbol -> new ListedSymbol(symbol, 2, 5)).toList());
    }

    /** The message number {@code number}, with ever new prices. */
    static QuoteMessage message(int number) {
        String symbol = SYMBOLS[number % SYMBOLS.length];
        String stream = symbol.toLowerCase(Locale.ROOT) + "@bookTicker";
        String head = "{\"stream\":\"" + stream + "\",\"data\":";
        String data = "{\"u\":" + (number + 1) + ",\"s\":\"" + symbol + "\",\"b\":\"" + bid(number)
            + "\",\"B\":\"1.00000000\",\"a\":\"99999.00000000\",\"A\":\"2.00000000\"}";
        byte[] text = (head + data + "}").getBytes(StandardCharsets.UTF_8);
        return new QuoteMessage(stream, text, head.length(), data.length());
    }

    static String bid(int number) {
        return 1_000 + number + ".25000000";
    }

    /** Waits for the end of the burst; false when it does not come in time. */
    boolean awaitOver() throws InterruptedException {
        return over.await(10, TimeUnit.SECONDS);
    }

    long written() {
        return written.get();
    }

    /** The bid that was sent last. */
    String lastBid(String symbol) {
        return lastBids.get(symbol);
    }

    @Override
    public void open() {
        // Nothing to acquire.
    }

    @Override
    public void start(QuoteOutlet quoteOutlet) {
        outlet = quoteOutlet;
        outlet.executor().execute(this::onTurn);
    }

    @Override
    public void onOutletChanged() {
        // What a client cannot take is not written, and so not counted.
    }

    @Override
    public void close() {
        // The turns have ended with the event loop.
    }

    private void onTurn() {
        for (int i = 0; i < QUOTES_PER_TURN && made < quotes; i++, made++) {
            if (outlet.write(message(made)) > 0) {
                written.incrementAndGet();
                lastBids.put(SYMBOLS[made % SYMBOLS.length], bid(made));
            }
        }
        outlet.flush();
        if (made < quotes) {
            outlet.executor().schedule(this::onTurn, TURN_MS, TimeUnit.MILLISECONDS);
        } else {
            outlet.afterSent(over::countDown);
        }
    }
}
