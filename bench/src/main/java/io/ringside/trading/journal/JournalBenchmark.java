package io.ringside.trading.journal;

import io.ringside.core.event.PipelineEvent;
import io.ringside.core.runtime.Counters;
import io.ringside.trading.journal.codec.JournalRun;
import io.ringside.trading.journal.segment.MappedSegments;
import io.ringside.trading.snapshot.SavedPart;
import java.io.IOException;
import java.nio.MappedByteBuffer;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.agrona.BufferUtil;
import org.agrona.concurrent.UnsafeBuffer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One tick into the journal, against a plain copy of as many bytes into a mapped file. Each round fills most of one
 * prepared segment and never rolls: at full speed ticks make a gigabyte per second, and a roll would measure the disk.
 *
 * <p>Bounded on disk: two files of 32 MB, made before each round and deleted after it.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(value = 3, jvmArgsAppend = {"--add-opens", "java.base/jdk.internal.misc=ALL-UNNAMED"})
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 10, time = 1)
public class JournalBenchmark {

    private static final int SEGMENT_BYTES = (int) JournalConfig.DEFAULT_SEGMENT_BYTES;
    private static final int RECORD_BYTES = 104;
    private static final int TICKS = 250_000;

    private final PipelineEvent event = new PipelineEvent();
    private final byte[] bytes = new byte[RECORD_BYTES];
    private Path directory;
    private Journal journal;
    private MappedByteBuffer map;
    private UnsafeBuffer plain;

    /** Saves a small snapshot and ignores notifications. */
    private static final class Owner implements JournalOwner {

        @Override
        public List<SavedPart> save(long sequence) {
            return List.of();
        }

        @Override
        public void onFailure(String reason) {
            throw new IllegalStateException(reason);
        }

        @Override
        public void onRecovered() {
            throw new IllegalStateException("recovered without a failure");
        }
    }

    @Setup(Level.Invocation)
    public void open() throws IOException {
        event.tick().set(1, 2, 3, 4);
        event.tick().setQuote(-8, -8, 1, 2, 3, 4);
        event.copyTo(bytes, 0);
        directory = Files.createTempDirectory("journal-bench");
        JournalConfig config = new JournalConfig(directory, SEGMENT_BYTES, SEGMENT_BYTES, 1L << 40, true,
            ForceMode.NEVER);
        try (JournalClaim claim = JournalClaim.take(config)) {
            journal = claim.begin(new JournalRun(1, "", 0), new Owner(), MappedSegments::make, JournalClock.SYSTEM,
                new Counters());
        }
        map = MappedSegments.map(directory.resolve("plain"), SEGMENT_BYTES);
        plain = new UnsafeBuffer(map);
    }

    @TearDown(Level.Invocation)
    public void close() throws IOException {
        journal.close();
        BufferUtil.free(map);
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
            for (Path file : files) {
                Files.delete(file);
            }
        }
        Files.delete(directory);
    }

    @Benchmark
    @OperationsPerInvocation(TICKS)
    public void journaled() {
        for (int sequence = 0; sequence < TICKS; sequence++) {
            journal.onEvent(event, sequence);
        }
    }

    @Benchmark
    @OperationsPerInvocation(TICKS)
    public void plainCopy() {
        for (int position = 0; position < TICKS * RECORD_BYTES; position += RECORD_BYTES) {
            plain.putBytes(position, bytes, 0, RECORD_BYTES);
        }
    }
}
