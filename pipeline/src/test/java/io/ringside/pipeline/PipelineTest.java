package io.ringside.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.sim.quote.QuoteWalk;
import io.ringside.sim.replay.SessionReplay;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** From sockets to sockets: a tick and a command on their whole way. */
@Timeout(30)
class PipelineTest {

    private static final int RECORDED_QUOTES = 20_000;

    private ScriptedTelegram telegram;

    @BeforeEach
    void startTelegram() throws IOException {
        telegram = new ScriptedTelegram();
    }

    @AfterEach
    void closeTelegram() {
        telegram.close();
    }

    @Test
    void shouldAcknowledgeAStatusAndThenReport() throws InterruptedException {
        try (PipelineRig rig = new PipelineRig(walk(), telegram, 0, Map.of())) {
            rig.awaitQuotes();

            telegram.say(PipelineRig.USER, "/status");
            List<ScriptedTelegram.Sent> sent = telegram.awaitUntil(text -> text.startsWith("Ringside dev"));

            assertThat(sent).hasSize(2).allMatch(message -> message.chatId() == PipelineRig.USER);
            assertThat(sent.get(0).text()).isEqualTo("✓ status queued");
            assertThat(sent.get(1).text()).contains("feed 0 UP for ", "BTCUSDT ", " of 1024 slots wait, BLOCKING",
                "latency socket to handler: p50 ", "quotes accepted ");
        }
    }

    @Test
    void shouldHandleQuotesAndCommandsOnTheThreadOfTheFeed() throws InterruptedException {
        try (PipelineRig rig =
                 new PipelineRig(walk(), telegram, 0, Map.of("WAIT_MODE", "shared-thread", "RING_SLOTS", "8"))) {
            rig.awaitQuotes();

            telegram.say(PipelineRig.USER, "/stop");
            telegram.say(PipelineRig.USER, "/status");
            List<ScriptedTelegram.Sent> sent = telegram.awaitUntil(text -> text.startsWith("Ringside dev"));

            assertThat(sent).extracting(ScriptedTelegram.Sent::text)
                .anyMatch(text -> text.startsWith("✓ trading stopped"));
            assertThat(sent.get(sent.size() - 1).text()).contains("trading STOPPED", "feed 0 UP for ",
                " of 8 slots wait, SHARED_THREAD", "latency socket to handler: p50 ");
            assertThat(rig.count("quotes conflated")).isZero();
        }
    }

    @Test
    void shouldShowTicksAndTelegramsCommandsAtTheTerminal() throws InterruptedException {
        try (PipelineRig rig = new PipelineRig(walk(), telegram, 0, Map.of("TICK_PRINT_MS", "100"))) {
            rig.awaitPrinted(text -> text.matches("\\[TICK] BTCUSDT 684\\d\\d\\.\\d{8}"));

            telegram.say(PipelineRig.USER, "/buy BTCUSDT 0.01");

            rig.awaitPrinted(text -> text.equals("[CMD] /buy [BTCUSDT, 0.01]"));
        }
    }

    @Test
    void shouldMeetStrangersWithSilence() throws InterruptedException {
        try (PipelineRig rig = new PipelineRig(walk(), telegram, 0, Map.of())) {
            rig.awaitQuotes();

            telegram.say(99, "/stop");
            telegram.say(PipelineRig.USER, "/status");

            List<ScriptedTelegram.Sent> sent = telegram.awaitUntil(text -> text.startsWith("Ringside dev"));

            assertThat(sent).allMatch(message -> message.chatId() == PipelineRig.USER);
            assertThat(sent.get(sent.size() - 1).text()).contains("trading on", "telegram strangers rejected 1");
        }
    }

    @Test
    void shouldSayWhyItCannotGoOnWithoutAValidToken() throws InterruptedException {
        telegram.rejectToken();

        try (PipelineRig rig = new PipelineRig(walk(), telegram, 0, Map.of())) {
            assertThat(rig.awaitFatal()).contains("Telegram rejects the token", "TG_BOT_TOKEN")
                .doesNotContain(ScriptedTelegram.TOKEN);
        }
    }

    @Test
    void shouldLoseNothingOfAReplayUnderBackPressure(@TempDir Path folder) throws Exception {
        Path capture = Files.write(folder.resolve("capture"), IntStream.range(0, RECORDED_QUOTES)
            .mapToObj(number -> (1_700_000_000_000_000_000L + number) + " " + Burst.message(number).text()).toList());
        SessionReplay replay = SessionReplay.asFastAsTaken(capture);

        try (PipelineRig rig =
                 new PipelineRig(replay, null, 0, Map.of("TICK_POLICY", "backpressure", "RING_SLOTS", "8"))) {
            replay.finished().get(10, TimeUnit.SECONDS);

            String status = rig.awaitStatus(text -> text.contains(" " + RECORDED_QUOTES + " in all"));

            assertThat(rig.count("quotes accepted")).isEqualTo(RECORDED_QUOTES);
            assertThat(rig.count("quotes conflated")).isZero();
            assertThat(status).contains("BTCUSDT " + Burst.bid(RECORDED_QUOTES - 2) + " / ",
                "ETHUSDT " + Burst.bid(RECORDED_QUOTES - 1) + " / ");
        }
    }

    private static QuoteWalk walk() {
        return new QuoteWalk(List.of("BTCUSDT", "ETHUSDT"), 50, new SplittableRandom(1), System::nanoTime);
    }
}
