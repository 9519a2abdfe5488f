package io.ringside.trading.upkeep;

import io.ringside.trading.engine.OfflineEngine;
import io.ringside.trading.engine.RunFold;
import io.ringside.trading.engine.RunRecord;
import io.ringside.trading.journal.JournalReader;
import io.ringside.trading.journal.codec.SegmentStart;
import io.ringside.trading.journal.segment.JournalDamage;
import io.ringside.trading.journal.segment.JournalDirectory;
import io.ringside.trading.journal.segment.JournalMark;
import io.ringside.trading.journal.segment.TornTail;
import io.ringside.trading.journal.segment.UnsupportedFormat;
import io.ringside.trading.ledger.LedgerReader;
import io.ringside.trading.settings.BadSettings;
import io.ringside.trading.settings.StrategyTypes;
import io.ringside.trading.upkeep.Finding.Effect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads all of a journal: every checksum, the order of records and segments, every decision and every snapshot, and
 * its ledger. A start reads only what it recovers from, which is seldom more than the last segment. In a damaged
 * segment the first damage is found; the check goes on in the next one that starts with a snapshot.
 *
 * <p>Changes no file and takes no lock: the journal may be in use, but not in this process. Needs half a megabyte for
 * reading, whatever the size of a segment, and two engines.
 *
 * <p><em>Threading:</em> one thread.
 */
public final class JournalCheck {

    private final JournalDirectory directory;
    private final StrategyTypes types;
    private final RunFold fold;
    private final List<Finding> findings = new ArrayList<>();
    private JournalMark mark = JournalMark.NONE;
    private long firstNeeded;
    private long records;
    private long endBytes;
    private boolean folding;

    /** {@code types}: the strategies that the recorded runs name in their settings. */
    public JournalCheck(Path directory, StrategyTypes types) {
        this.directory = new JournalDirectory(directory);
        this.types = types;
        this.fold = new RunFold(types);
    }

    /**
     * All that is wrong, in the order of the segments.
     *
     * @throws UnsupportedFormat for what another version wrote, which this one cannot check
     * @throws IOException       if files cannot be read, or one may be a segment of another name
     */
    public List<Finding> run() throws IOException {
        mark = JournalMark.of(directory);
        List<Long> numbers = directory.numbers();
        firstNeeded = firstNeeded(numbers);
        for (int i = 0; i < numbers.size(); ) {
            i = checkFrom(i, numbers);
        }
        addMissing(numbers.isEmpty() ? 0 : numbers.get(numbers.size() - 1));
        checkLedger();
        return findings;
    }

    private void checkLedger() throws IOException {
        try (LedgerReader ledger = new LedgerReader(directory.path())) {
            boolean record = true;
            while (record) {
                record = ledger.next() != null;
            }
            Effect effect = ledger.isDamaged() ? Effect.LEDGER_DAMAGED : Effect.LEDGER_TORN;
            ledger.problems().forEach(problem -> findings.add(new Finding(problem, effect)));
        }
    }

    /** How many were read; segment starts count. */
    public long records() {
        return records;
    }

    /** Where a start begins to read; 0 if nothing can be recovered. */
    public long firstNeeded() {
        return firstNeeded;
    }

    private long firstNeeded(List<Long> numbers) throws IOException {
        for (int i = numbers.size() - 1; i >= 0; i--) {
            try (JournalReader reader = JournalReader.at(directory.path(), numbers.get(i))) {
                return reader.start().number();
            } catch (NoSuchFileException withoutSnapshot) {
                continue;
            } catch (JournalDamage refused) {
                return numbers.get(i);
            }
        }
        return 0;
    }

    /** Returns the index of the first segment that is still unchecked. */
    private int checkFrom(int index, List<Long> numbers) throws IOException {
        long number = numbers.get(index);
        try (JournalReader reader = JournalReader.at(directory.path(), number)) {
            do {
                check(reader);
            } while (reader.next());
            reader.tornTail().ifPresent(this::add);
            endBytes = reader.position();
            addCutOff(reader);
            return numbers.size();
        } catch (NoSuchFileException withoutSnapshot) {
            if (Files.exists(directory.file(number))) {
                addWithoutSnapshot(index, numbers);
            }
            return index + 1;
        } catch (JournalDamage damage) {
            int at = index;
            while (!directory.file(numbers.get(at)).equals(damage.file())) {
                at++;
            }
            add(damage.getMessage(), numbers.get(at));
            return at + 1;
        }
    }

    private void check(JournalReader reader) throws IOException {
        records++;
        if (reader.kind() == JournalReader.Kind.START && !reader.start().continuation()) {
            folding = isReadable(reader);
        } else if (folding) {
            fold.add(reader);
        } else if (reader.kind() == JournalReader.Kind.DECISION) {
            reader.decision();
        }
    }

    private boolean isReadable(JournalReader reader) {
        SegmentStart start = reader.start();
        try {
            fold.add(reader);
            loadAll(start);
            return true;
        } catch (IOException unreadable) {
            add("the state at the start of " + directory.file(start.number()) + " cannot be read: "
                + unreadable.getMessage(), start.number());
            return false;
        }
    }

    /** With what only a replay needs. */
    private void loadAll(SegmentStart start) throws IOException {
        try {
            new OfflineEngine(RunRecord.fromJson(start.configText()), types).load(start.snapshot());
        } catch (BadSettings expected) {
            // A run of another version, whose settings this one does not accept: a replay will say so.
        }
    }

    /** Where older segments were pruned, the oldest one that is left may have no snapshot. */
    private void addWithoutSnapshot(int index, List<Long> numbers) {
        long number = numbers.get(index);
        if (index == numbers.size() - 1) {
            findings.add(new Finding("the start of " + directory.file(number) + " is incomplete", Effect.PUT_ASIDE));
        } else if (index > 0) {
            add(directory.file(number) + " has no snapshot and can only be read after the segment before it", number);
        }
    }

    private void addCutOff(JournalReader reader) throws IOException {
        Path file = directory.file(reader.start().number());
        long contentBytes = reader.tornTail().map(tail -> tail.position() + tail.bytes()).orElse(endBytes);
        if (mark.isCutOff(reader.start().number(), Files.size(file), contentBytes)) {
            findings.add(new Finding(file + " was cut off: it had " + mark.fileBytes() + " bytes and has "
                + Files.size(file), Effect.STOPPED));
        }
    }

    /** What the lock's file says was written. */
    private void addMissing(long last) {
        boolean known = findings.stream().anyMatch(finding -> finding.effect() == Effect.STOPPED);
        if (mark.number() > last) {
            findings.add(new Finding(directory.file(mark.number()) + " was written and is missing", Effect.STOPPED));
        } else if (!known && endBytes > 0 && mark.isBehind(last, endBytes)) {
            findings.add(new Finding("records up to byte " + mark.endBytes() + " of " + directory.file(last)
                + " were written, and it ends at byte " + endBytes, Effect.STOPPED));
        }
    }

    private void add(TornTail tail) {
        findings.add(new Finding(tail.text(), tail.recordsLost() ? Effect.STOPPED : Effect.PUT_ASIDE));
    }

    private void add(String what, long number) {
        findings.add(new Finding(what, number < firstNeeded ? Effect.NOT_READ : Effect.REFUSED));
    }
}
