package io.ringside.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A handler that sleeps 10 ms per tick, at 5,000 ticks a second. */
@Timeout(30)
class PipelineOverloadTest {

    private static final long TICK_DELAY_MS = 10;
    private static final Map<String, String> SMALL_RING = Map.of("RING_SLOTS", "64");
    /** Without the printer, whose hand-over wakes a thread and so is where the ring thread loses a busy CPU. */
    private static final Map<String, String> SMALL_RING_NO_PRINTER = Map.of("RING_SLOTS", "64", "TICK_PRINT_MS", "0");

    @Test
    void shouldAlertWhenTheRingBacksUpAndWhenItHasRecovered() throws Exception {
        Burst burst = new Burst(3_000);

        try (ScriptedTelegram telegram = new ScriptedTelegram();
             PipelineRig rig = new PipelineRig(burst, telegram, TICK_DELAY_MS, SMALL_RING_NO_PRINTER)) {
            List<ScriptedTelegram.Sent> sent = telegram.awaitUntil(text -> text.startsWith("✓ ring recovered: "));

            assertThat(sent).hasSize(2).allMatch(message -> message.chatId() == PipelineRig.USER);
            assertThat(sent.get(0).text()).matches("⚠ ring backs up: \\d+ of 64 slots wait, slowest handler: sleeper");
            assertThat(rig.count("ring backlog alerts")).isPositive();
        }
    }

    @Test
    void shouldAnswerCommandsInOrderWhileTheRingIsFull() throws Exception {
        try (PipelineRig rig = new PipelineRig(new Burst(10_000), null, TICK_DELAY_MS, SMALL_RING)) {
            rig.awaitPrinted(text -> text.startsWith("⚠ ring backs up"));

            List.of("/stop", "/buy BTCUSDT 1", "/start", "/sell ETHUSDT 2", "/help").forEach(rig::type);
            List<String> printed = rig.awaitPrinted(text -> text.startsWith("/start - "));

            assertThat(printed).filteredOn(text -> text.matches("(?s)(✓|✗|/start) .*")).satisfiesExactlyInAnyOrder(
                text -> assertThat(text).isEqualTo("✓ stop queued"),
                text -> assertThat(text).isEqualTo("✓ buy queued"),
                text -> assertThat(text).isEqualTo("✓ start queued"),
                text -> assertThat(text).isEqualTo("✓ sell queued"),
                text -> assertThat(text).isEqualTo("✓ help queued"),
                text -> assertThat(text).startsWith("✓ trading stopped"),
                text -> assertThat(text).startsWith("✗ rejected by trading halted: no order leaves after sequence "),
                text -> assertThat(text).startsWith("✓ trading resumes"),
                text -> assertThat(text).startsWith("✗ rejected by free balance: "),
                text -> assertThat(text).startsWith("/start - "));
            assertThat(String.join("\n", printed)).containsSubsequence("✓ stop queued", "✓ trading stopped")
                .containsSubsequence("✓ sell queued", "✗ rejected by free balance")
                .containsSubsequence("✓ trading stopped", "✗ rejected by trading halted", "✓ trading resumes",
                    "✗ rejected by free balance", "/start - ");
        }
    }

    @Test
    void shouldKnowTheLastQuotesAfterTheBurstAndAccountForEveryOther() throws Exception {
        Burst burst = new Burst(3_000);

        try (PipelineRig rig = new PipelineRig(burst, null, TICK_DELAY_MS, SMALL_RING)) {
            assertThat(burst.awaitOver()).isTrue();
            String status = rig.awaitStatus(text -> text.contains("BTCUSDT " + burst.lastBid("BTCUSDT") + " / ")
                && text.contains("ETHUSDT " + burst.lastBid("ETHUSDT") + " / "));

            assertThat(rig.count("quotes accepted")).isEqualTo(burst.written());
            assertThat(rig.count("quotes conflated")).isPositive();
            assertThat(status)
                .contains(", " + (burst.written() - rig.count("quotes conflated")) + " in all\n");
        }
    }

    @Test
    void shouldCloseWithinFiveSecondsWhileTheRingIsFull() throws Exception {
        try (PipelineRig rig = new PipelineRig(new Burst(100_000), null, TICK_DELAY_MS, Map.of())) {
            rig.awaitPrinted(text -> text.startsWith("⚠ ring backs up"));

            CompletableFuture<Void> closing = CompletableFuture.runAsync(rig::closePipeline);

            assertThat(closing).succeedsWithin(5, TimeUnit.SECONDS);
        }
    }
}
