package io.ringside.sim.replay;

import io.ringside.core.runtime.ThreadNames;
import io.ringside.sim.capture.CaptureLines;
import io.ringside.sim.capture.CaptureListing;
import io.ringside.sim.capture.CaptureReader;
import io.ringside.sim.capture.CaptureSymbols;
import io.ringside.sim.capture.RecordedQuote;
import io.ringside.sim.quote.ListedSymbol;
import io.ringside.sim.quote.QuoteMessage;
import io.ringside.sim.quote.QuoteOutlet;
import io.ringside.sim.quote.QuoteSource;
import io.ringside.sim.quote.StreamNames;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Plays the bookTicker messages of a capture, plain or gzipped, byte for byte: at the pace of the recording, N times
 * faster, or as fast as clients take them. Starts at the first subscription and pauses while there is no subscription,
 * or while a subscribed client cannot take more: for clients that stay, nothing is lost. Other lines are skipped and
 * counted. At the end it goes silent; connections stay open.
 *
 * <p><em>Threading:</em> as {@link QuoteSource} says; counts and {@link #finished()} from any thread. The file is read
 * ahead on a thread of its own.
 */
public final class SessionReplay implements QuoteSource {

    private static final double MAX_SPEED = 1_000_000;
    private static final int TURN_MESSAGES = 1_024;
    private static final long READER_WAIT_NS = 1_000_000;

    private final Path file;
    private final CaptureReader reader;
    private final ReplayPace pace;
    private final CompletableFuture<Void> finished = new CompletableFuture<>();
    private final Map<String, AtomicLong> sent = new ConcurrentHashMap<>();
    private final AtomicLong passedOver = new AtomicLong();
    private QuoteOutlet outlet;
    private List<RecordedQuote> batch = List.of();
    private int nextInBatch;
    private boolean ended;
    private boolean paused;

    private SessionReplay(Path file, double speed, LongSupplier nanoClock) {
        this.file = file;
        this.reader = new CaptureReader(file);
        this.pace = new ReplayPace(speed, nanoClock);
    }

    /**
     * @param speed 1 for the pace of the recording, 10 for ten times faster; up to 1,000,000
     */
    public static SessionReplay atPace(Path file, double speed, LongSupplier nanoClock) {
        if (!(speed > 0 && speed <= MAX_SPEED)) {
            throw new IllegalArgumentException("speed is " + speed + ", allowed are more than 0 to " + MAX_SPEED);
        }
        return new SessionReplay(file, speed, nanoClock);
    }

    /** Unpaced: as fast as the slowest client takes it. */
    public static SessionReplay asFastAsTaken(Path file) {
        return new SessionReplay(file, ReplayPace.NO_PACE, System::nanoTime);
    }

    /**
     * Upper-case symbols of the bookTicker lines of a capture, in the order of their first appearance. Reads the whole
     * file, without parsing its JSON.
     *
     * @throws UncheckedIOException when it cannot be read
     */
    public static List<String> symbolsIn(Path file) {
        return CaptureSymbols.in(file);
    }

    /**
     * @throws UncheckedIOException     when the file is missing or unreadable
     * @throws IllegalArgumentException when it is empty
     */
    @Override
    public void open() {
        if (!Files.isRegularFile(file)) {
            throw new UncheckedIOException(new IOException("capture " + file + " is missing or not a file"));
        }
        try (CaptureLines lines = CaptureLines.open(file)) {
            if (!lines.next()) {
                throw new IllegalArgumentException("capture " + file + " is empty");
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("capture " + file + " cannot be read: " + failure.getMessage(), failure);
        }
    }

    /** Reads the whole file once more, on a thread of its own. */
    @Override
    public CompletionStage<List<ListedSymbol>> listed() {
        ExecutorService executor = Executors.newSingleThreadExecutor(ThreadNames.factory(ThreadNames.SIM_IO + "-list"));
        CompletableFuture<List<ListedSymbol>> listing =
            CompletableFuture.supplyAsync(() -> CaptureListing.of(file), executor);
        executor.shutdown();
        return listing;
    }

    @Override
    public void start(QuoteOutlet quoteOutlet) {
        outlet = quoteOutlet;
        reader.start();
        continueIn(0);
    }

    @Override
    public void onOutletChanged() {
        if (paused && outlet.isReady()) {
            paused = false;
            pace.resume();
            continueIn(0);
        }
    }

    @Override
    public void close() {
        reader.close();
        finished.cancel(false);
    }

    /**
     * Completes on the exchange's event loop when the last message has been handed to the operating system; cancelled
     * if the exchange is closed before.
     */
    public CompletableFuture<Void> finished() {
        return finished;
    }

    /** Messages that were sent to one client or more, per upper-case symbol. */
    public Map<String, Long> sentBySymbol() {
        Map<String, Long> bySymbol = new TreeMap<>();
        sent.forEach((stream, count) -> bySymbol.put(StreamNames.symbol(stream), count.get()));
        return bySymbol;
    }

    /** Messages of streams without a subscriber when they were due. */
    public long passedOver() {
        return passedOver.get();
    }

    /** Lines that are not bookTicker messages. */
    public long skipped() {
        return reader.skipped();
    }

    /** Lines that could not be parsed. */
    public long malformed() {
        return reader.malformed();
    }

    private void continueIn(long delayNs) {
        if (delayNs > 0) {
            outlet.executor().schedule(this::onTurn, delayNs, TimeUnit.NANOSECONDS);
        } else {
            outlet.executor().execute(this::onTurn);
        }
    }

    /** Sends what is due, then schedules exactly one next run, unless everything has been sent. */
    private void onTurn() {
        for (int i = 0; i < TURN_MESSAGES; i++) {
            if (!canSend()) {
                paused = true;
                pace.pause();
                return;
            }
            if (!hasNext()) {
                pauseForReaderOrFinish();
                return;
            }
            long waitNs = pace.waitNs(batch.get(nextInBatch).receivedNs());
            if (waitNs > 0) {
                outlet.flush();
                continueIn(waitNs);
                return;
            }
            send(batch.get(nextInBatch++).message());
        }
        outlet.flush();
        continueIn(0);
    }

    private boolean canSend() {
        if (outlet.isReady()) {
            return true;
        }
        outlet.flush();
        return outlet.isReady();
    }

    private boolean hasNext() {
        if (nextInBatch == batch.size() && !ended) {
            List<RecordedQuote> next = reader.tryNext();
            if (next != null) {
                batch = next;
                nextInBatch = 0;
                ended = next.isEmpty();
            }
        }
        return nextInBatch < batch.size();
    }

    private void pauseForReaderOrFinish() {
        outlet.flush();
        if (ended) {
            outlet.afterSent(() -> finished.complete(null));
        } else {
            continueIn(READER_WAIT_NS);
        }
    }

    private void send(QuoteMessage message) {
        if (outlet.write(message) == 0) {
            passedOver.incrementAndGet();
        } else {
            sent.computeIfAbsent(message.stream(), stream -> new AtomicLong()).incrementAndGet();
        }
    }
}
