package io.ringside.sim.quote;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * What a simulated exchange has to tell: produces bookTicker messages over time. {@link QuoteWalk} makes them up,
 * {@code SessionReplay} reads them from a file.
 *
 * <p><em>Threading:</em> {@link #open()} and {@link #close()} on the exchange owner's thread, before the exchange's
 * event loop starts and after it has ended; the rest on that loop, which an implementation must never block.
 */
public interface QuoteSource extends AutoCloseable {

    /**
     * The symbols whose quotes there are, with rules that all those quotes obey. Asked for once after {@link #open()},
     * on the event loop, by the first request for exchangeInfo; a source that needs time completes it later, from any
     * thread. None unless a source says otherwise.
     */
    default CompletionStage<List<ListedSymbol>> listed() {
        return CompletableFuture.completedFuture(List.of());
    }

    /** Acquires what is needed; called once, before the exchange listens, so that a bad source fails the start. */
    void open();

    /** Called once, when the first client has subscribed to something; from now on write to the outlet. */
    void start(QuoteOutlet outlet);

    /** A client connected, left, became writable or resubscribed: {@link QuoteOutlet#isReady} may have changed. */
    void onOutletChanged();

    /** Idempotent, and safe without {@link #open()}. */
    @Override
    void close();
}
