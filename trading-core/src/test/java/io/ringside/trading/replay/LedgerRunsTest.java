package io.ringside.trading.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.core.command.Verb;
import io.ringside.trading.account.Fill;
import io.ringside.trading.engine.EngineRun;
import io.ringside.trading.engine.LedgerTail;
import io.ringside.trading.engine.RandomTrading;
import io.ringside.trading.journal.JournalReader;
import io.ringside.trading.ledger.LedgerRecord;
import io.ringside.trading.ledger.LedgerRecord.Amount;
import io.ringside.trading.ledger.LedgerRecord.Execution;
import io.ringside.trading.ledger.LedgerRecord.Gap;
import io.ringside.trading.ledger.LedgerRecord.Mark;
import io.ringside.trading.ledger.LedgerRecord.RunBegan;
import io.ringside.trading.ledger.LedgerRecord.StrategySwitched;
import io.ringside.trading.ledger.LedgerRecord.TradingSwitched;
import io.ringside.trading.ledger.LedgerRuns;
import io.ringside.trading.ledger.LedgerState;
import io.ringside.trading.settings.StrategyTypes;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ledger of whole runs, and what becomes of it when processes die and segments go. */
class LedgerRunsTest {

    private static final int RUNS = 3;
    private static final int STEPS = 700;
    private static final String LEDGER = "ledger-000001.rsl";

    @TempDir
    private Path directory;
    private List<LedgerRecord> whole;

    @BeforeEach
    void trade() throws IOException {
        LedgerSessions.trade(directory, RUNS, STEPS);
        whole = LedgerSessions.records(directory);
    }

    @Test
    void shouldHoldEachExecutionOfAllRunsOnce() throws IOException {
        List<Execution> executions = LedgerSessions.executions(directory);

        assertThat(executions.stream().map(each -> each.place().sequence()))
            .isEqualTo(LedgerSessions.fillsInJournal(directory)).hasSizeGreaterThan(50);
        assertThat(executions.stream().map(Execution::number)).isSorted().doesNotHaveDuplicates().startsWith(1L)
            .endsWith((long) executions.size());
    }

    @Test
    void shouldHoldWhatTheBooksSay() throws IOException {
        List<Execution> executions = LedgerSessions.executions(directory);
        Map<String, BigDecimal> realised = new TreeMap<>();
        executions.forEach(each -> each.amounts().realised()
            .forEach(profit -> realised.merge(profit.asset(), profit.value(), BigDecimal::add)));

        SplittableRandom random = new SplittableRandom(8);
        try (JournaledSession next = new JournaledSession(directory, EngineRun.of(RUNS + 1, Map.of()),
            new RandomTrading(random), random)) {
            List<Fill> fills = next.engine().books().portfolio().fills(1_000);
            assertThat(executions).hasSameSizeAs(fills);
            for (int i = 0; i < fills.size(); i++) {
                Fill fill = fills.get(fills.size() - 1 - i);
                Execution execution = executions.get(i);
                assertThat(List.of(execution.order().number(), execution.order().listing().symbol(),
                    execution.order().side(), execution.amounts().qty(), execution.amounts().price(),
                    execution.epochNs())).isEqualTo(List.of(fill.orderNumber(), fill.instrument().symbol(),
                    fill.side(), fill.qty(), fill.price(), fill.epochNs()));
                assertThat(execution.amounts().commission()).isEqualTo(new Amount(fill.commission(),
                    fill.commission().signum() == 0 ? "" : fill.commissionAsset()));
            }
            for (String asset : next.engine().books().portfolio().profits().assets()) {
                assertThat(realised.getOrDefault(asset, BigDecimal.ZERO)).as(asset).isEqualByComparingTo(
                    next.engine().books().portfolio().profits().net(asset, (side, symbolId) -> null).realised());
            }
        }
    }

    @Test
    void shouldHoldSwitchesMarksAndRuns() {
        assertThat(whole).hasAtLeastOneElementOfType(TradingSwitched.class)
            .hasAtLeastOneElementOfType(StrategySwitched.class).hasAtLeastOneElementOfType(Mark.class)
            .doesNotHaveAnyElementsOfTypes(Gap.class);
        assertThat(whole.stream().filter(RunBegan.class::isInstance).map(RunBegan.class::cast).map(RunBegan::continues))
            .containsExactly(false, true, true);
    }

    @Test
    void shouldBeCompletedAfterACrashAtAnyOfItsRecords() throws IOException {
        Path file = directory.resolve(LEDGER);
        byte[] bytes = Files.readAllBytes(file);
        List<Integer> ends = ends(bytes);
        assertThat(ends).hasSize(whole.size() + 1);
        for (int at = 0; at < ends.size(); at += 5) {
            Files.write(file, Arrays.copyOf(bytes, ends.get(at)));

            LedgerSessions.catchUp(directory);

            assertThat(LedgerSessions.records(directory)).as("cut at " + ends.get(at)).isEqualTo(whole);
        }
    }

    @Test
    void shouldBeRebuiltFromTheJournalInAnyLocale() throws IOException {
        Files.delete(directory.resolve(LEDGER));
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("fa-IR-u-nu-arabext"));
            LedgerSessions.catchUp(directory);
        } finally {
            Locale.setDefault(before);
        }

        assertThat(LedgerSessions.records(directory)).isEqualTo(whole);
    }

    @Test
    void shouldTellHowManyExecutionsWentWithTheSegmentsThatWerePruned() throws IOException {
        Files.delete(directory.resolve(LEDGER));
        Files.delete(directory.resolve("journal-000000000001.rsj"));
        LedgerSessions.catchUp(directory);

        List<LedgerRecord> rebuilt = LedgerSessions.records(directory);
        List<Execution> left = LedgerSessions.executions(directory);

        assertThat(rebuilt.get(0)).isInstanceOfSatisfying(Gap.class, gap -> {
            assertThat(gap.fromEpochNs()).isZero();
            assertThat(gap.executions()).isEqualTo(left.get(0).number() - 1).isPositive();
        });
        assertThat(left.get(left.size() - 1)).isEqualTo(last());
        assertThat(rebuilt.stream().filter(Gap.class::isInstance)).hasSize(1);
    }

    @Test
    void shouldTellHowManyExecutionsStoodInASegmentThatCannotBeRead() throws IOException {
        Path file = directory.resolve(LEDGER);
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, ends(bytes).get(10)));
        List<Execution> before = LedgerSessions.executions(directory);
        Path segment = directory.resolve("journal-000000000001.rsj");
        byte[] damaged = Files.readAllBytes(segment);
        damaged[damaged.length / 2] ^= 1;
        Files.write(segment, damaged);

        LedgerSessions.catchUp(directory);

        List<LedgerRecord> rebuilt = LedgerSessions.records(directory);
        List<Execution> after = LedgerSessions.executions(directory);
        long missing = rebuilt.stream().filter(Gap.class::isInstance).mapToLong(gap -> ((Gap) gap).executions()).sum();
        assertThat(missing).isPositive();
        assertThat(after.size() + missing).isEqualTo(last().number());
        assertThat(after).startsWith(before.toArray(new Execution[0])).endsWith(last());
    }

    @Test
    void shouldNotNeedSegmentsThatItHasRead() throws IOException {
        List<Long> numbers = JournalReader.numbers(directory);
        for (long number : numbers.subList(0, numbers.size() - 1)) {
            Files.delete(directory.resolve(String.format(Locale.ROOT, "journal-%012d.rsj", number)));
        }

        LedgerSessions.catchUp(directory);

        assertThat(LedgerSessions.records(directory)).isEqualTo(whole);
    }

    @Test
    void shouldFollowAJournalThatIsBeingWritten() throws IOException {
        Path other = directory.resolve("other");
        SplittableRandom random = new SplittableRandom(9);
        List<LedgerRecord> followed = new ArrayList<>();
        try (JournaledSession session = new JournaledSession(other, EngineRun.of(1, Map.of()),
            new RandomTrading(random), random);
             LedgerTail tail = new LedgerTail(other, StrategyTypes.builtIn(), LedgerState.EMPTY)) {
            for (int i = 0; i < 20; i++) {
                session.run(500);
                for (LedgerRecord next = tail.next(); next != null; next = tail.next()) {
                    followed.add(next);
                }
                assertThat(followed.stream().filter(Execution.class::isInstance).count())
                    .isEqualTo(session.engine().books().portfolio().executions());
            }
            assertThat(tail.segmentNumber()).isGreaterThan(1);
        }

        assertThat(LedgerSessions.records(other)).isEqualTo(followed);
    }

    @Test
    void shouldVoidWhatAPowerLossTookFromTheJournalAlone() throws IOException {
        Path newest = directory.resolve(String.format(Locale.ROOT, "journal-%012d.rsj",
            JournalReader.numbers(directory).get(JournalReader.numbers(directory).size() - 1)));
        byte[] bytes = Files.readAllBytes(newest);
        Files.write(newest, Arrays.copyOf(bytes, bytes.length * 3 / 4));
        SplittableRandom random = new SplittableRandom(11);
        try (JournaledSession next = new JournaledSession(directory, EngineRun.of(RUNS + 1, Map.of()),
            new RandomTrading(random), random)) {
            next.tell(Verb.START, "", EngineRun.START_EPOCH_NS);
            next.run(STEPS).drain();
        }

        LedgerRuns runs = new LedgerRuns();
        LedgerSessions.records(directory).stream().filter(RunBegan.class::isInstance).map(RunBegan.class::cast)
            .forEach(runs::add);
        List<Execution> executions = LedgerSessions.executions(directory);
        List<Execution> valid = executions.stream().filter(each -> !runs.isVoid(each.place())).toList();

        assertThat(valid).hasSizeLessThan(executions.size());
        assertThat(valid.stream().map(each -> each.place().sequence()))
            .isEqualTo(LedgerSessions.fillsInJournal(directory));
        assertThat(valid.stream().map(Execution::number)).doesNotHaveDuplicates().isSorted()
            .endsWith((long) valid.size());
    }

    private Execution last() {
        List<Execution> executions = whole.stream().filter(Execution.class::isInstance).map(Execution.class::cast)
            .toList();
        return executions.get(executions.size() - 1);
    }

    /** Where the records of a file end. */
    private static List<Integer> ends(byte[] bytes) {
        List<Integer> ends = new ArrayList<>();
        for (int at = 0; at < bytes.length; ) {
            int length = bytes[at] & 0xFF | (bytes[at + 1] & 0xFF) << 8;
            at += (length + 7) / 8 * 8;
            ends.add(at);
        }
        return ends;
    }
}
