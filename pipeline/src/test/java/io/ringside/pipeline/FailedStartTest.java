package io.ringside.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.ringside.pipeline.settings.Settings;
import io.ringside.sim.quote.QuoteWalk;
import io.ringside.trading.journal.JournalClaim;
import io.ringside.trading.journal.JournalConfig;
import io.ringside.trading.settings.BadSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What users see of a process that is not there. */
@Timeout(60)
class FailedStartTest {

    @TempDir
    private Path directory;
    private ScriptedTelegram telegram;

    @BeforeEach
    void start() throws IOException {
        telegram = new ScriptedTelegram();
    }

    @AfterEach
    void close() {
        telegram.close();
    }

    @Test
    void shouldSayInChatThatTheJournalIsInUse() throws Exception {
        try (JournalClaim other = JournalClaim.take(JournalConfig.in(directory))) {
            CannotStart failure = catchThrowableOfType(CannotStart.class, this::startPipeline);

            assertThat(other.repairs()).isEmpty();
            assertThat(failure.restartHelps()).isFalse();
        }
        List<ScriptedTelegram.Sent> sent = telegram.awaitUntil(text -> text.contains("has not started"));
        assertThat(sent).hasSize(1);
        assertThat(sent.get(0).chatId()).isEqualTo(PipelineRig.USER);
        assertThat(sent.get(0).text())
            .startsWith("⚠ Ringside has not started, nothing is traded: journal directory " + directory
                + " is being written by another run; ");
    }

    @Test
    void shouldExpectARestartToHelpWhereOnlyTheDiskFails() throws IOException {
        directory = Files.writeString(directory.resolve("file"), "").resolve("journal");

        CannotStart failure = catchThrowableOfType(CannotStart.class, this::startPipeline);

        assertThat(failure.restartHelps()).isTrue();
    }

    @Test
    void shouldSayInChatWhichSettingsCannotBeUsed() throws InterruptedException {
        Map<String, String> values = Map.of("TELEGRAM_API_URL", telegram.url(), "TG_BOT_TOKEN", ScriptedTelegram.TOKEN,
            "TG_CHAT_ID", Long.toString(PipelineRig.USER), "RING_SLOTS", "many");
        BadSettings bad = catchThrowableOfType(BadSettings.class, () -> Settings.live(values));

        StartNotice.send(Settings.telegram(values).orElseThrow(), bad);

        assertThat(telegram.awaitUntil(text -> true).get(0).text())
            .startsWith("⚠ Ringside has not started, nothing is traded: RING_SLOTS is 'many'")
            .doesNotContain(ScriptedTelegram.TOKEN);
    }

    @Test
    void shouldSayNothingInAChatThatIsNotKnown() {
        assertThat(Settings.telegram(Map.of("TG_BOT_TOKEN", ScriptedTelegram.TOKEN))).isEmpty();
    }

    private void startPipeline() {
        PipelineRig rig = new PipelineRig(new QuoteWalk(List.of("BTCUSDT"), 10, new Random(1), System::nanoTime),
            telegram, 0, Map.of("JOURNAL_DIR", directory.toString(), "SYMBOLS", "BTCUSDT"));
        rig.close();
    }
}
