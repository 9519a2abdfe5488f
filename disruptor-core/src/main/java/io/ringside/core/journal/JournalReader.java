package io.ringside.core.journal;

import io.ringside.core.event.PipelineEvent;
import io.ringside.core.trade.Decision;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Reads the records of a journal in order, from the start of a segment to the end of the newest one. Changes no file
 * and takes no lock: a journal may be read while it is written, and is then read up to what is whole.
 *
 * <p>Usage: {@link #start()} is the first segment's; then {@link #next()} until it is false.
 *
 * <p>Everything is checked: checksums, contents, order of segments and sequences. A tail that a crash tore ends the
 * last segment and is told by {@link #tornTail()}; anything else that is wrong is a {@link JournalDamage}.
 *
 * <p><em>Threading:</em> one thread.
 */
public final class JournalReader implements AutoCloseable {

    /** What a record is. */
    public enum Kind { EVENT, DECISION, START }

    private JournalReader() {
    }

    /** For recovery: from the newest segment with a whole snapshot; empty if there is none. */
    public static Optional<JournalReader> newest(Path directory) throws IOException {
        throw new UnsupportedOperationException();
    }

    /** For replay and printing: from the oldest segment with a whole snapshot; empty if there is none. */
    public static Optional<JournalReader> oldest(Path directory) throws IOException {
        throw new UnsupportedOperationException();
    }

    /** From that segment; throws {@link java.nio.file.NoSuchFileException} if there is none of that number. */
    public static JournalReader at(Path directory, long segmentNumber) throws IOException {
        throw new UnsupportedOperationException();
    }

    /** Goes to the next record; false at the end. */
    public boolean next() throws IOException {
        throw new UnsupportedOperationException();
    }

    public Kind kind() {
        throw new UnsupportedOperationException();
    }

    /** The newest start read. A new run begins where its run id changes: state is then what its snapshot says. */
    public SegmentStart start() {
        throw new UnsupportedOperationException();
    }

    /** Of the current event, or of the event on which the current decision was made. */
    public long sequence() {
        throw new UnsupportedOperationException();
    }

    /** The current event; the same object each time, valid until the next {@link #next()}. */
    public PipelineEvent event() {
        throw new UnsupportedOperationException();
    }

    /** The current decision; a new object. */
    public Decision decision() throws IOException {
        throw new UnsupportedOperationException();
    }

    /** The SBE message of the current record, header included; a new array. */
    public byte[] message() {
        throw new UnsupportedOperationException();
    }

    /** File and position of the current record, for people. */
    public String place() {
        throw new UnsupportedOperationException();
    }

    /** After {@link #next()} was false: what was cut off. */
    public Optional<TornTail> tornTail() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
