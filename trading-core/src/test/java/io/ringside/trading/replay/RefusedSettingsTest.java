package io.ringside.trading.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringside.core.runtime.Counters;
import io.ringside.trading.engine.EngineRun;
import io.ringside.trading.engine.RandomTrading;
import io.ringside.trading.journal.ForceMode;
import io.ringside.trading.journal.JournalClaim;
import io.ringside.trading.journal.JournalConfig;
import io.ringside.trading.journal.JournalReader;
import io.ringside.trading.journal.NoState;
import io.ringside.trading.journal.codec.JournalRun;
import io.ringside.trading.settings.StrategyTypes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run of another version, one of whose settings this version does not accept. */
class RefusedSettingsTest {

    private static final String REFUSED = "RISK_MAX_OPEN_ORDERS";

    @TempDir
    private Path directory;

    @BeforeEach
    void write() throws IOException {
        String json = EngineRun.of(1, Map.of(REFUSED, "as many as you like")).toJson();
        JournalConfig config = new JournalConfig(directory, 1 << 20, 1L << 30, 1L << 40, true, ForceMode.NEVER);
        try (JournalClaim claim = JournalClaim.take(config)) {
            claim.begin(new JournalRun(1, json, 0), new NoState(), new Counters()).close();
        }
    }

    @Test
    void shouldBeRecoveredWithoutIt() throws IOException {
        SplittableRandom random = new SplittableRandom(1);

        try (JournaledSession next =
                 new JournaledSession(directory, EngineRun.of(2, Map.of()), new RandomTrading(random), random)) {
            next.run(10);
            assertThat(next.texts()).contains("⚠ the run before had the setting " + REFUSED
                + "=as many as you like, which this version does not accept; its state is recovered without it");
        }
    }

    @Test
    void shouldNotBeDecidedAgain() throws IOException {
        try (JournalReader reader = JournalReader.oldest(directory).orElseThrow()) {
            Replay replay = new Replay(reader, StrategyTypes.builtIn(), new ReplayHash(0, text -> { }));

            assertThatThrownBy(replay::run).isInstanceOf(IOException.class)
                .hasMessageStartingWith("run 1 had settings that this version does not accept, and cannot be decided "
                    + "again: " + REFUSED + " is 'as many as you like'");
        }
    }
}
