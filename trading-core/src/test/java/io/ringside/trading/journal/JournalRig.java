package io.ringside.trading.journal;

import io.ringside.core.event.PipelineEvent;
import io.ringside.core.runtime.Counter;
import io.ringside.core.runtime.Counters;
import io.ringside.trading.decision.Decision;
import io.ringside.trading.journal.codec.JournalRun;
import io.ringside.trading.journal.codec.SegmentStart;
import io.ringside.trading.journal.segment.JournalMark;
import io.ringside.trading.journal.segment.MappedSegments;
import io.ringside.trading.journal.segment.Segment;
import io.ringside.trading.journal.segment.SegmentFactory;
import io.ringside.trading.snapshot.SavedPart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A journal whose owner counts events as its state, whose clock is turned by hand, and which has no thread. */
final class JournalRig implements JournalOwner, AutoCloseable {

    static final long SEGMENT_BYTES = 1 << 20;

    private final Counters counters = new Counters();
    private final List<String> told = new ArrayList<>();
    private final Path directory;
    private final PipelineEvent event = new PipelineEvent();
    private final byte[] ballast;
    private Journal journal;
    private List<JournalMark.Repair> repairs = List.of();
    private JournalConfig config;
    private long nowNs;
    private long nowEpochMs = 1_000;
    private boolean full;
    private long freeBytes = Long.MAX_VALUE;
    private boolean forceFails;
    private long neededFrom = Long.MAX_VALUE;
    private long state;
    private long sequence;

    JournalRig(Path directory) {
        this(directory, new byte[0]);
    }

    /** With so many more bytes in each snapshot. */
    JournalRig(Path directory, byte[] ballast) {
        this.directory = directory;
        this.ballast = ballast;
        this.config = config(directory);
    }

    static JournalConfig config(Path directory) {
        return new JournalConfig(directory, SEGMENT_BYTES, 1L << 40, 1L << 40, true, ForceMode.NEVER);
    }

    JournalRig with(JournalConfig other) {
        config = other;
        return this;
    }

    JournalRig open(long runId) throws IOException {
        return open(runId, "config of run " + runId);
    }

    JournalRig open(long runId, String text) throws IOException {
        JournalClock clock = new JournalClock(() -> nowNs, () -> nowEpochMs);
        try (JournalClaim claim = JournalClaim.take(config)) {
            repairs = claim.repairs();
            journal = claim.begin(new JournalRun(runId, text, sequence), this, new Disk(), clock, counters);
        }
        return this;
    }

    Journal journal() {
        return journal;
    }

    /** What the claim put aside or missed. */
    List<JournalMark.Repair> repairs() {
        return repairs;
    }

    /** What the journal told its owner. */
    List<String> told() {
        return told;
    }

    /** One duty cycle of the thread journal-io. */
    void doWork() {
        journal.io().doWork();
    }

    void threadEnds(Error error) {
        journal.io().onDeath(error);
    }

    void pass(long ms) {
        nowNs += TimeUnit.MILLISECONDS.toNanos(ms);
        nowEpochMs += ms;
    }

    void diskFull(boolean now) {
        full = now;
    }

    void diskHas(long free) {
        freeBytes = free;
    }

    void forceFails(boolean now) {
        forceFails = now;
    }

    /** Segments from that number on are still to be read. */
    void need(long segmentNumber) {
        neededFrom = segmentNumber;
    }

    long sequence() {
        return sequence;
    }

    /** A timer event, journaled and then applied to the state. */
    void timer() {
        event.timer().set(sequence * 10);
        publish(event);
    }

    void timers(int count) {
        for (int i = 0; i < count; i++) {
            timer();
        }
    }

    void publish(PipelineEvent published) {
        journal.onEvent(published, sequence);
        state++;
        sequence++;
    }

    /** Events of which only the state knows. */
    void timersBefore(long count) {
        state = count;
        sequence = count;
    }

    /** On the event before. */
    void decide(Decision decision) {
        journal.record(decision, sequence - 1);
    }

    long count(String name) {
        return counters.all().stream().filter(counter -> counter.name().equals(name)).mapToLong(Counter::value)
            .findFirst().orElseThrow();
    }

    @Override
    public List<SavedPart> save(long asOfSequence) {
        byte[] bytes = ByteBuffer.allocate(Long.BYTES).putLong(state).array();
        return List.of(new SavedPart("state", 1, true, asOfSequence, bytes),
            new SavedPart("ballast", 2, false, asOfSequence, ballast));
    }

    /** What was saved there as the owner's state. */
    static long state(SegmentStart start) {
        return ByteBuffer.wrap(start.snapshot().get(0).state()).getLong();
    }

    /** As the real owner does, which halts trading then. */
    @Override
    public void onFailure(String reason) {
        told.add("failed: " + reason);
        journal.record(new Decision.TradingStateChanged(true, sequence, false), sequence);
    }

    @Override
    public void onRecovered() {
        told.add("recovered at " + sequence);
    }

    @Override
    public long neededFrom() {
        return neededFrom;
    }

    @Override
    public void onSpaceLow(long free, long needed) {
        told.add("low: " + free + " of " + needed);
    }

    @Override
    public void onSpaceRegained(long free) {
        told.add("room: " + free);
    }

    @Override
    public void close() {
        journal.close();
    }

    private final class Disk implements SegmentFactory {

        @Override
        public Segment make(Path file, long bytes) throws IOException {
            if (full) {
                throw new IOException("No space left on device");
            }
            MappedByteBuffer map = MappedSegments.map(file, bytes);
            return new Segment(file, map, (from, lengthBytes) -> {
                if (forceFails) {
                    throw new UncheckedIOException(new IOException("Input/output error"));
                }
                map.force(from, lengthBytes);
            });
        }

        @Override
        public long freeBytes(Path ofDirectory) {
            return freeBytes;
        }
    }
}
