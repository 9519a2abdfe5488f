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
import io.ringside.trading.journal.segment.SegmentReader;
import io.ringside.trading.journal.segment.TornTail;
import io.ringside.trading.journal.segment.UnsupportedFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
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

    private final SegmentChain chain;
    private final PipelineEvent event = new PipelineEvent();
    private final DecisionDecoder decisions = new DecisionDecoder();
    private final UnsafeBuffer message = new UnsafeBuffer(new byte[0]);
    private Kind kind = Kind.START;
    private long lastSequence = Long.MIN_VALUE;

    private JournalReader(SegmentChain chain) {
        this.chain = chain;
    }

    /** For recovery: from the newest segment with a complete snapshot; empty if there is none. */
    public static Optional<JournalReader> newest(Path directory) throws IOException {
        return from(directory, numbers(directory).stream().sorted(Comparator.reverseOrder()).toList());
    }

    /** For replay and printing: from the oldest segment with a complete snapshot; empty if there is none. */
    public static Optional<JournalReader> oldest(Path directory) throws IOException {
        return from(directory, numbers(directory));
    }

    /** From that segment; throws {@link NoSuchFileException} if none with that number has a complete snapshot. */
    public static JournalReader at(Path directory, long segmentNumber) throws IOException {
        return from(directory, List.of(segmentNumber)).orElseThrow(() -> new NoSuchFileException(
            new JournalDirectory(directory).file(segmentNumber).toString(), null, "it does not start with a snapshot"));
    }

    /** Numbers of all segments, ascending; empty if there is no such directory. */
    public static List<Long> numbers(Path directory) throws IOException {
        return Files.isDirectory(directory) ? new JournalDirectory(directory).numbers() : List.of();
    }

    private static Optional<JournalReader> from(Path directory, List<Long> numbers) throws IOException {
        return SegmentChain.fromFirst(new JournalDirectory(directory), numbers).map(JournalReader::new);
    }

    /** Goes to the next record; false at the end. */
    public boolean next() throws IOException {
        if (!chain.nextRecord()) {
            return nextSegment();
        }
        SegmentReader segment = chain.segment();
        int templateId = segment.templateId();
        if (RecordStaging.isEvent(templateId)) {
            readEvent(RecordStaging.eventOf(templateId));
        } else if (DecisionKind.isCode(templateId)) {
            segment.requireKnown(DecisionDecoder.blockBytes(DecisionKind.of(templateId)));
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

    /**
     * As {@link #next()} for a journal that is being written: false at once while nothing has been appended. To be
     * called again.
     */
    public boolean nextWritten() throws IOException {
        return chain.isNextWritten() && next();
    }

    public Kind kind() {
        return kind;
    }

    /** The newest start that was read. Where the run id changes, a new run starts from the state in its snapshot. */
    public SegmentStart start() {
        return chain.start();
    }

    /** Of the current event, or of the event on which the current decision was made; at a start, of what follows. */
    public long sequence() {
        return kind == Kind.START ? chain.start().firstSequence() : chain.segment().sequence();
    }

    /** The current event; the same object each time, valid until the next {@link #next()}. */
    public PipelineEvent event() {
        return event;
    }

    /** The current decision; a new object. */
    public Decision decision() throws IOException {
        SegmentReader segment = chain.segment();
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
        SegmentReader segment = chain.segment();
        return Arrays.copyOfRange(segment.array(), segment.messageOffset(),
            segment.messageOffset() + segment.messageBytes());
    }

    /** Where the current record starts in its segment; after {@link #next()} was false, where the records end. */
    public long position() {
        return chain.segment().position();
    }

    /** Where the current record stands, for messages. */
    public String place() {
        return chain.segment().file().getFileName() + " at byte " + chain.segment().position();
    }

    /** After {@link #next()} was false: what a crash left behind the last record. */
    public Optional<TornTail> tornTail() {
        return chain.tornTail();
    }

    @Override
    public void close() throws IOException {
        chain.close();
    }

    private boolean nextSegment() throws IOException {
        kind = Kind.START;
        long runId = start().runId();
        boolean begun = chain.nextSegment();
        if (start().runId() != runId) {
            lastSequence = Long.MIN_VALUE;
        }
        return begun;
    }

    private void readEvent(EventType type) throws IOException {
        SegmentReader segment = chain.segment();
        segment.requireKnown(PipelineEvent.blockBytes(type));
        kind = Kind.EVENT;
        requireSequence(segment.sequence() > lastSequence);
        try {
            event.load(type, segment.array(), segment.messageOffset() + MessageHeaderDecoder.ENCODED_LENGTH,
                segment.blockBytes(), segment.messageBytes() - MessageHeaderDecoder.ENCODED_LENGTH);
        } catch (CodeTable.UnknownCode unknown) {
            throw segment.newer(unknown.getMessage());
        } catch (IllegalArgumentException malformed) {
            throw segment.damage(malformed.getMessage());
        }
    }

    private void requireSequence(boolean holds) throws JournalDamage {
        if (!holds) {
            throw chain.segment().damage("sequence " + chain.segment().sequence() + " after " + lastSequence);
        }
    }
}
