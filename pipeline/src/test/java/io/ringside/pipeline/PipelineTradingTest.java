package io.ringside.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.sim.quote.QuoteWalk;
import io.ringside.trading.journal.JournalReader;
import io.ringside.trading.replay.Replay;
import io.ringside.trading.replay.ReplayHash;
import io.ringside.trading.settings.StrategyTypes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** From a typed order to its execution, and over a restart, with threads, sockets and files. */
@Timeout(60)
class PipelineTradingTest {

    @TempDir
    private Path directory;

    @Test
    void shouldTradeAndComeBackToItsPositionAndItsStop() throws Exception {
        try (PipelineRig rig = rig()) {
            rig.awaitPrinted(text -> text.startsWith("[TICK] BTCUSDT "));
            rig.type("/buy BTCUSDT 0.01");
            rig.awaitPrinted(text -> text.startsWith("✓ #1 buy 0.01000 BTCUSDT at market filled, 0.01000 at 68"));
            rig.type("/positions");
            rig.awaitPrinted(text -> text.startsWith("BTC 0.00999 of user, average entry 68"));
            rig.type("/stop");
            rig.awaitPrinted(text -> text.startsWith("✓ trading stopped"));
        }

        try (PipelineRig rig = rig()) {
            rig.awaitPrinted(text -> text.equals("✓ restarted: trading is STOPPED, /start resumes;"
                + " 0 open orders and 1 positions recovered"));
            rig.type("/positions");
            rig.awaitPrinted(text -> text.startsWith("BTC 0.00999 of user, average entry 68"));
            rig.type("/sell BTCUSDT all");
            rig.awaitPrinted(text -> text.startsWith("✗ rejected by trading halted"));
            rig.type("/start");
            rig.awaitPrinted(text -> text.startsWith("[TICK] BTCUSDT "));
            rig.type("/sell BTCUSDT all");
            rig.awaitPrinted(text -> text.startsWith("✓ #2 sell 0.00999 BTCUSDT at market filled, "));
        }

        assertThat(difference()).isNull();
    }

    @Test
    void shouldStartWithoutTheVenuesRulesAndSaySo() throws Exception {
        try (PipelineRig rig = rig(Map.of("BINANCE_REST_URL", "http://127.0.0.1:1"))) {
            rig.awaitPrinted(text -> text.startsWith("no trading rules for BTCUSDT, ETHUSDT: "));
        }
    }

    private PipelineRig rig() {
        return rig(Map.of("JOURNAL_DIR", directory.toString(), "TICK_PRINT_MS", "100"));
    }

    private static PipelineRig rig(Map<String, String> settings) {
        return new PipelineRig(new QuoteWalk(List.of("BTCUSDT", "ETHUSDT"), 50, new SplittableRandom(1),
            System::nanoTime), null, 0, settings);
    }

    private String difference() throws IOException {
        try (JournalReader reader = JournalReader.oldest(directory).orElseThrow()) {
            return new Replay(reader, StrategyTypes.builtIn(), new ReplayHash(0, text -> { })).run();
        }
    }
}
