package io.ringside.pipeline.settings;

import io.ringside.binance.feed.BinanceVenue;
import io.ringside.binance.rules.RestBase;
import io.ringside.binance.rules.RulesConfig;
import io.ringside.core.event.Symbols;
import io.ringside.core.ring.RingConfig;
import io.ringside.core.ring.WaitMode;
import io.ringside.core.runtime.ThreadNames;
import io.ringside.feed.FeedConfig;
import io.ringside.feed.session.FeedTimeouts;
import io.ringside.feed.tick.OverloadPolicy;
import io.ringside.telegram.api.TelegramConfig;
import io.ringside.trading.journal.JournalConfig;
import io.ringside.trading.settings.BadSettings;
import io.ringside.trading.settings.SettingsReader;
import io.ringside.trading.settings.StrategySettings;
import io.ringside.trading.settings.StrategyTypes;
import io.ringside.trading.settings.TradingConfig;
import io.ringside.trading.settings.TradingSettings;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Turns named settings into a validated {@link PipelineConfig}. The names are those of environment variables; command
 * line options override the variables of the same meaning.
 */
public final class Settings {

    public static final String SYMBOLS = "SYMBOLS";
    public static final String BINANCE_WS_URL = "BINANCE_WS_URL";
    public static final String BINANCE_REST_URL = "BINANCE_REST_URL";
    public static final String TICK_POLICY = "TICK_POLICY";
    public static final String DEFAULT_SYMBOLS = "BTCUSDT,ETHUSDT";
    static final String DEFAULT_JOURNAL = "ringside-journal";

    private static final String DEFAULT_VENUE = "BINANCE";
    private static final String RULES_FILE = "trading-rules.json";

    private static final String TELEGRAM_API_URL = "TELEGRAM_API_URL";
    private static final String TG_CHAT_ID = "TG_CHAT_ID";
    private static final long DAY_MS = TimeUnit.DAYS.toMillis(1);
    private static final int MAX_SLOTS = 1 << 20;
    private static final long MAX_ID = 1L << 52;
    private static final long NO_NUMBER = Long.MIN_VALUE;
    private static final String SOUND_TOKEN = "1:sound";
    private static final long SOUND_CHAT_ID = 1;

    private final SettingsReader reader;

    private Settings(Map<String, String> values) {
        this.reader = new SettingsReader(values);
    }

    /** For the live pipeline; throws {@link BadSettings} with all errors. */
    public static PipelineConfig live(Map<String, String> values) {
        Settings settings = new Settings(values);
        return settings.config(Optional.ofNullable(settings.telegram()), 0, DEFAULT_JOURNAL);
    }

    /** The part about Telegram alone, for a run whose other settings cannot be used; empty if it cannot either. */
    public static Optional<TelegramConfig> telegram(Map<String, String> values) {
        return Optional.ofNullable(new Settings(values).telegram());
    }

    /**
     * For the demo, which needs no bot, and keeps no trading rules: its exchange is another one at each start. Throws
     * {@link BadSettings} with all errors.
     */
    public static PipelineConfig demo(Map<String, String> values, long tickDelayMs) {
        PipelineConfig config = new Settings(values).config(Optional.empty(), tickDelayMs, JournalSettings.NOWHERE);
        return config.with(config.rules().withoutCache());
    }

    private PipelineConfig config(Optional<TelegramConfig> telegram, long tickDelayMs, String journalDirectory) {
        String label = reader.text("ENV", "dev");
        Symbols symbols = symbols();
        int slots = (int) reader.number("RING_SLOTS", RingConfig.DEFAULT_SLOTS, 2, MAX_SLOTS);
        WaitMode waitMode = reader.choice("WAIT_MODE", WaitMode.BLOCKING);
        RingConfig ring = reader.attempt("RING_SLOTS",
            () -> new RingConfig(slots, waitMode, ThreadNames.RING, RingConfig.DEFAULT_DRAIN_TIMEOUT_MS));
        OverloadPolicy policy = reader.choice(TICK_POLICY, OverloadPolicy.CONFLATE);
        FeedLoop loop = reader.choice("FEED_LOOP", FeedLoop.BLOCKING);
        long frameTimeoutMs =
            reader.number("FEED_FRAME_TIMEOUT_MS", FeedTimeouts.DEFAULT.frameMs(), 1_000, DAY_MS);
        FeedConfig feed = reader.attempt(BINANCE_WS_URL,
            () -> FeedConfig.of(reader.text(BINANCE_WS_URL, BinanceVenue.PRODUCTION_URL), policy)
                .with(FeedTimeouts.DEFAULT.withFrameMs(frameTimeoutMs))
                .withBusyWait(loop == FeedLoop.BUSY_WAIT));
        long tickPrintMs = reader.number("TICK_PRINT_MS", 1_000, 0, DAY_MS);
        Optional<Path> latencyFile = Optional.ofNullable(reader.attempt("LATENCY_FILE",
            () -> reader.has("LATENCY_FILE") ? Path.of(reader.text("LATENCY_FILE", "")) : null));
        TradingConfig trading = trading(symbols);
        Optional<JournalConfig> journal = new JournalSettings(reader).read(journalDirectory);
        RulesConfig rules = feed == null || trading == null ? null : rules(feed, trading, journal);
        reader.throwErrors();
        return new PipelineConfig(label, symbols, ring, feed, telegram, tickPrintMs, tickDelayMs, latencyFile, trading,
            journal, rules);
    }

    /** Null after an error. */
    private TradingConfig trading(Symbols symbols) {
        TradingConfig trading = new TradingSettings(reader).read();
        if (trading != null && symbols != null) {
            new StrategySettings(reader).check(trading.strategies(), StrategyTypes.builtIn(), symbols);
        }
        return trading;
    }

    /** The rules are kept beside the journal, for a start while the venue is unreachable. */
    private RulesConfig rules(FeedConfig feed, TradingConfig trading, Optional<JournalConfig> journal) {
        return reader.attempt(BINANCE_REST_URL, () -> RulesConfig.of(
            reader.has(BINANCE_REST_URL) ? URI.create(reader.text(BINANCE_REST_URL, "")) : RestBase.of(feed.url()),
            journal.map(config -> config.directory().resolve(RULES_FILE)).orElse(null), trading.fees()));
    }

    /**
     * Null after an error. Each value is checked together with valid others, so that one error does not hide the next.
     */
    private TelegramConfig telegram() {
        String token = new TokenSource(reader).token();
        Long chatId = chatId();
        Set<Long> userIds = new HashSet<>(reader.list("TG_USER_IDS", "", Settings::userId));
        String url = reader.text(TELEGRAM_API_URL, TelegramConfig.DEFAULT_API_URL);
        if (token != null) {
            attempt(TokenSource.TOKEN, TelegramConfig.DEFAULT_API_URL, token, SOUND_CHAT_ID, Set.of());
        }
        attempt(TELEGRAM_API_URL, url, SOUND_TOKEN, SOUND_CHAT_ID, Set.of());
        if (chatId != null) {
            attempt(TG_CHAT_ID, TelegramConfig.DEFAULT_API_URL, SOUND_TOKEN, chatId, userIds);
        }
        return reader.isSound() ? TelegramConfig.of(url, token, chatId, userIds) : null;
    }

    private void attempt(String name, String url, String token, long chatId, Set<Long> userIds) {
        reader.attempt(name, () -> TelegramConfig.of(url, token, chatId, userIds));
    }

    /** Null after an error. */
    private Long chatId() {
        if (reader.required(TG_CHAT_ID, "the id of the chat that may command the bot") == null) {
            return null;
        }
        long chatId = reader.number(TG_CHAT_ID, NO_NUMBER, -MAX_ID, MAX_ID);
        return chatId == NO_NUMBER ? null : chatId;
    }

    /** Checks every name, not only up to the first malformed one. */
    private Symbols symbols() {
        List<String> names = reader.list(SYMBOLS, DEFAULT_SYMBOLS, Settings::symbol);
        if (names.isEmpty() && reader.isSound()) {
            reader.error(SYMBOLS + " names no symbol");
        }
        return reader.isSound() ? Symbols.of(names) : null;
    }

    /** The name without the default venue; throws {@link IllegalArgumentException} for any other venue. */
    private static String symbol(String word) {
        Symbols symbol = Symbols.of(word);
        String venue = symbol.venue(0);
        if (!venue.isEmpty() && !venue.equals(DEFAULT_VENUE)) {
            throw new IllegalArgumentException("symbol '" + symbol.name(0) + "' is of the venue " + venue
                + ", supported is " + DEFAULT_VENUE + " only");
        }
        return symbol.nativeName(0);
    }

    private static long userId(String word) {
        if (!word.matches("[1-9][0-9]{0,15}")) {
            throw new IllegalArgumentException("'" + word + "' is not a user id; expected a positive whole number");
        }
        return Long.parseLong(word);
    }
}
