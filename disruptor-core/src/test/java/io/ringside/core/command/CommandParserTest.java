package io.ringside.core.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.core.command.ParsedCommand.Accepted;
import io.ringside.core.command.ParsedCommand.NotForUs;
import io.ringside.core.command.ParsedCommand.Rejected;
import io.ringside.core.event.Command;
import io.ringside.core.event.Origin;
import io.ringside.core.event.PipelineEvent;
import io.ringside.core.event.Symbols;
import java.util.function.Consumer;
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
        "/status@RingsideBot, STATUS", "/stop@ringsidebot, STOP", "'  /stop  ', STOP", "'/stop\u00a0', STOP",
        "/pause, PAUSE", "/closeall, CLOSEALL", "/CloseAll, CLOSEALL", "/orders, ORDERS", "/positions, POSITIONS",
        "/balance, BALANCE", "/pnl, PNL", "/trades, TRADES", "/limits, LIMITS"})
    void shouldAcceptPlainVerbs(String text, Verb verb) {
        assertThat(parser.parse(text, BOT)).satisfies(accepted(verb, ""));
    }

    @ParameterizedTest
    @CsvSource({
        "/buy BTCUSDT 1, BUY, BTCUSDT 1", "/buy btcusdt 0.001 65000.10, BUY, BTCUSDT 0.001 65000.10",
        "/sell@RingsideBot 1inchusdt 12, SELL, 1INCHUSDT 12", "'/buy\u00a0BTCUSDT\u20071\u202f2', BUY, BTCUSDT 1 2",
        "'/buy\u3000BTCUSDT\t1\n2', BUY, BTCUSDT 1 2", "/buy 币安人生usdt 5, BUY, 币安人生USDT 5",
        "/buy BTCUSDT 0.10, BUY, BTCUSDT 0.10", "/buy BTCUSDT 50usdt, BUY, BTCUSDT 50USDT",
        "/sell BTCUSDT 0.5BTC 65000, SELL, BTCUSDT 0.5BTC 65000", "/sell btcusdt ALL, SELL, BTCUSDT all",
        "/sell btcusdt all 65000 gtc, SELL, BTCUSDT all 65000 GTC",
        "/buy BTCUSDT 1 65000 ioc, BUY, BTCUSDT 1 65000 IOC", "/buy BTCUSDT 1 65000 Fok, BUY, BTCUSDT 1 65000 FOK"})
    void shouldNormaliseOrders(String text, Verb verb, String arguments) {
        assertThat(parser.parse(text, BOT)).satisfies(accepted(verb, arguments));
    }

    @Test
    void shouldReadTheResetOfALimitAndNothingElse() {
        assertThat(parser.parse("/limits Reset  DRAWDOWN", BOT)).satisfies(accepted(Verb.LIMITS, "reset drawdown"));
        assertThat(parser.parse("/limits reset", BOT)).isInstanceOf(Rejected.class);
        assertThat(parser.parse("/limits reset drawdown now", BOT)).isInstanceOf(Rejected.class);
    }

    @ParameterizedTest
    @CsvSource({"/buy btc-usdt@okx 1, BTC-USDT@OKX 1", "/buy BTC/USD@KRAKEN 1 65000, BTC/USD@KRAKEN 1 65000",
        "/buy@RingsideBot btc_usdt 50usdt, BTC_USDT 50USDT"})
    void shouldReadSymbolsOfOtherVenues(String text, String arguments) {
        CommandParser venues = new CommandParser(Symbols.of("BTC-USDT@OKX", "BTC/USD@KRAKEN", "BTC_USDT"));

        assertThat(venues.parse(text, BOT)).satisfies(accepted(Verb.BUY, arguments));
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
    @ValueSource(strings = {"/stop now", "/status table", "/help me", "/start payload", "/start@RingsideBot x",
        "/pause 5", "/closeall BTCUSDT", "/orders all", "/positions BTCUSDT", "/balance USDT", "/pnl today"})
    void shouldRejectExtraWords(String text) {
        assertThat(parser.parse(text, BOT)).isInstanceOfSatisfying(Rejected.class,
            rejected -> assertThat(rejected.answer()).contains("takes no arguments"));
    }

    @ParameterizedTest
    @CsvSource({"/buy, 0", "/buy BTCUSDT, 1", "/buy BTCUSDT 1 2 IOC 3, 5"})
    void shouldShowUsageForTheWrongNumberOfArguments(String text, int words) {
        assertThat(answer(text)).isEqualTo("✗ /buy takes 2 to 4 arguments, not " + words
            + "\nusage: /buy SYMBOL QTY [PRICE [IOC|FOK]]");
    }

    @ParameterizedTest
    @CsvSource({"/cancel, 0", "/cancel 1 2, 2", "/why, 0", "/why 1 2, 2", "/trades 1 2, 2"})
    void shouldTakeOneArgument(String text, int words) {
        assertThat(answer(text)).contains(" takes 1 argument, not " + words + "\nusage: /");
    }

    @ParameterizedTest
    @CsvSource({
        "/cancel 17, CANCEL, 17", "'/cancel #17', CANCEL, 17", "/cancel ALL, CANCEL, all", "/why 3, WHY, 3",
        "'/why #3', WHY, 3", "/cancel 999999999999999999, CANCEL, 999999999999999999", "/trades 1, TRADES, 1",
        "/trades 100, TRADES, 100"})
    void shouldAcceptNumbersOfOrdersAndTrades(String text, Verb verb, String arguments) {
        assertThat(parser.parse(text, BOT)).satisfies(accepted(verb, arguments));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/cancel 0", "/cancel -1", "/cancel 017", "/cancel #", "/cancel ##1", "/cancel 1.0",
        "/cancel 1000000000000000000", "/cancel BTCUSDT", "/why all", "/why ١"})
    void shouldRejectWhatIsNoOrderId(String text) {
        assertThat(answer(text)).contains("cannot read the order id ", "/orders");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "101", "-1", "1.5", "9999", "many", "١"})
    void shouldRejectNumbersOfTradesThatAreNotKept(String number) {
        assertThat(answer("/trades " + number)).contains("cannot read '" + number + "', allowed are 1 to 100");
    }

    @ParameterizedTest
    @ValueSource(strings = {"DAY", "1", "IOC,", "ALL"})
    void shouldRejectAnythingElseBehindThePrice(String word) {
        assertThat(answer("/buy BTCUSDT 1 65000 " + word))
            .contains("cannot read '" + word + "' after the price, allowed are GTC, IOC and FOK");
    }

    @Test
    void shouldLetOnlySalesBeOfAll() {
        assertThat(answer("/buy BTCUSDT all")).contains("cannot read the quantity 'all'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0USDT", "1.2.3USDT", ".5USDT", "5.USDT", "99999999999999999999USDT"})
    void shouldRejectAmountsThatAreNoPositiveNumber(String amount) {
        assertThat(answer("/buy BTCUSDT " + amount)).contains("cannot read the amount ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"USDT", "50US", "50 USDT", "50USDT1", "-5USDT", "1e3USDT", "50€"})
    void shouldRejectWhatIsNoAmount(String amount) {
        assertThat(parser.parse("/buy BTCUSDT " + amount, BOT)).isInstanceOf(Rejected.class);
    }

    @ParameterizedTest
    @CsvSource({
        "/strategy, status", "/strategy trend, trend status", "/strategy Trend OFF, trend off",
        "'/strategy slow2 set fast=20', slow2 set fast=20",
        "/strategy ON, on", "/strategy off, off", "/strategy Status, status",
        "'/strategy set fast=20 slow=100', set fast=20 slow=100",
        "'/strategy SET symbols=BTCUSDT,ETHUSDT pct=0.5', 'set symbols=BTCUSDT,ETHUSDT pct=0.5'",
        "'/strategy set symbols=BTC-USDT@OKX,BTC/USD', 'set symbols=BTC-USDT@OKX,BTC/USD'"})
    void shouldAcceptWhatAStrategyCanBeTold(String text, String arguments) {
        assertThat(parser.parse(text, BOT)).satisfies(accepted(Verb.STRATEGY, arguments));
    }

    @ParameterizedTest
    @ValueSource(strings = {"trend start", "on off", "off now", "fast=20", "trend on now", "2fast on"})
    void shouldRejectWhatAStrategyDoesNotKnow(String words) {
        assertThat(answer("/strategy " + words)).contains("does not know '" + words + "'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fast", "fast=", "=20", "fast = 20", "FAST=20", "fast=20=30", "fast=-1", "fast=2\u00a5"})
    void shouldRejectChangesThatAreNotOfTheirForm(String change) {
        assertThat(answer("/strategy set " + change)).contains("write NAME=VALUE without spaces");
    }

    @Test
    void shouldMissTheChangeBehindSet() {
        assertThat(answer("/strategy set")).contains("set needs at least one NAME=VALUE");
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
    void shouldRejectWhatIsNoPositiveNumber(String quantity) {
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
    void shouldRejectArgumentsThatNoSlotHolds() {
        String change = "=" + "1".repeat(60);

        assertThat(answer("/strategy set a" + change + " b" + change + " c" + change))
            .contains("takes at most " + Command.MAX_ARGUMENT_BYTES + " bytes");
    }

    @Test
    void shouldFitTheLongestOrderIntoASlot() {
        String symbol = "S".repeat(Symbols.MAX_NAME_BYTES);
        String number = "0." + "1".repeat(18);

        ParsedCommand parsed = new CommandParser(Symbols.of(symbol))
            .parse("/buy " + symbol + " " + number + "A".repeat(16) + " " + number + "0".repeat(40) + " GTC", BOT);

        assertThat(parsed).isInstanceOf(Accepted.class);
    }

    @Test
    void shouldEchoHostileWordsShortAndHarmless() {
        ParsedCommand parsed = parser.parse("/x\u0007\u202e\u001b[31m" + "😀".repeat(2_000), BOT);

        assertThat(parsed).isInstanceOfSatisfying(Rejected.class, rejected -> {
            assertThat(rejected.answer()).hasSizeLessThan(100).doesNotContain("\u0007", "\u202e", "\u001b", "😀");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"/buy btcusdt 007.10 1.50 gtc", "/sell 1INCHUSDT ALL", "/sell btcusdt 50usdt 3 fok",
        "/cancel #12", "/cancel all", "/why 3", "/trades", "/trades 007", "/strategy", "/strategy trend on",
        "/strategy set b=1 a=2 b=3",
        "/status"})
    void shouldReadItsOwnCanonicalTextAgain(String text) {
        Accepted typed = (Accepted) parser.parse(text, BOT);
        PipelineEvent event = new PipelineEvent();
        new CommandRequest(Origin.telegram(1, 2, 3, 4), 5, typed.verb(), typed.arguments().text(), 6, 7)
            .writeTo(event.command());

        assertThat(parser.parse(event.command())).isEqualTo(typed);
    }

    private static Consumer<ParsedCommand> accepted(Verb verb, String arguments) {
        return parsed -> {
            assertThat(parsed).isInstanceOf(Accepted.class);
            Accepted accepted = (Accepted) parsed;
            assertThat(accepted.verb()).isEqualTo(verb);
            assertThat(accepted.arguments().text()).isEqualTo(arguments);
        };
    }

    private String answer(String text) {
        return parser.parse(text, BOT) instanceof Rejected rejected ? rejected.answer() : "not rejected";
    }
}
