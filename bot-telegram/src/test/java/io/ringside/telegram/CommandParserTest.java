package io.ringside.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.core.event.CommandRequest;
import io.ringside.core.event.Symbols;
import io.ringside.core.event.Verb;
import io.ringside.telegram.ParsedCommand.Accepted;
import io.ringside.telegram.ParsedCommand.NotForUs;
import io.ringside.telegram.ParsedCommand.Rejected;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandParserTest {

    private static final String BOT = "RingsideBot";

    private final CommandParser parser = new CommandParser(Symbols.of("BTCUSDT", "1INCHUSDT", "币安人生USDT"));

    @ParameterizedTest
    @CsvSource({
        "/start, START", "/stop, STOP", "/status, STATUS", "/help, HELP", "/STATUS, STATUS", "/StAtUs, STATUS",
        "/status@RingsideBot, STATUS", "/stop@ringsidebot, STOP", "'  /stop  ', STOP", "'/stop\u00a0', STOP"})
    void shouldAcceptPlainVerbs(String text, Verb verb) {
        assertThat(parser.parse(text, BOT)).isEqualTo(new Accepted(verb, ""));
    }

    @ParameterizedTest
    @CsvSource({
        "/buy BTCUSDT 1, BUY, BTCUSDT 1", "/buy btcusdt 0.001 65000.10, BUY, BTCUSDT 0.001 65000.10",
        "/sell@RingsideBot 1inchusdt 12, SELL, 1INCHUSDT 12", "'/buy\u00a0BTCUSDT\u20071\u202f2', BUY, BTCUSDT 1 2",
        "'/buy\u3000BTCUSDT\t1\n2', BUY, BTCUSDT 1 2", "/buy 币安人生usdt 5, BUY, 币安人生USDT 5",
        "/buy BTCUSDT 0.10, BUY, BTCUSDT 0.10"})
    void shouldNormaliseOrders(String text, Verb verb, String arguments) {
        assertThat(parser.parse(text, BOT)).isEqualTo(new Accepted(verb, arguments));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "hello", "status", "buy BTCUSDT 1", "/status@OtherBot", "/buy@OtherBot BTCUSDT 1",
        "\u200b/stop", "—/stop"})
    void shouldStaySilentWhenNotMeant(String text) {
        assertThat(parser.parse(text, BOT)).isEqualTo(new NotForUs());
    }

    @Test
    void shouldStaySilentForAnyNameAtTheTerminal() {
        assertThat(parser.parse("/status@RingsideBot", null)).isEqualTo(new NotForUs());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "//", "/fe", "/status/", "/ſtop",
        "/@", "/status@", "/@RingsideBot", "/buy-now", "/stop\u200b"})
    void shouldNameHelpForUnknownCommands(String text) {
        assertThat(parser.parse(text, BOT)).isInstanceOfSatisfying(Rejected.class,
            rejected -> assertThat(rejected.answer()).startsWith("✗ unknown command").contains("/help"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/stop now", "/status table", "/help me", "/start payload", "/start@RingsideBot x"})
    void shouldRefuseExtraWords(String text) {
        assertThat(parser.parse(text, BOT)).isInstanceOfSatisfying(Rejected.class,
            rejected -> assertThat(rejected.answer()).contains("takes no arguments"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/buy", "/buy BTCUSDT", "/sell BTCUSDT 1 2 3"})
    void shouldShowUsageForTheWrongNumberOfArguments(String text) {
        assertThat(parser.parse(text, BOT)).isInstanceOfSatisfying(Rejected.class,
            rejected -> assertThat(rejected.answer()).contains("takes 2 or 3 arguments", "SYMBOL QTY [PRICE]"));
    }

    @Test
    void shouldListKnownSymbolsForAnUnknownOne() {
        ParsedCommand parsed = parser.parse("/buy DOGEUSDT 1", BOT);

        assertThat(parsed).isInstanceOfSatisfying(Rejected.class,
            rejected -> assertThat(rejected.answer()).contains("'DOGEUSDT'").contains("BTCUSDT, 1INCHUSDT"));
    }

    @Test
    void shouldListOnlySomeOfManySymbols() {
        CommandParser many = new CommandParser(
            Symbols.of(IntStream.range(0, 500).mapToObj(i -> "S" + i).toList()));

        ParsedCommand parsed = many.parse("/buy X 1", BOT);

        assertThat(parsed).isInstanceOfSatisfying(Rejected.class,
            rejected -> assertThat(rejected.answer()).contains("S9 and 490 more").doesNotContain("S10"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0.0", "-1", "+1", "1e3", "1E3", ".5", "5.", "1.2.3", "0x10", "NaN", "1_000", "“1”",
        "١", "１", "99999999999999999999", "1.0000000000000000001", "1\u200b", "1;2", "1/2"})
    void shouldRefuseWhatIsNoPositiveNumber(String quantity) {
        assertThat(parser.parse("/buy BTCUSDT " + quantity, BOT)).isInstanceOfSatisfying(Rejected.class,
            rejected -> assertThat(rejected.answer()).contains("quantity").contains("plain digits"));
        assertThat(parser.parse("/buy BTCUSDT 1 " + quantity, BOT)).isInstanceOfSatisfying(Rejected.class,
            rejected -> assertThat(rejected.answer()).contains("price"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,5", "1,000.50", ","})
    void shouldHintAtTheDecimalPointForAComma(String quantity) {
        assertThat(parser.parse("/buy BTCUSDT " + quantity, BOT)).isInstanceOfSatisfying(Rejected.class,
            rejected -> assertThat(rejected.answer()).contains("decimal point, no comma"));
    }

    @Test
    void shouldRefuseArgumentsThatNoSlotHolds() {
        CommandParser longNames = new CommandParser(Symbols.of("S".repeat(Symbols.MAX_NAME_BYTES)));
        String number = "1".repeat(2) + "." + "0".repeat(60);

        ParsedCommand parsed = longNames.parse("/buy " + "S".repeat(64) + " " + number + " " + number, BOT);

        assertThat(parsed).isInstanceOfSatisfying(Rejected.class, rejected ->
            assertThat(rejected.answer()).contains("at most " + CommandRequest.MAX_ARGUMENT_BYTES + " bytes"));
    }

    @Test
    void shouldEchoHostileWordsShortAndHarmless() {
        ParsedCommand parsed = parser.parse("/x\u0007\u202e\u001b[31m" + "😀".repeat(2_000), BOT);

        assertThat(parsed).isInstanceOfSatisfying(Rejected.class, rejected -> {
            assertThat(rejected.answer()).hasSizeLessThan(100).doesNotContain("\u0007", "\u202e", "\u001b", "😀");
        });
    }
}
