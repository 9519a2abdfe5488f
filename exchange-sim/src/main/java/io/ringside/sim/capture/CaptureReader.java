package io.ringside.sim.capture;

import io.ringside.core.runtime.ThreadNames;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a capture ahead of its replay, at most 16 batches of 512 quotes. What cannot be parsed is counted and skipped;
 * a truncated file is read as far as it goes.
 *
 * <p><em>Threading:</em> reads on a thread of its own; {@link #tryNext} on the event loop, never blocks; counts from
 * any thread.
 */
public final class CaptureReader implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CaptureReader.class);
    private static final int BATCH = 512;
    private static final int BATCHES_AHEAD = 16;
    private static final List<RecordedQuote> END = List.of();

    private final Path file;
    private final BlockingQueue<List<RecordedQuote>> batches = new ArrayBlockingQueue<>(BATCHES_AHEAD);
    private final ExecutorService executor =
        Executors.newSingleThreadExecutor(ThreadNames.factory(ThreadNames.SIM_IO + "-read"));
    private final CaptureParser parser = new CaptureParser();
    private final AtomicLong skipped = new AtomicLong();
    private final AtomicLong malformed = new AtomicLong();

    public CaptureReader(Path file) {
        this.file = file;
    }

    public void start() {
        executor.execute(this::read);
    }

    /** The next batch; null when it is not ready yet; empty, once, when there is no more. */
    public List<RecordedQuote> tryNext() {
        return batches.poll();
    }

    public long skipped() {
        return skipped.get();
    }

    public long malformed() {
        return malformed.get();
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }

    private void read() {
        try {
            try (CaptureLines lines = CaptureLines.open(file)) {
                readAll(lines);
            } catch (IOException | RuntimeException failure) {
                malformed.incrementAndGet();
                LOG.warn("capture {} breaks off, the replay ends here: {}", file, failure.toString());
            }
            batches.put(END);
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private void readAll(CaptureLines lines) throws IOException, InterruptedException {
        List<RecordedQuote> batch = new ArrayList<>(BATCH);
        try {
            while (lines.next()) {
                switch (parser.parse(lines.line(), lines.length())) {
                    case QUOTE -> batch.add(parser.quote());
                    case SKIPPED -> skipped.incrementAndGet();
                    default -> malformed.incrementAndGet();
                }
                if (batch.size() == BATCH) {
                    batches.put(batch);
                    batch = new ArrayList<>(BATCH);
                }
            }
        } finally {
            if (!batch.isEmpty()) {
                batches.put(batch);
            }
        }
    }
}
