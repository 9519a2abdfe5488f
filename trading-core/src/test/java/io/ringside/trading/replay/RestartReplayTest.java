package io.ringside.trading.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.core.runtime.Counters;
import io.ringside.trading.decision.ChangeReason;
import io.ringside.trading.decision.Decision.StrategyChanged;
import io.ringside.trading.engine.EngineRun;
import io.ringside.trading.engine.OfflineEngine;
import io.ringside.trading.engine.RandomTrading;
import io.ringside.trading.engine.RunFold;
import io.ringside.trading.engine.RunRecord;
import io.ringside.trading.journal.ForceMode;
import io.ringside.trading.journal.JournalClaim;
import io.ringside.trading.journal.JournalConfig;
import io.ringside.trading.journal.JournalOwner;
import io.ringside.trading.journal.JournalReader;
import io.ringside.trading.journal.codec.JournalRun;
import io.ringside.trading.settings.StrategyTypes;
import io.ringside.trading.snapshot.SavedPart;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A journal of two runs, of which the second one has recovered something else than the first one left. */
class RestartReplayTest {

    private static final RunRecord FIRST = EngineRun.of(1, Map.of());
    private static final RunRecord SECOND = EngineRun.of(2, Map.of());

    private static final int PAGE_BYTES = 4096;

    @TempDir
    private Path directory;

    private OfflineEngine second;
    private long nextSequence;

    @BeforeEach
    void trade() throws IOException {
        SplittableRandom random = new SplittableRandom(31);
        new JournaledSession(directory, FIRST, new RandomTrading(random), random).run(3_000).close();
        try (JournalReader reader = JournalReader.newest(directory).orElseThrow()) {
            RunFold fold = new RunFold(StrategyTypes.builtIn());
            do {
                fold.add(reader);
                nextSequence = reader.sequence() + 1;
            } while (reader.next());
            second = fold.startOf(SECOND, new OfflineEngine(SECOND, StrategyTypes.builtIn()));
        }
    }

    @Test
    void shouldAcceptWhatTheRunBeforeHasLeft() throws IOException {
        start(second.snapshot(nextSequence));

        assertThat(replay()).isNull();
    }

    @Test
    void shouldNameTheRealisedProfitThatARestartForgot() throws IOException {
        Matcher named = Pattern.compile("realised profit of USDT \\(user\\), value=([-0-9.]{3,})")
            .matcher(second.durableFields().get("portfolio").toString());
        assertThat(named.find()).isTrue();
        String realised = named.group(1);
        String other = realised.replaceAll("[1-9]", "8");
        assertThat(other).isNotEqualTo(realised);

        start(replaced(second.snapshot(nextSequence), realised, other));

        assertThat(replay()).startsWith("run 2 did not start from the state in which the run before it ended")
            .contains("\n  portfolio: realised profit of USDT (user): recorded " + other + ", replayed " + realised);
    }

    @Test
    void shouldNameTheSwitchOfAStrategyThatARestartForgot() throws IOException {
        second.engine().strategies().restore(
            new StrategyChanged("crossover", true, "fast=3 slow=9", ChangeReason.USER, ""));

        start(second.snapshot(nextSequence));

        assertThat(replay()).contains("\n  strategies: parameters of crossover: recorded fast=3 slow=9 ");
    }

    @Test
    void shouldNameTheTradingStateThatARestartForgot() throws IOException {
        second.engine().halt();

        start(second.snapshot(nextSequence));

        assertThat(replay()).contains("\n  tradingState: halted: recorded true, replayed false");
    }

    @Test
    void shouldNameTheExecutionThatARestartForgot() throws IOException {
        second.engine().books().portfolio().onFill(second.engine().books().portfolio().fills(1).get(0));

        start(second.snapshot(nextSequence));

        assertThat(replay()).contains("\n  portfolio: ");
    }

    /** Trading is stopped by the repair, which is in no record of the first run. */
    @Test
    void shouldTakeTheRepairsOfAStartFromWhatItReported() throws IOException {
        Path segment = directory.resolve("journal-000000000001.rsj");
        try (RandomAccessFile file = new RandomAccessFile(segment.toFile(), "rw")) {
            file.seek(file.length() / 2 / PAGE_BYTES * PAGE_BYTES);
            file.write(new byte[PAGE_BYTES]);
        }

        SplittableRandom random = new SplittableRandom(32);
        try (JournaledSession session =
                 new JournaledSession(directory, SECOND, new RandomTrading(random), random)) {
            assertThat(session.engine().tradingState().isHalted()).isTrue();
            session.run(300);
        }

        assertThat(replay()).isNull();
    }

    /** A second run that says it started from that state. */
    private void start(List<SavedPart> snapshot) throws IOException {
        JournalConfig config = new JournalConfig(directory, 1 << 20, 1L << 30, 1L << 40, true, ForceMode.NEVER);
        try (JournalClaim claim = JournalClaim.take(config)) {
            JournalRun run = new JournalRun(SECOND.runId(), SECOND.toJson(), nextSequence);
            claim.begin(run, new Recorded(snapshot), new Counters())
                .close();
        }
    }

    private String replay() throws IOException {
        try (JournalReader reader = JournalReader.oldest(directory).orElseThrow()) {
            return new Replay(reader, StrategyTypes.builtIn(), new ReplayHash(0, text -> { })).run();
        }
    }

    /** The parts with one text changed for another of its length, wherever it stands. */
    private static List<SavedPart> replaced(List<SavedPart> parts, String text, String other) {
        return parts.stream().map(part -> new SavedPart(part.name(), part.version(), part.durable(),
            part.asOfSequence(), new String(part.state(), StandardCharsets.ISO_8859_1).replace(text, other)
                .getBytes(StandardCharsets.ISO_8859_1))).toList();
    }

    private record Recorded(List<SavedPart> snapshot) implements JournalOwner {

        @Override
        public List<SavedPart> save(long sequence) {
            return snapshot;
        }

        @Override
        public void onFailure(String reason) {
            throw new AssertionError(reason);
        }

        @Override
        public void onRecovered() {
            throw new AssertionError("never failed");
        }
    }
}
