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
 * @param repairs  made, but not yet part of any snapshot
 */
public record JournalMark(long number, long endBytes, List<Repair> repairs) {

    /** Nothing is known. */
    public static final JournalMark NONE = new JournalMark(0, 0, List.of());

    static final long MAX_BYTES = 64 << 10;

    private static final Pattern HEAD = Pattern.compile("segment ([0-9]{1,12}) has ([0-9]{1,10}) bytes");
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
        return new JournalMark(Long.parseLong(head.group(1)), Long.parseLong(head.group(2)), List.copyOf(repairs));
    }

    /** The same, with another repair. */
    public JournalMark with(Repair repair) {
        List<Repair> all = new ArrayList<>(repairs);
        all.add(repair);
        return new JournalMark(number, endBytes, List.copyOf(all));
    }

    /** True if the journal's last segment should be a later one than that, or reach further. */
    public boolean isBehind(long lastNumber, long lastEndBytes) {
        return number > lastNumber || number == lastNumber && number > 0 && endBytes > lastEndBytes;
    }

    String toText() {
        StringBuilder text = new StringBuilder("segment " + number + " has " + endBytes + " bytes\n");
        repairs.forEach(repair -> text.append(repair.recordsLost() ? LOST : KEPT).append(repair.text()).append('\n'));
        return text.toString();
    }
}
