package io.ringside.trading.journal.segment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is known of a journal beside its segments, so that a start notices when some of them are gone: text in the
 * lock's file.
 *
 * @param number   of the last segment whose start was written, 0 if unknown
 * @param endBytes its records reached at least that far
 * @param fileBytes size of its file while it is in use, 0 once it has ended or if that is unknown
 * @param repairs  made, but not yet part of any snapshot
 */
public record JournalMark(long number, long endBytes, long fileBytes, List<Repair> repairs) {

    /** Nothing is known. */
    public static final JournalMark NONE = new JournalMark(0, 0, 0, List.of());

    static final long MAX_BYTES = 64 << 10;

    private static final Pattern HEAD =
        Pattern.compile("segment ([0-9]{1,12}) has ([0-9]{1,10}) bytes( in a file of ([0-9]{1,10}))?");
    private static final String LOST = "lost: ";
    private static final String KEPT = "kept: ";

    /**
     * What a start has done to a journal.
     *
     * @param text        for users, one line
     * @param recordsLost true if complete records are missing now
     */
    public record Repair(String text, boolean recordsLost) {
    }

    /**
     * That of a directory; {@link #NONE} if there is none that can be read. Not for a process that writes there:
     * reading the lock's file would end its lock.
     */
    public static JournalMark of(JournalDirectory directory) throws IOException {
        Path file = directory.lockFile();
        return Files.exists(file) ? parse(Files.readString(file)) : NONE;
    }

    static JournalMark parse(String text) {
        List<String> lines = text.lines().toList();
        Matcher head = HEAD.matcher(lines.isEmpty() ? "" : lines.get(0));
        if (!head.matches()) {
            return NONE;
        }
        List<Repair> repairs = new ArrayList<>();
        for (String line : lines) {
            if (line.startsWith(LOST) || line.startsWith(KEPT)) {
                repairs.add(new Repair(line.substring(LOST.length()), line.startsWith(LOST)));
            }
        }
        long fileBytes = head.group(4) == null ? 0 : Long.parseLong(head.group(4));
        return new JournalMark(Long.parseLong(head.group(1)), Long.parseLong(head.group(2)), fileBytes,
            List.copyOf(repairs));
    }

    /** The same, with another repair. */
    public JournalMark with(Repair repair) {
        List<Repair> all = new ArrayList<>(repairs);
        all.add(repair);
        return new JournalMark(number, endBytes, fileBytes, List.copyOf(all));
    }

    /** The same, once the file's size says nothing any more. */
    public JournalMark ended() {
        return new JournalMark(number, endBytes, 0, repairs);
    }

    /** True if that segment is the one in use, and its file was cut off within what was written. */
    public boolean isCutOff(long lastNumber, long lastFileBytes, long contentBytes) {
        return number == lastNumber && lastFileBytes < fileBytes && contentBytes > lastFileBytes - RecordLayout.BODY;
    }

    /** True if the journal's last segment should be a later one than that, or reach further. */
    public boolean isBehind(long lastNumber, long lastEndBytes) {
        return number > lastNumber || number == lastNumber && number > 0 && endBytes > lastEndBytes;
    }

    String toText() {
        StringBuilder text = new StringBuilder("segment " + number + " has " + endBytes + " bytes"
            + (fileBytes > 0 ? " in a file of " + fileBytes : "") + "\n");
        repairs.forEach(repair -> text.append(repair.recordsLost() ? LOST : KEPT).append(repair.text()).append('\n'));
        return text.toString();
    }
}
