package io.ringside.trading.journal;

import io.ringside.core.event.EventType;
import io.ringside.core.event.PipelineEvent;
import io.ringside.core.runtime.CodeTable;
import io.ringside.trading.decision.Decision;
import io.ringside.trading.decision.DecisionKind;
import io.ringside.trading.journal.codec.DecisionDecoder;
import io.ringside.trading.journal.codec.RecordStaging;
import io.ringside.trading.journal.codec.SegmentStart;
import io.ringside.trading.journal.codec.StartReader;
import io.ringside.trading.journal.sbe.MessageHeaderDecoder;
import io.ringside.trading.journal.segment.JournalDamage;
import io.ringside.trading.journal.segment.JournalDirectory;
import io.ringside.trading.journal.segment.SegmentHead;
import io.ringside.trading.journal.segment.SegmentReader;
import io.ringside.trading.journal.segment.TornTail;
import io.ringside.trading.journal.segment.UnsupportedFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Reads the records of a journal in order, from the start of a segment to the end of the newest one. Changes no file
 * and takes no lock: a journal may be read while it is written, up to its last complete record.
 *
 * <p>Usage: {@link #start()} is the first segment's; then {@link #next()} until it is false.
 *
 * <p>Everything is checked: checksums, contents, order and ends of segments, order of sequences. A tail that a crash
 * has torn ends the last segment and is returned by {@link #tornTail()}. What another version wrote is an
 * {@link UnsupportedFormat}; anything else that is wrong is a {@link JournalDamage}.
 *
 * <p><em>Threading:</em> one thread.
 */
public final class JournalReader implements AutoCloseable {

    /** What a record is. */
    public enum Kind {
        EVENT,
        DECISION,
        /** The start of another segment. */
        START
    }

    private final JournalDirectory directory;
    private final PipelineEvent event = new PipelineEvent();
    private final DecisionDecoder decisions = new DecisionDecoder();
    private final UnsafeBuffer message = new UnsafeBuffer(new byte[0]);
    private SegmentReader segment;
    private SegmentStart start;
    private Kind kind = Kind.START;
    private long lastSequence = Long.MIN_VALUE;
    private TornTail tornTail;

    private JournalReader(JournalDirectory directory, SegmentReader segment, SegmentStart start) {
        this.directory = directory;
        this.segment = segment;
        this.start = start;
    }

    /** For recovery: from the newest segment with a complete snapshot; empty if there is none. */
    public static Optional<JournalReader> newest(Path directory) throws IOException {
        List<Long> numbers = numbers(directory);
        Collections.reverse(numbers);
        return firstUsable(new JournalDirectory(directory), numbers);
    }

    /** For replay and printing: from the oldest segment with a complete snapshot; empty if there is none. */
    public static Optional<JournalReader> oldest(Path directory) throws IOException {
        return firstUsable(new JournalDirectory(directory), numbers(directory));
    }

    /** From that segment; throws {@link NoSuchFileException} if none with that number has a complete snapshot. */
    public static JournalReader at(Path directory, long segmentNumber) throws IOException {
        JournalDirectory journal = new JournalDirectory(directory);
        return firstUsable(journal, List.of(segmentNumber)).orElseThrow(() -> new NoSuchFileException(
            journal.file(segmentNumber).toString(), null, "it does not start with a snapshot"));
    }

    /** Numbers of all segments, ascending; empty if there is no such directory. */
    public static List<Long> numbers(Path directory) throws IOException {
        return Files.isDirectory(directory) ? new JournalDirectory(directory).numbers() : new ArrayList<>();
    }

    private static Optional<JournalReader> firstUsable(JournalDirectory directory, List<Long> numbers)
        throws IOException {
        for (long number : numbers) {
            SegmentReader segment = new SegmentReader(directory, number);
            SegmentStart start = new StartReader(segment).read(number);
            if (start != null && !start.continuation()) {
                return Optional.of(new JournalReader(directory, segment, start));
            }
        }
        return Optional.empty();
    }

    /** Goes to the next record; false at the end. */
    public boolean next() throws IOException {
        if (!segment.next()) {
            kind = Kind.START;
            return begunNextSegment();
        }
        int templateId = segment.templateId();
        if (RecordStaging.isEvent(templateId)) {
            readEvent(RecordStaging.eventOf(templateId));
        } else if (DecisionKind.isCode(templateId)) {
            requireKnown(DecisionDecoder.blockBytes(DecisionKind.of(templateId)));
            kind = Kind.DECISION;
            requireSequence(segment.sequence() >= lastSequence);
        } else if (StartReader.isStart(templateId)) {
            throw segment.damage("message " + templateId + " after the start of the segment");
        } else {
            throw segment.newer("message " + templateId);
        }
        lastSequence = segment.sequence();
        return true;
    }

    public Kind kind() {
        return kind;
    }

    /** The newest start that was read. Where the run id changes, a new run starts from the state in its snapshot. */
    public SegmentStart start() {
        return start;
    }

    /** Of the current event, or of the event on which the current decision was made; at a start, of what follows. */
    public long sequence() {
        return kind == Kind.START ? start.firstSequence() : segment.sequence();
    }

    /** The current event; the same object each time, valid until the next {@link #next()}. */
    public PipelineEvent event() {
        return event;
    }

    /** The current decision; a new object. */
    public Decision decision() throws IOException {
        message.wrap(segment.array(), segment.messageOffset(), segment.messageBytes());
        try {
            return decisions.decode(message);
        } catch (CodeTable.UnknownCode unknown) {
            throw segment.newer(unknown.getMessage());
        } catch (IndexOutOfBoundsException malformed) {
            throw segment.damage("the decision is incomplete: " + malformed.getMessage());
        }
    }

    /** The SBE message of the current event or decision, header included; a new array. */
    public byte[] message() {
        int from = segment.messageOffset();
        return Arrays.copyOfRange(segment.array(), from, from + segment.messageBytes());
    }

    /** File and position of the current record, for messages. */
    public String place() {
        return segment.file().getFileName() + " at byte " + segment.position();
    }

    /** After {@link #next()} was false: what was cut off. */
    public Optional<TornTail> tornTail() {
        return Optional.ofNullable(tornTail);
    }

    /** Holds nothing but memory. */
    @Override
    public void close() {
        message.wrap(new byte[0]);
    }

    /** The checksum is right, so whatever is not known here was written by a newer version. */
    private void requireKnown(int knownBlockBytes) throws UnsupportedFormat {
        if (segment.schemaVersion() > MessageHeaderDecoder.SCHEMA_VERSION || segment.blockBytes() > knownBlockBytes) {
            throw segment.newer("message " + segment.templateId() + " of schema version " + segment.schemaVersion()
                + " with a block of " + segment.blockBytes() + " bytes");
        }
    }

    private void readEvent(EventType type) throws IOException {
        requireKnown(RecordStaging.blockBytes(type));
        kind = Kind.EVENT;
        requireSequence(segment.sequence() > lastSequence);
        try {
            event.load(type, segment.array(), segment.messageOffset() + MessageHeaderDecoder.ENCODED_LENGTH,
                segment.messageBytes() - MessageHeaderDecoder.ENCODED_LENGTH);
        } catch (IllegalArgumentException malformed) {
            throw segment.damage(malformed.getMessage());
        }
    }

    private void requireSequence(boolean holds) throws JournalDamage {
        if (!holds) {
            throw segment.damage("sequence " + segment.sequence() + " after " + lastSequence);
        }
    }

    private boolean begunNextSegment() throws IOException {
        tornTail = segment.tornTail().orElse(null);
        long number = start.number() + 1;
        if (tornTail != null || !Files.exists(directory.file(number))) {
            requireLast(start.number());
            return false;
        }
        SegmentReader following = new SegmentReader(directory, number);
        StartReader starts = new StartReader(following);
        SegmentStart begun = starts.read(number);
        if (begun == null) {
            requireLast(number);
            tornTail = following.tornTail().orElse(new TornTail(following.file(), following.position(), 0,
                "the start of the segment is incomplete"));
            return false;
        }
        if (starts.previousEndBytes() != SegmentHead.NO_PREVIOUS && starts.previousEndBytes() != segment.position()) {
            throw segment.damage("records end here, but were written up to byte " + starts.previousEndBytes());
        }
        if (begun.runId() != start.runId()) {
            lastSequence = Long.MIN_VALUE;
        }
        segment = following;
        start = begun;
        return true;
    }

    private void requireLast(long number) throws IOException {
        List<Long> numbers = directory.numbers();
        if (!numbers.isEmpty() && numbers.get(numbers.size() - 1) > number) {
            throw segment.damage("no record follows segment " + start.number() + ", but there is segment "
                + numbers.get(numbers.size() - 1));
        }
    }
}
