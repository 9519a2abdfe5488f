package io.ringside.pipeline.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.ringside.binance.feed.BinanceVenue;
import io.ringside.core.event.Origin;
import io.ringside.core.ring.WaitMode;
import io.ringside.feed.tick.OverloadPolicy;
import io.ringside.telegram.api.TelegramConfig;
import io.ringside.trading.settings.BadSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

    private static final String TOKEN = "123456789:AAbbCCddEEffGGhhIIjjKKllMMnnOOppQQr";

    private final Map<String, String> values = new HashMap<>(Map.of("TG_BOT_TOKEN", TOKEN, "TG_CHAT_ID", "42"));

    @Test
    void shouldNeedNothingButTokenAndChat() {
        PipelineConfig config = Settings.live(values);

        assertThat(config.label()).isEqualTo("dev");
        assertThat(config.symbols().names()).containsExactly("BTCUSDT", "ETHUSDT");
        assertThat(config.ring().slots()).isEqualTo(1_024);
        assertThat(config.ring().waitMode()).isEqualTo(WaitMode.BLOCKING);
        assertThat(config.feed().url()).hasToString(BinanceVenue.PRODUCTION_URL);
        assertThat(config.feed().policy()).isEqualTo(OverloadPolicy.CONFLATE);
        assertThat(config.alerts()).isEqualTo(Origin.telegram(0, 42, 0, 0));
        assertThat(telegram(config).apiUrl()).isEqualTo(TelegramConfig.DEFAULT_API_URL);
        assertThat(telegram(config).userIds()).containsExactly(42L);
    }

    @Test
    void shouldTakeEverySetting() {
        values.putAll(Map.of("ENV", "prod", "SYMBOLS", "solusdt, 1inchusdt", "RING_SLOTS", "64",
            "WAIT_MODE", "yielding", "TICK_POLICY", "backpressure", "FEED_FRAME_TIMEOUT_MS", "5000",
            "TICK_PRINT_MS", "0", "BINANCE_WS_URL", "ws://127.0.0.1:9", "TELEGRAM_API_URL", "http://127.0.0.1:8/",
            "TG_USER_IDS", "42"));

        PipelineConfig config = Settings.live(values);

        assertThat(config.label()).isEqualTo("prod");
        assertThat(config.symbols().names()).containsExactly("SOLUSDT", "1INCHUSDT");
        assertThat(config.ring().slots()).isEqualTo(64);
        assertThat(config.ring().waitMode()).isEqualTo(WaitMode.YIELDING);
        assertThat(config.feed().policy()).isEqualTo(OverloadPolicy.BACKPRESSURE);
        assertThat(config.feed().timeouts().frameMs()).isEqualTo(5_000);
        assertThat(config.feed().url()).hasToString("ws://127.0.0.1:9");
        assertThat(config.tickPrintMs()).isZero();
        assertThat(telegram(config).apiUrl()).isEqualTo("http://127.0.0.1:8");
    }

    @Test
    void shouldNeedNoTelegramForTheDemo() {
        PipelineConfig config = Settings.demo(Map.of(), 10);

        assertThat(config.telegram()).isEmpty();
        assertThat(config.alerts()).isEqualTo(Origin.CONSOLE);
        assertThat(config.tickDelayMs()).isEqualTo(10);
    }

    @Test
    void shouldKeepNoTradingRulesInTheDemo() {
        assertThat(Settings.demo(Map.of("JOURNAL_DIR", "here"), 0).rules().cacheFile()).isNull();
    }

    @Test
    void shouldTakeNamesWithSeparatorsAndTheDefaultVenue() {
        values.put("SYMBOLS", "btc_usdt, BTC-USDT@binance, BTC/USD, BTCUSDT");

        assertThat(Settings.live(values).symbols().names())
            .containsExactly("BTC_USDT", "BTC-USDT", "BTC/USD", "BTCUSDT");
    }

    @Test
    void shouldListEveryMistakeAtOnce() {
        values.clear();
        values.putAll(Map.of("SYMBOLS", "BTC USDT,ETHUSDT,BTC-USDT@OKX", "RING_SLOTS", "1000", "WAIT_MODE", "fast",
            "TICK_POLICY", "drop", "FEED_FRAME_TIMEOUT_MS", "5", "TICK_PRINT_MS", "-1",
            "BINANCE_WS_URL", "http://127.0.0.1", "TELEGRAM_API_URL", "ftp://host", "TG_USER_IDS", "7,me"));

        assertThat(mistakes()).hasSize(12).satisfiesExactly(
            line -> assertThat(line).startsWith("TG_BOT_TOKEN is not set: "),
            line -> assertThat(line).startsWith("TG_CHAT_ID is not set: "),
            line -> assertThat(line).startsWith("TG_USER_IDS: 'me' is not a user id"),
            line -> assertThat(line).startsWith("TELEGRAM_API_URL: apiUrl is 'ftp://host', allowed is "),
            line -> assertThat(line).startsWith("SYMBOLS: symbol 'BTC USDT' may hold only"),
            line -> assertThat(line).startsWith("SYMBOLS: symbol 'BTC-USDT@OKX' is of the venue OKX"),
            line -> assertThat(line).startsWith("WAIT_MODE is 'fast', allowed are "),
            line -> assertThat(line).startsWith("RING_SLOTS: slots is 1000, allowed are powers of two"),
            line -> assertThat(line).startsWith("TICK_POLICY is 'drop', allowed are conflate, backpressure"),
            line -> assertThat(line).startsWith("FEED_FRAME_TIMEOUT_MS is '5', allowed are "),
            line -> assertThat(line).startsWith("BINANCE_WS_URL: url is 'http://127.0.0.1', allowed are ws://"),
            line -> assertThat(line).startsWith("TICK_PRINT_MS is '-1', allowed are "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "00", "-0", "abc", "4503599627370497", "1.5"})
    void shouldRejectWhatIsNoChat(String chatId) {
        values.put("TG_CHAT_ID", chatId);

        assertThat(mistakes()).singleElement().asString().startsWith("TG_CHAT_ID");
    }

    @Test
    void shouldNeedTheUsersOfAGroup() {
        values.put("TG_CHAT_ID", "-100200300");

        assertThat(mistakes()).singleElement().asString().contains("TG_USER_IDS");

        values.put("TG_USER_IDS", "7, 8");
        assertThat(telegram(Settings.live(values)).userIds()).containsExactlyInAnyOrder(7L, 8L);
    }

    @ParameterizedTest
    @CsvSource({"SYMBOLS, ','", "BINANCE_WS_URL, wss://", "BINANCE_WS_URL, ws://host?x=1", "BINANCE_WS_URL, a b",
        "TELEGRAM_API_URL, api.telegram.org", "TELEGRAM_API_URL, https://u:p@host", "TELEGRAM_API_URL, http://"})
    void shouldRejectMalformedValuesUnderTheirName(String name, String value) {
        values.put(name, value);

        assertThat(mistakes()).singleElement().asString().startsWith(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"123456789 AAbbCCddEEffGGhhIIjjKKllMMnnOOppQQr", "12345:geheim!", "geheim"})
    void shouldNotShowAMalformedToken(String token) {
        values.put("TG_BOT_TOKEN", token);

        assertThat(mistakes()).singleElement().asString().startsWith("TG_BOT_TOKEN: token is malformed")
            .doesNotContain("AAbb").doesNotContain("geheim");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TG_CHAT_ID", "TG_USER_IDS", "TELEGRAM_API_URL", "BINANCE_WS_URL", "RING_SLOTS", "SYMBOLS"})
    void shouldNotShowATokenThatStandsInTheWrongPlace(String name) {
        values.put(name, TOKEN);

        assertThat(String.join("\n", mistakes())).contains(name).contains("***").doesNotContain("AAbb");
    }

    @Test
    void shouldTakeTheTokenFromAFile(@TempDir Path folder) throws IOException {
        useFile(Files.writeString(folder.resolve("token"), TOKEN + "\n").toString());

        assertThat(telegram(Settings.live(values)).token()).isEqualTo(TOKEN);
    }

    @Test
    void shouldRejectTokenAndFileTogether() {
        values.put("TG_BOT_TOKEN_FILE", "some-file");

        assertThat(mistakes()).containsExactly("TG_BOT_TOKEN and TG_BOT_TOKEN_FILE are both set; set only one");
    }

    @Test
    void shouldRejectAMissingTokenFile(@TempDir Path folder) {
        useFile(folder.resolve("none").toString());

        assertThat(mistakes()).singleElement().asString()
            .startsWith("TG_BOT_TOKEN_FILE is '").endsWith("', which cannot be read: NoSuchFileException");
    }

    @Test
    void shouldRejectAFolderAsTokenFile(@TempDir Path folder) {
        useFile(folder.toString());

        assertThat(mistakes()).singleElement().asString().contains("which cannot be read");
    }

    @Test
    void shouldRejectATokenFileThatIsTooLarge(@TempDir Path folder) throws IOException {
        useFile(Files.writeString(folder.resolve("token"), "x".repeat(4_097)).toString());

        assertThat(mistakes()).singleElement().asString().contains("too long for a token");
    }

    @Test
    void shouldNotShowATokenThatWasGivenAsTheFile() {
        useFile(TOKEN);

        assertThat(mistakes()).singleElement().asString().doesNotContain("AAbb");
    }

    private void useFile(String name) {
        values.remove("TG_BOT_TOKEN");
        values.put("TG_BOT_TOKEN_FILE", name);
    }

    private List<String> mistakes() {
        BadSettings bad = catchThrowableOfType(BadSettings.class, () -> Settings.live(values));
        assertThat(bad).as("these settings are rejected").isNotNull();
        return bad.getMessage().lines().toList();
    }

    private static TelegramConfig telegram(PipelineConfig config) {
        return config.telegram().orElseThrow();
    }
}
