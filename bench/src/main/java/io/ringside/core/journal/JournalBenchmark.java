package io.ringside.core.journal;

import io.ringside.core.event.PipelineEvent;
import io.ringside.core.runtime.Counters;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.MappedByteBuffer;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.agrona.concurrent.UnsafeBuffer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One tick into the journal, rolls to prepared segments included; beside it a plain copy of as many bytes into a mapped
 * file of the same size that is written over and over, and the part that only puts the message together.
 *
 * <p>Bounded on the disk: the journal keeps four segments, the other files are written over.
 */
@State(Scope.Thread)
@BenchmarkMode({Mode.AverageTime, Mode.SampleTime})
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(3)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 10, time = 1)
public class JournalBenchmark {

    private static final int SEGMENT_BYTES = (int) JournalConfig.DEFAULT_SEGMENT_BYTES;
    private static final int RECORD_BYTES = 104;

    private final PipelineEvent event = new PipelineEvent();
    private final RecordStaging staging = new RecordStaging();
    private final byte[] bytes = new byte[RECORD_BYTES];
    private Path directory;
    private Journal journal;
    private MappedByteBuffer map;
    private UnsafeBuffer plain;
    private int position;
    private long sequence;

    /** Saves a little and wants to know nothing. */
    private static final class Owner implements JournalOwner {

        @Override
        public void save(DataOutput out) throws IOException {
            out.writeLong(1);
        }

        @Override
        public void onFailure(String reason) {
            throw new IllegalStateException(reason);
        }

        @Override
        public void onRecovered() {
            throw new IllegalStateException("never failed");
        }
    }

    @Setup
    public void open() throws IOException {
        event.tick().set(1, 2, 3, 4);
        event.tick().setQuote(-8, -8, 1, 2, 3, 4);
        event.copyTo(bytes, 0);
        directory = Files.createTempDirectory("journal-bench");
        JournalConfig config = new JournalConfig(directory, SEGMENT_BYTES, 4L * SEGMENT_BYTES, 1L << 40, true,
            ForceMode.NEVER);
        journal = Journal.open(config, new JournalRun(1, "", 0), new Owner(), new Counters());
        map = MappedSegments.map(directory.resolve("plain"), SEGMENT_BYTES);
        plain = new UnsafeBuffer(map);
    }

    @TearDown
    public void close() throws IOException {
        journal.close();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
            for (Path file : files) {
                Files.delete(file);
            }
        }
        Files.delete(directory);
    }

    @Benchmark
    public void journaled() {
        journal.onEvent(event, sequence++);
    }

    @Benchmark
    public void plainCopy() {
        if (position + RECORD_BYTES > SEGMENT_BYTES) {
            position = 0;
        }
        plain.putBytes(position, bytes, 0, RECORD_BYTES);
        position += RECORD_BYTES;
    }

    @Benchmark
    public int stagedOnly() {
        return staging.stage(event);
    }
}
