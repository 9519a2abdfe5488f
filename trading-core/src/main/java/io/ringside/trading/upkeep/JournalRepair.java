package io.ringside.trading.upkeep;

import io.ringside.trading.journal.JournalReader;
import io.ringside.trading.journal.codec.StartReader;
import io.ringside.trading.journal.segment.JournalDamage;
import io.ringside.trading.journal.segment.JournalDirectory;
import io.ringside.trading.journal.segment.JournalLock;
import io.ringside.trading.journal.segment.JournalMark;
import io.ringside.trading.journal.segment.SegmentReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes a journal startable again whose start is refused: the last records before the damage are its end from then on,
 * and what stands behind them is put aside in {@code .cut} files beside it. Deletes nothing. The next start reports it
 * in chat, and trading stays stopped until somebody has looked.
 *
 * <p>Damage that a start does not read is left alone, and so is a torn tail, which each start puts aside by itself.
 *
 * <p>Holds the journal's lock until it is closed, so nothing writes there meanwhile.
 *
 * <p><em>Threading:</em> one thread.
 */
public final class JournalRepair implements AutoCloseable {

    private final JournalDirectory directory;
    private final JournalLock lock;
    private final List<RepairStep> steps = new ArrayList<>();

    private JournalRepair(JournalDirectory directory, JournalLock lock) {
        this.directory = directory;
        this.lock = lock;
    }

    /**
     * Finds out what has to be done, and changes nothing yet.
     *
     * @throws IOException if there is no journal, it is in use, another version wrote it, or no snapshot can be read
     */
    public static JournalRepair of(Path path) throws IOException {
        if (JournalReader.numbers(path).isEmpty()) {
            throw new NoSuchFileException(path.toString(), null, "there is no journal");
        }
        JournalDirectory directory = new JournalDirectory(path);
        JournalLock lock = JournalLock.take(directory);
        try {
            JournalRepair repair = new JournalRepair(directory, lock);
            repair.plan(directory.numbers());
            return repair;
        } catch (IOException | RuntimeException failure) {
            lock.close();
            throw failure;
        }
    }

    /** The newest segment first; empty if a start is not refused. */
    public List<RepairStep> steps() {
        return List.copyOf(steps);
    }

    /** Puts aside what {@link #steps} name; returns the files that hold it. */
    public List<Path> run() throws IOException {
        JournalMark mark = lock.mark();
        List<Path> kept = new ArrayList<>();
        for (RepairStep step : steps) {
            Path aside = JournalDirectory.free(step.file());
            mark = mark.with(new JournalMark.Repair("the journal was repaired by hand: " + step.text() + "; kept in "
                + aside.getFileName(), true));
            lock.mark(mark);
            if (step.position() == 0) {
                Files.move(step.file(), aside);
            } else {
                JournalDirectory.copy(step.file(), aside, step.position(), Files.size(step.file()) - step.position());
                JournalDirectory.truncate(step.file(), step.position());
            }
            kept.add(aside);
        }
        directory.force();
        return kept;
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }

    /** From the newest segment down to the one from whose snapshot all that follows can be read. */
    private void plan(List<Long> numbers) throws IOException {
        for (int i = numbers.size() - 1; i >= 0; i--) {
            try (JournalReader reader = JournalReader.at(directory.path(), numbers.get(i))) {
                boolean record = true;
                while (record) {
                    if (reader.kind() == JournalReader.Kind.DECISION) {
                        reader.decision();
                    }
                    record = reader.next();
                }
                return;
            } catch (NoSuchFileException withoutSnapshot) {
                continue;
            } catch (JournalDamage damage) {
                boolean startLost = plan(numbers, damage);
                if (!startLost || !damage.file().equals(directory.file(numbers.get(i)))) {
                    return;
                }
            }
        }
        throw new IOException("no snapshot in " + directory.path() + " can be read: nothing can be recovered from it; "
            + "restore a backup, or begin with another directory");
    }

    /**
     * The damaged segment is cut there, or put aside if its start is damaged, and all behind it are put aside. Returns
     * true if its start is damaged.
     */
    private boolean plan(List<Long> numbers, JournalDamage damage) throws IOException {
        steps.clear();
        for (int i = numbers.size() - 1; i >= 0; i--) {
            long number = numbers.get(i);
            try (SegmentReader segment = new SegmentReader(directory, number)) {
                if (damage.file().equals(segment.file())) {
                    return planDamaged(number, segment, damage);
                }
                steps.add(RepairStep.of(number, segment, 0, "it follows the damage"));
            }
        }
        return false;
    }

    private boolean planDamaged(long number, SegmentReader segment, JournalDamage damage) throws IOException {
        if (!isStarted(segment, number)) {
            steps.add(RepairStep.of(number, segment, 0, damage.getMessage()));
            return true;
        }
        goTo(segment, damage.position());
        if (damage.position() < segment.endOfContents()) {
            steps.add(RepairStep.of(number, segment, damage.position(), damage.getMessage()));
        }
        return false;
    }

    private static boolean isStarted(SegmentReader segment, long number) throws IOException {
        try {
            return new StartReader(segment).read(number) != null;
        } catch (JournalDamage damaged) {
            return false;
        }
    }

    private static void goTo(SegmentReader segment, long position) throws IOException {
        boolean record = true;
        while (record && segment.position() < position) {
            try {
                record = segment.next();
            } catch (JournalDamage reached) {
                record = false;
            }
        }
    }
}
