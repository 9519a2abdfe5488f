package io.ringside.trading.journal;

import io.ringside.trading.journal.codec.StartReader;
import io.ringside.trading.journal.sbe.SegmentStartDecoder;
import io.ringside.trading.journal.segment.JournalDamage;
import io.ringside.trading.journal.segment.JournalDirectory;
import io.ringside.trading.journal.segment.RecordLayout;
import io.ringside.trading.journal.segment.SegmentFile;
import io.ringside.trading.journal.segment.SegmentHead;
import io.ringside.trading.journal.segment.SegmentReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The segments of earlier runs: finds the end of the last one and cuts off what a crash left after it.
 *
 * <p><em>Threading:</em> the one that opens the journal, which holds the lock.
 */
final class JournalTail {

    private static final Logger LOG = LoggerFactory.getLogger(JournalTail.class);

    private final JournalDirectory directory;
    private final List<SegmentFile> segments = new ArrayList<>();
    private long endBytes = SegmentHead.NO_PREVIOUS;

    private JournalTail(JournalDirectory directory) {
        this.directory = directory;
    }

    /** Throws {@link JournalDamage} if the last segment is damaged: nothing may be appended after it. */
    static JournalTail repaired(JournalDirectory directory) throws IOException {
        JournalTail tail = new JournalTail(directory);
        tail.repair();
        return tail;
    }

    /** All segments, ascending. */
    List<SegmentFile> segments() {
        return List.copyOf(segments);
    }

    /** Of the last segment; 0 if there is none. */
    long lastNumber() {
        return segments.isEmpty() ? 0 : segments.get(segments.size() - 1).number();
    }

    /** Where the last segment ends; {@link SegmentHead#NO_PREVIOUS} if there is none. */
    long endBytes() {
        return endBytes;
    }

    private void repair() throws IOException {
        directory.removeUnfinished();
        List<Long> numbers = new ArrayList<>(directory.numbers());
        while (!numbers.isEmpty() && endBytes == SegmentHead.NO_PREVIOUS) {
            repairLast(numbers);
        }
        for (long number : numbers) {
            add(number);
        }
    }

    /** A segment whose start is incomplete holds nothing that is not in the one before it, so it is deleted. */
    private void repairLast(List<Long> numbers) throws IOException {
        long number = numbers.get(numbers.size() - 1);
        try (SegmentReader segment = new SegmentReader(directory, number)) {
            if (new StartReader(segment).read(number) == null) {
                LOG.warn("journal segment {} is deleted: a crash interrupted the writing of its start", segment.file());
                Files.delete(segment.file());
                numbers.remove(numbers.size() - 1);
                return;
            }
            boolean record = true;
            while (record) {
                record = segment.next();
            }
            segment.tornTail().ifPresent(tail -> LOG.warn(tail.text()));
            if (segment.hasMore()) {
                JournalDirectory.truncate(segment.file(), segment.position());
            }
            endBytes = segment.position();
        }
    }

    private void add(long number) throws IOException {
        Path file = directory.file(number);
        ByteBuffer head = ByteBuffer.allocate(RecordLayout.BODY + SegmentStartDecoder.BLOCK_LENGTH);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            while (head.hasRemaining() && channel.read(head) >= 0) {
                continue;
            }
        }
        SegmentStartDecoder start = new SegmentStartDecoder().wrap(new UnsafeBuffer(head), RecordLayout.BODY,
            SegmentStartDecoder.BLOCK_LENGTH, SegmentStartDecoder.SCHEMA_VERSION);
        segments.add(new SegmentFile(number, Files.size(file), start.epochNs(), start.continuation() == 0));
    }
}
