package io.ringside.sim;

import io.ringside.sim.quote.QuoteMessage;
import io.ringside.sim.quote.QuoteOutlet;
import io.ringside.sim.quote.QuoteSource;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A source that tells what the test gives it. */
final class HandFedQuotes implements QuoteSource {

    private final CompletableFuture<QuoteOutlet> started = new CompletableFuture<>();
    private int opened;
    private int closed;

    static QuoteMessage quote(String stream, String data) {
        String head = "{\"stream\":\"" + stream + "\",\"data\":";
        byte[] json = (head + data + "}").getBytes(StandardCharsets.UTF_8);
        int offset = head.getBytes(StandardCharsets.UTF_8).length;
        return new QuoteMessage(stream, json, offset, json.length - offset - 1);
    }

    /** Returns how many clients it was written to. */
    int feed(QuoteMessage message) throws Exception {
        QuoteOutlet outlet = started.get(10, TimeUnit.SECONDS);
        return outlet.executor().submit(() -> {
            int written = outlet.write(message);
            outlet.flush();
            return written;
        }).get(10, TimeUnit.SECONDS);
    }

    boolean isStarted() {
        return started.isDone();
    }

    int opened() {
        return opened;
    }

    int closed() {
        return closed;
    }

    @Override
    public void open() {
        opened++;
    }

    @Override
    public void start(QuoteOutlet outlet) {
        started.complete(outlet);
    }

    @Override
    public void onOutletChanged() {
        // It never waits.
    }

    @Override
    public void close() {
        closed++;
    }
}
