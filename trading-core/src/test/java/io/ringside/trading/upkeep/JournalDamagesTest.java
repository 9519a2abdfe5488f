package io.ringside.trading.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.core.command.ReplyBody;
import io.ringside.core.command.Verb;
import io.ringside.core.runtime.Counters;
import io.ringside.trading.engine.EngineRun;
import io.ringside.trading.engine.HandRing;
import io.ringside.trading.engine.JournaledEngine;
import io.ringside.trading.engine.RandomTrading;
import io.ringside.trading.engine.RunRecord;
import io.ringside.trading.journal.ForceMode;
import io.ringside.trading.journal.JournalClaim;
import io.ringside.trading.journal.JournalConfig;
import io.ringside.trading.replay.JournaledSession;
import io.ringside.trading.settings.StrategyTypes;
import io.ringside.trading.snapshot.Snapshot;
import io.ringside.trading.upkeep.Finding.Effect;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random damages: a start refuses, reports what is lost, or recovers the same; and a check has said which. */
class JournalDamagesTest {

    private static final int PAGE_BYTES = 4096;
    private static final long LAST_RUN = 9;

    @TempDir
    private static Path directory;

    private static Path journal;
    private static State intact;

    /** What a start makes of a journal: null words if it is refused. */
    private record State(String refusal, String books, boolean isHalted) {
    }

    @BeforeAll
    static void trade() throws IOException {
        journal = directory.resolve("journal");
        SplittableRandom random = new SplittableRandom(41);
        RandomTrading world = new RandomTrading(random);
        for (int run = 1; run <= 4; run++) {
            try (JournaledSession session =
                     new JournaledSession(journal, EngineRun.of(run, Map.of()), world, random)) {
                session.run(4_000).drain();
                session.tell(Verb.START, "", session.engine().books().time().epochNs());
            }
        }
        intact = start(copy("intact"));
        assertThat(intact.refusal()).isNull();
        assertThat(intact.isHalted()).isFalse();
        assertThat(segments(journal)).hasSizeGreaterThan(3);
    }

    @Test
    void shouldFindNothingInASoundJournal() throws IOException {
        JournalCheck check = new JournalCheck(journal, StrategyTypes.builtIn());

        assertThat(check.run()).isEmpty();
        assertThat(check.records()).isGreaterThan(10_000);
        assertThat(check.firstNeeded()).isEqualTo(segments(journal).size());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void shouldNeverRecoverAnotherStateInSilence(long seed) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        int harmless = 0;
        int refused = 0;
        int reported = 0;
        for (int i = 0; i < 15; i++) {
            Path damaged = copy("damaged-" + seed + "-" + i);
            String what = damage(damaged, random);
            List<Finding> findings = new JournalCheck(damaged, StrategyTypes.builtIn()).run();

            State state = start(damaged);

            if (state.refusal() != null) {
                assertThat(findings).as(what + ": " + state.refusal())
                    .anyMatch(finding -> finding.effect() == Effect.REFUSED);
                repair(damaged);
                assertThat(start(damaged)).as(what).matches(again -> again.refusal() == null && again.isHalted());
                refused++;
            } else if (state.isHalted()) {
                assertThat(findings).as(what).anyMatch(finding -> finding.effect() == Effect.STOPPED)
                    .noneMatch(finding -> finding.effect() == Effect.REFUSED);
                reported++;
            } else {
                assertThat(state.books()).as(what).isEqualTo(intact.books());
                assertThat(findings).as(what).noneMatch(finding -> finding.effect() == Effect.REFUSED
                    || finding.effect() == Effect.STOPPED);
                harmless++;
            }
        }
        assertThat(harmless).isPositive();
        assertThat(refused).isPositive();
        assertThat(reported + refused + harmless).isEqualTo(15);
    }

    private static void repair(Path damaged) throws IOException {
        try (JournalRepair repair = JournalRepair.of(damaged)) {
            long bytes = 0;
            for (RepairStep step : repair.steps()) {
                bytes += Files.size(step.file()) - step.position();
            }
            long kept = 0;
            for (Path file : repair.run()) {
                kept += Files.size(file);
            }
            assertThat(repair.steps()).isNotEmpty();
            assertThat(kept).isGreaterThanOrEqualTo(bytes);
        }
    }

    private static String damage(Path journal, SplittableRandom random) throws IOException {
        List<Path> segments = segments(journal);
        Path file = random.nextBoolean() ? segments.get(segments.size() - 1)
            : segments.get(random.nextInt(segments.size()));
        long bytes = Files.size(file);
        long at = random.nextLong(bytes);
        String where = file.getFileName() + " at byte " + at + " of " + bytes;
        switch (random.nextInt(5)) {
            case 0 -> {
                Files.delete(file);
                return "deleted " + file.getFileName();
            }
            case 1 -> {
                try (RandomAccessFile opened = new RandomAccessFile(file.toFile(), "rw")) {
                    opened.setLength(at);
                }
                return "cut " + where;
            }
            case 2 -> {
                long page = at / PAGE_BYTES * PAGE_BYTES;
                write(file, page, new byte[(int) Math.min(PAGE_BYTES, bytes - page)]);
                return "zeroed the page of " + where;
            }
            default -> {
                byte[] all = Files.readAllBytes(file);
                write(file, at, new byte[] {(byte) (all[(int) at] ^ 1 << random.nextInt(8))});
                return "flipped a bit of " + where;
            }
        }
    }

    private static void write(Path file, long at, byte[] bytes) throws IOException {
        try (RandomAccessFile opened = new RandomAccessFile(file.toFile(), "rw")) {
            opened.seek(at);
            opened.write(bytes);
        }
    }

    private static State start(Path journal) throws IOException {
        RunRecord run = EngineRun.of(LAST_RUN, Map.of());
        JournaledEngine trading = new JournaledEngine(run, StrategyTypes.builtIn(), new HandRing(), reply -> true,
            (nowEpochNs, state) -> ReplyBody.text(state), new Counters());
        JournalConfig config = new JournalConfig(journal, 1 << 20, 1L << 30, 1L << 40, true, ForceMode.NEVER);
        try (JournalClaim claim = JournalClaim.take(config)) {
            trading.open(claim);
        } catch (IOException refused) {
            return new State(refused.getMessage(), "", false);
        }
        trading.close();
        return new State(null, books(trading), trading.engine().tradingState().isHalted());
    }

    private static String books(JournaledEngine trading) throws IOException {
        Snapshot snapshot = new Snapshot().addDurable("orders", trading.engine().books().orders())
            .addDurable("portfolio", trading.engine().books().portfolio());
        return snapshot.durableFields().toString();
    }

    private static Path copy(String name) throws IOException {
        Path copy = Files.createDirectory(directory.resolve(name));
        try (Stream<Path> files = Files.list(journal)) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(file.getFileName()));
            }
        }
        return copy;
    }

    private static List<Path> segments(Path journal) throws IOException {
        try (Stream<Path> files = Files.list(journal)) {
            return files.filter(file -> file.toString().endsWith(".rsj")).sorted().toList();
        }
    }
}
