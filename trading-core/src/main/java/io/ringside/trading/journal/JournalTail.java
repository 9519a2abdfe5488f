package io.ringside.trading.journal;

import io.ringside.trading.journal.codec.StartReader;
import io.ringside.trading.journal.sbe.SegmentStartDecoder;
import io.ringside.trading.journal.segment.JournalDamage;
import io.ringside.trading.journal.segment.JournalDirectory;
import io.ringside.trading.journal.segment.JournalLock;
import io.ringside.trading.journal.segment.JournalMark;
import io.ringside.trading.journal.segment.RecordLayout;
import io.ringside.trading.journal.segment.SegmentFile;
import io.ringside.trading.journal.segment.SegmentHead;
import io.ringside.trading.journal.segment.SegmentReader;
import io.ringside.trading.journal.segment.TornTail;
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
 * The segments of earlier runs: finds the end of the last one, puts aside what a crash left behind it, and notices
 * when records are gone. What is put aside stays in a file beside the segment, at the same place in it. Each repair is
 * written to the lock's file before it is made, so it is told even if this start dies, too.
 *
 * <p><em>Threading:</em> the one that opens the journal, which holds the lock.
 */
final class JournalTail {

    private static final Logger LOG = LoggerFactory.getLogger(JournalTail.class);

    private final JournalDirectory directory;
    private final JournalLock lock;
    private final List<SegmentFile> segments = new ArrayList<>();
    private JournalMark mark;
    private long endBytes = SegmentHead.NO_PREVIOUS;

    private JournalTail(JournalDirectory directory, JournalLock lock) throws IOException {
        this.directory = directory;
        this.lock = lock;
        this.mark = lock.mark();
    }

    /** Throws {@link JournalDamage} if the last segment is damaged: nothing may be appended after it. */
    static JournalTail repaired(JournalDirectory directory, JournalLock lock) throws IOException {
        JournalTail tail = new JournalTail(directory, lock);
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

    /** Those of this start, and of earlier ones that no run has outlived. */
    List<JournalMark.Repair> repairs() {
        return mark.repairs();
    }

    private void repair() throws IOException {
        List<Long> numbers = new ArrayList<>(directory.numbers());
        directory.removeUnfinished();
        while (!numbers.isEmpty() && endBytes == SegmentHead.NO_PREVIOUS) {
            repairLast(numbers);
        }
        for (long number : numbers) {
            add(number);
        }
        noticeMissing();
    }

    private void repairLast(List<Long> numbers) throws IOException {
        long number = numbers.get(numbers.size() - 1);
        try (SegmentReader segment = new SegmentReader(directory, number)) {
            if (new StartReader(segment).read(number) == null) {
                putAside(segment);
                numbers.remove(numbers.size() - 1);
                return;
            }
            boolean record = true;
            while (record) {
                record = segment.next();
            }
            noticeCutOff(number, segment);
            if (segment.tornTail().isPresent()) {
                cut(segment.tornTail().get());
            }
            if (segment.hasMore()) {
                JournalDirectory.truncate(segment.file(), segment.position());
            }
            endBytes = segment.position();
        }
    }

    /** From here on the size of the file says nothing: it is about to be cut where the records end. */
    private void noticeCutOff(long number, SegmentReader segment) throws IOException {
        long fileBytes = Files.size(segment.file());
        boolean cutOff = mark.isCutOff(number, fileBytes, segment.endOfContents());
        String what = segment.file().getFileName() + " was cut off: it had " + mark.fileBytes() + " bytes and has "
            + fileBytes;
        mark = mark.ended();
        if (cutOff) {
            note(what, true);
        } else if (segment.hasMore()) {
            lock.mark(mark);
        }
    }

    /** A segment without a readable start. Unless a page was lost, it holds nothing that is not in the one before. */
    private void putAside(SegmentReader segment) throws IOException {
        Path file = segment.file();
        boolean recordsLost = segment.tornTail().map(TornTail::recordsLost).orElse(false);
        int contentBytes = segment.endOfContents();
        if (contentBytes == 0) {
            Files.delete(file);
            return;
        }
        Path aside = JournalDirectory.free(file);
        note("the start of " + file.getFileName() + " cannot be read; the file is kept as " + aside, recordsLost);
        Files.move(file, aside);
        JournalDirectory.truncate(aside, contentBytes);
    }

    private void cut(TornTail tail) throws IOException {
        Path aside = JournalDirectory.free(tail.file());
        JournalDirectory.copy(tail.file(), aside, tail.position(), tail.bytes());
        note(tail.file().getFileName() + " ends torn at byte " + tail.position() + ": " + tail.reason() + "; "
            + tail.bytes() + " bytes are kept in " + aside, tail.recordsLost());
    }

    private void noticeMissing() throws IOException {
        boolean known = mark.repairs().stream().anyMatch(JournalMark.Repair::recordsLost);
        if (!known && mark.isBehind(lastNumber(), endBytes)) {
            note("records up to byte " + mark.endBytes() + " of " + directory.file(mark.number()).getFileName()
                + " were written, and " + (mark.number() > lastNumber() ? "it is missing" : "it ends at byte "
                + endBytes), true);
        }
    }

    private void note(String what, boolean recordsLost) throws IOException {
        JournalMark.Repair repair = new JournalMark.Repair("the journal was repaired: " + what, recordsLost);
        LOG.warn("{}{}", repair.text(), recordsLost ? "; records are lost" : "");
        if (!mark.repairs().contains(repair)) {
            mark = mark.with(repair);
            lock.mark(mark);
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
