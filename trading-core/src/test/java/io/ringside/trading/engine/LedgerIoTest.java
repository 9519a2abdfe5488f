package io.ringside.trading.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.core.runtime.Counters;
import io.ringside.trading.journal.JournalReader;
import io.ringside.trading.ledger.LedgerReader;
import io.ringside.trading.replay.JournaledSession;
import io.ringside.trading.settings.StrategyTypes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The duty cycles of the thread ledger-io, without the thread. */
class LedgerIoTest {

    @TempDir
    private Path directory;
    private final List<String> alerts = new ArrayList<>();

    @BeforeEach
    void trade() throws IOException {
        SplittableRandom random = new SplittableRandom(3);
        RandomTrading world = new RandomTrading(random);
        for (int run = 1; run <= 2; run++) {
            try (JournaledSession session = new JournaledSession(directory, EngineRun.of(run, Map.of()), world,
                random)) {
                session.run(600).drain();
            }
        }
    }

    @Test
    void shouldNeedAllSegmentsUntilItHasReadThem() throws IOException {
        try (LedgerIo io = ledger()) {
            assertThat(io.neededFrom()).isZero();

            io.catchUp();

            List<Long> numbers = JournalReader.numbers(directory);
            assertThat(io.neededFrom()).isEqualTo(numbers.get(numbers.size() - 1));
        }
        assertThat(alerts).isEmpty();
    }

    @Test
    void shouldTellOnceOfExecutionsThatTheJournalHoldsNoMore() throws IOException {
        Files.delete(directory.resolve("ledger-000001.rsl"));
        Files.delete(directory.resolve("journal-000000000001.rsj"));

        try (LedgerIo io = ledger()) {
            io.catchUp();
        }
        assertThat(alerts).singleElement().asString().matches("⚠ [0-9]+ executions are not in the ledger, between the "
            + "first start and 20.*Z: the journal did not hold them any more\\..*");

        try (LedgerIo io = ledger()) {
            io.catchUp();
        }
        assertThat(alerts).hasSize(1);
    }

    @Test
    void shouldTellOfAnEndThatWasPutAside() throws IOException {
        Files.write(directory.resolve("ledger-000001.rsl"), new byte[]{1}, StandardOpenOption.APPEND);

        ledger().close();

        assertThat(alerts).singleElement().asString().startsWith("⚠ the ledger was repaired: ")
            .endsWith("what follows is kept as ledger-000001.rsl.cut");
    }

    @Test
    void shouldTellOnceThatItCannotBeWrittenAndGoOnWithTheSameRecord() throws IOException {
        long executions = executions();
        Files.delete(directory.resolve("ledger-000001.rsl"));
        try (LedgerIo io = ledger()) {
            Files.createDirectory(directory.resolve("ledger-000001.rsl"));
            io.doWork();
            io.doWork();
            assertThat(alerts).singleElement().asString().startsWith("⚠ the ledger cannot be written: ");
            assertThat(io.neededFrom()).isZero();

            Files.delete(directory.resolve("ledger-000001.rsl"));
            io.doWork();
            io.doWork();
        }

        assertThat(alerts).hasSize(2).last().isEqualTo("✓ the ledger is written again");
        assertThat(executions()).isEqualTo(executions).isPositive();
    }

    private LedgerIo ledger() throws IOException {
        return new LedgerIo(directory, StrategyTypes.builtIn(), alerts::add, new Counters());
    }

    private long executions() throws IOException {
        try (LedgerReader reader = new LedgerReader(directory)) {
            while (reader.next() != null) {
                continue;
            }
            return reader.state().executions();
        }
    }
}
