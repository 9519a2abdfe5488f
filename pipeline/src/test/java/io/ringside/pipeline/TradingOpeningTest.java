package io.ringside.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringside.core.command.ReplyBody;
import io.ringside.core.runtime.Counters;
import io.ringside.pipeline.settings.Settings;
import io.ringside.trading.engine.EngineRun;
import io.ringside.trading.engine.HandRing;
import io.ringside.trading.engine.JournaledEngine;
import io.ringside.trading.engine.RandomTrading;
import io.ringside.trading.journal.JournalClaim;
import io.ringside.trading.journal.JournalConfig;
import io.ringside.trading.journal.NoState;
import io.ringside.trading.journal.codec.JournalRun;
import io.ringside.trading.replay.JournaledSession;
import io.ringside.trading.settings.StrategyTypes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What keeps a run from starting, in words for its operator. */
class TradingOpeningTest {

    private static final String WHAT_TO_DO = "; with another directory trading starts from scratch)";

    @TempDir
    private Path directory;

    @Test
    void shouldNameTheRunThatWritesTheJournal() {
        try (JournaledEngine first = open()) {
            assertThat(first.engine().books().orders().open()).isEmpty();
            assertThatThrownBy(this::open).isInstanceOf(CannotStart.class).hasMessageContaining(
                "is being written by another run").hasMessageEndingWith("(JOURNAL_DIR is " + directory + WHAT_TO_DO);
        }
        open().close();
    }

    @Test
    void shouldAskTheVenueForNothingBeforeTheJournalIsItsOwn() {
        JournaledEngine first = open();
        List<Long> asked = new ArrayList<>();

        assertThatThrownBy(() -> opening().open(1, runId -> {
            asked.add(runId);
            return EngineRun.of(runId, Map.of());
        })).isInstanceOf(CannotStart.class);

        assertThat(asked).isEmpty();
        first.close();
    }

    @Test
    void shouldNameThePlaceOfADamage() throws IOException {
        SplittableRandom random = new SplittableRandom(21);
        new JournaledSession(directory, EngineRun.of(1, Map.of()), new RandomTrading(random), random).run(300).close();
        Path segment = directory.resolve("journal-000000000001.rsj");
        byte[] bytes = Files.readAllBytes(segment);
        bytes[bytes.length / 2] ^= 1;
        Files.write(segment, bytes);

        assertThatThrownBy(this::open).isInstanceOf(CannotStart.class)
            .hasMessageStartingWith("journal damaged: " + segment + " at byte ").hasMessageEndingWith(WHAT_TO_DO);
    }

    @Test
    void shouldSayWhyADirectoryCannotBeMade() throws IOException {
        directory = Files.writeString(directory.resolve("file"), "").resolve("journal");

        assertThatThrownBy(this::open).isInstanceOf(CannotStart.class).hasMessageContaining("Exception: ")
            .hasMessageEndingWith("(JOURNAL_DIR is " + directory + WHAT_TO_DO);
    }

    @Test
    void shouldNameARecordThatNoVersionWroteInOneLine() throws IOException {
        try (JournalClaim claim = JournalClaim.take(config())) {
            claim.begin(new JournalRun(5, "symbols=A\n", 0), new NoState(), new Counters()).close();
        }

        assertThatThrownBy(this::open).isInstanceOf(CannotStart.class)
            .hasMessageStartingWith("the record of a run cannot be parsed: ").hasMessageNotContaining("\n");
    }

    private JournaledEngine open() {
        return opening().open(1, runId -> EngineRun.of(runId, Map.of()));
    }

    private TradingOpening opening() {
        return new TradingOpening(Optional.of(config()), run -> new JournaledEngine(run, StrategyTypes.builtIn(),
            new HandRing(), reply -> true, (nowEpochNs, state) -> ReplyBody.text(state), new Counters()));
    }

    private JournalConfig config() {
        return Settings.demo(Map.of("JOURNAL_DIR", directory.toString()), 0).journal().orElseThrow();
    }

    /** Of another program. */
}
