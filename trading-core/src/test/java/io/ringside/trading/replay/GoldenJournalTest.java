package io.ringside.trading.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.trading.engine.EngineRun;
import io.ringside.trading.engine.RandomTrading;
import io.ringside.trading.journal.JournalReader;
import io.ringside.trading.journal.segment.RecordLayout;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every version reads what each earlier one wrote. */
class GoldenJournalTest {

    @TempDir
    private Path directory;

    @ParameterizedTest
    @MethodSource("all")
    void shouldRecoverToTheStateThatItsWriterWouldHave(Path golden) throws IOException {
        GoldenJournals.unpack(golden, directory);

        assertThat(GoldenJournals.recovered(directory)).isEqualTo(GoldenJournals.state(golden));
    }

    @ParameterizedTest
    @MethodSource("all")
    void shouldReadEveryRecord(Path golden) throws IOException {
        GoldenJournals.unpack(golden, directory);

        try (JournalReader reader = JournalReader.oldest(directory).orElseThrow()) {
            int records = 0;
            while (reader.next()) {
                records++;
            }
            assertThat(records).isGreaterThan(1_000);
            assertThat(reader.tornTail()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void shouldGoOnWhereItEnded(Path golden) throws IOException {
        GoldenJournals.unpack(golden, directory);
        SplittableRandom random = new SplittableRandom(7);

        try (JournaledSession session =
                 new JournaledSession(directory, EngineRun.of(3, Map.of()), new RandomTrading(random), random)) {
            session.run(50);
            assertThat(session.texts()).anyMatch(text -> text.startsWith("✓ restarted: entries are PAUSED"));
        }
    }

    @Test
    @EnabledIfSystemProperty(named = "ringside.golden", matches = "write")
    void shouldWriteTheOneOfANewFormat() throws IOException {
        GoldenJournals.write();
    }

    @Test
    void shouldHaveOneForEachFormat() throws IOException {
        assertThat(all()).hasSize(RecordLayout.FORMAT_VERSION - RecordLayout.OLDEST_FORMAT_VERSION + 1);
    }

    static List<Path> all() throws IOException {
        return GoldenJournals.all();
    }
}
