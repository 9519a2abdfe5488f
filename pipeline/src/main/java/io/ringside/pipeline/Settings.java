package io.ringside.pipeline;

import io.ringside.binance.feed.FeedConfig;
import io.ringside.binance.feed.FeedTimeouts;
import io.ringside.binance.feed.OverloadPolicy;
import io.ringside.core.event.Symbols;
import io.ringside.core.ring.RingConfig;
import io.ringside.core.ring.WaitMode;
import io.ringside.core.runtime.ThreadNames;
import io.ringside.telegram.TelegramConfig;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * From settings, by name, to a checked {@link PipelineConfig}. The names are those of environment variables; flags of
 * the command line stand in for variables of the same meaning.
 */
final class Settings {

    static final String SYMBOLS = "SYMBOLS";
    static final String BINANCE_WS_URL = "BINANCE_WS_URL";
    static final String TICK_POLICY = "TICK_POLICY";
    static final String DEFAULT_SYMBOLS = "BTCUSDT,ETHUSDT";

    private static final String TELEGRAM_API_URL = "TELEGRAM_API_URL";
    private static final String DEFAULT_TELEGRAM_URL = "https://api.telegram.org";
    private static final long DAY_MS = TimeUnit.DAYS.toMillis(1);
    private static final int MAX_SLOTS = 1 << 20;

    private final SettingsReader reader;
    private final Map<String, String> values;

    private Settings(Map<String, String> values) {
        this.values = values;
        this.reader = new SettingsReader(values);
    }

    /** For the live pipeline; throws {@link BadSettings} with every mistake. */
    static PipelineConfig live(Map<String, String> values) {
        Settings settings = new Settings(values);
        return settings.config(Optional.ofNullable(settings.telegram()), 0);
    }

    /** For the demo, which needs no bot; throws {@link BadSettings} with every mistake. */
    static PipelineConfig demo(Map<String, String> values, long tickDelayMs) {
        return new Settings(values).config(Optional.empty(), tickDelayMs);
    }

    private PipelineConfig config(Optional<TelegramConfig> telegram, long tickDelayMs) {
        String label = reader.text("ENV", "dev");
        Symbols symbols = reader.attempt(SYMBOLS,
            () -> Symbols.of(reader.list(SYMBOLS, DEFAULT_SYMBOLS, word -> word)));
        int slots = (int) reader.number("RING_SLOTS", RingConfig.DEFAULT_SLOTS, 2, MAX_SLOTS);
        WaitMode waitMode = reader.choice("WAIT_MODE", WaitMode.BLOCKING);
        RingConfig ring = reader.attempt("RING_SLOTS",
            () -> new RingConfig(slots, waitMode, ThreadNames.RING, RingConfig.DEFAULT_DRAIN_TIMEOUT_MS));
        OverloadPolicy policy = reader.choice(TICK_POLICY, OverloadPolicy.CONFLATE);
        long frameTimeoutMs =
            reader.number("FEED_FRAME_TIMEOUT_MS", FeedTimeouts.DEFAULT.frameMs(), 1_000, DAY_MS);
        FeedConfig feed = reader.attempt(BINANCE_WS_URL,
            () -> FeedConfig.of(reader.text(BINANCE_WS_URL, FeedConfig.PRODUCTION_URL), policy)
                .with(FeedTimeouts.DEFAULT.withFrameMs(frameTimeoutMs)));
        long tickPrintMs = reader.number("TICK_PRINT_MS", 1_000, 0, DAY_MS);
        reader.throwMistakes();
        return new PipelineConfig(label, symbols, ring, feed, telegram, tickPrintMs, tickDelayMs);
    }

    /** Null after a mistake. */
    private TelegramConfig telegram() {
        String token = new TokenSource(reader).token();
        long chatId = chatId();
        HashSet<Long> userIds = new HashSet<>(reader.list("TG_USER_IDS", "", Settings::userId));
        String url = reader.text(TELEGRAM_API_URL, DEFAULT_TELEGRAM_URL);
        if (token == null || chatId == 0) {
            return null;
        }
        return reader.attempt("Telegram", () -> TelegramConfig.of(url, token, chatId, userIds));
    }

    private long chatId() {
        String name = "TG_CHAT_ID";
        if (reader.required(name, "the id of the chat that may command the bot") == null) {
            return 0;
        }
        if ("0".equals(values.get(name).trim())) {
            reader.mistake(name + " is '0', which is no chat");
            return 0;
        }
        return reader.number(name, 0, -(1L << 52), 1L << 52);
    }

    private static long userId(String word) {
        if (!word.matches("[1-9][0-9]{0,15}")) {
            throw new IllegalArgumentException("'" + word + "' is no user id, allowed are positive whole numbers");
        }
        return Long.parseLong(word);
    }
}
