package io.ringside.trading.journal;

import io.ringside.trading.journal.codec.SegmentStart;
import io.ringside.trading.journal.codec.StartReader;
import io.ringside.trading.journal.segment.JournalDirectory;
import io.ringside.trading.journal.segment.SegmentHead;
import io.ringside.trading.journal.segment.SegmentReader;
import io.ringside.trading.journal.segment.TornTail;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;

/**
 * The segments of a journal one after the other: each has to begin where the one before ends.
 *
 * <p><em>Threading:</em> one thread.
 */
final class SegmentChain implements AutoCloseable {

    private final JournalDirectory directory;
    private SegmentReader segment;
    private SegmentStart start;
    private TornTail tornTail;

    private SegmentChain(JournalDirectory directory, SegmentReader segment, SegmentStart start) {
        this.directory = directory;
        this.segment = segment;
        this.start = start;
    }

    /** From the first of those segments that has a complete snapshot; empty if none has. */
    static Optional<SegmentChain> fromFirst(JournalDirectory directory, List<Long> numbers) throws IOException {
        for (long number : numbers) {
            SegmentReader segment = new SegmentReader(directory, number);
            try {
                SegmentStart start = new StartReader(segment).read(number);
                if (start != null && !start.continuation()) {
                    return Optional.of(new SegmentChain(directory, segment, start));
                }
            } catch (IOException refused) {
                segment.close();
                throw refused;
            }
            segment.close();
        }
        return Optional.empty();
    }

    /** The segment being read. */
    SegmentReader segment() {
        return segment;
    }

    /** Of {@link #segment()}. */
    SegmentStart start() {
        return start;
    }

    /** What was cut off at the end of the last segment. */
    Optional<TornTail> tornTail() {
        return Optional.ofNullable(tornTail);
    }

    /** Goes to the next record of this segment; false at its end. */
    boolean nextRecord() throws IOException {
        // One that got its successor after the last look is complete now.
        return segment.next() || !segment.isFinished() && hasFollowing() && segment.next();
    }

    /** False while nothing has been appended after the current record, in this segment or in another. */
    boolean isNextWritten() throws IOException {
        return segment.isNextWritten() || hasFollowing();
    }

    /** At the end of a segment: goes to the start of the next one; false if there is none. */
    boolean nextSegment() throws IOException {
        tornTail = segment.tornTail().orElse(null);
        long number = start.number() + 1;
        if (tornTail != null || !hasFollowing()) {
            requireLast(start.number());
            return false;
        }
        SegmentReader following = new SegmentReader(directory, number);
        boolean begun = false;
        try {
            begun = begin(following, number);
            return begun;
        } finally {
            if (!begun) {
                following.close();
            }
        }
    }

    @Override
    public void close() throws IOException {
        segment.close();
    }

    private boolean hasFollowing() {
        return Files.exists(directory.file(start.number() + 1));
    }

    private boolean begin(SegmentReader following, long number) throws IOException {
        StartReader starts = new StartReader(following);
        SegmentStart begun = starts.read(number);
        if (begun == null) {
            requireLast(number);
            tornTail = following.tornTail().orElse(new TornTail(following.file(), following.position(), 0, false));
            return false;
        }
        if (starts.previousEndBytes() != SegmentHead.NO_PREVIOUS && starts.previousEndBytes() != segment.position()) {
            throw segment.damage("records end here, but were written up to byte " + starts.previousEndBytes());
        }
        segment.close();
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
