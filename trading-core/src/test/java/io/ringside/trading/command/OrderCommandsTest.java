package io.ringside.trading.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.core.command.Verb;
import io.ringside.trading.decision.TimeInForce;
import io.ringside.trading.engine.CoreRig;
import io.ringside.trading.engine.FakeStrategy;
import io.ringside.trading.market.TradeFixtures;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bid 19,999.00, ask 20,000.00; prices in steps of 0.01, quantities of 0.001. */
class OrderCommandsTest {

    private final CoreRig rig = new CoreRig();

    @ParameterizedTest
    @CsvSource({"0.001, 0.00100", "0.0019999, 0.00100", "0.00200000, 0.00200", "0.002BTC, 0.00200"})
    void shouldRoundQuantitiesDown(String typed, String sent) {
        assertThat(rig.give(Verb.BUY, "BTCUSDT " + typed)).isEqualTo("✓ #1 buy " + sent + " BTCUSDT at market sent");
    }

    @Test
    void shouldRejectWhatRoundsToNothing() {
        assertThat(rig.give(Verb.BUY, "BTCUSDT 0.0009")).isEqualTo("✗ rejected by quantity: 0 is below 0.001");
    }

    @ParameterizedTest
    @CsvSource({
        "BUY, 19500.129, 19500.12", "SELL, 20100.121, 20100.13", "BUY, 19500, 19500.00", "SELL, 20100.10, 20100.10"})
    void shouldMoveThePriceToTheTickInTheUsersFavour(Verb verb, String typed, String sent) {
        rig.hold("0.001");

        assertThat(rig.give(verb, "BTCUSDT 0.001 " + typed))
            .isEqualTo("✓ #2 " + verb.word() + " 0.00100 BTCUSDT at " + sent + " GTC sent");
    }

    @ParameterizedTest
    @CsvSource({
        "BUY, 50USDT, 0.00200", "BUY, 40USDT, 0.00200", "BUY, 39.999USDT, 0.00100", "SELL, 39.998USDT, 0.00200",
        "SELL, 39.997USDT, 0.00100"})
    void shouldTurnAnAmountIntoAQuantityAtTheTouch(Verb verb, String typed, String sent) {
        rig.hold("0.002");

        assertThat(rig.give(verb, "BTCUSDT " + typed))
            .isEqualTo("✓ #2 " + verb.word() + " " + sent + " BTCUSDT at market sent");
    }

    @Test
    void shouldTurnAnAmountIntoAQuantityAtTheLimit() {
        assertThat(rig.give(Verb.BUY, "BTCUSDT 39USDT 19500.00"))
            .isEqualTo("✓ #1 buy 0.00200 BTCUSDT at 19500.00 GTC sent");
    }

    @ParameterizedTest
    @CsvSource({"IOC", "FOK", "GTC"})
    void shouldPassOnHowLongAnOrderStands(String timeInForce) {
        assertThat(rig.give(Verb.BUY, "BTCUSDT 0.001 19500 " + timeInForce))
            .isEqualTo("✓ #1 buy 0.00100 BTCUSDT at 19500.00 " + timeInForce + " sent");
        assertThat(rig.order(1).placed().timeInForce()).isEqualTo(TimeInForce.valueOf(timeInForce));
    }

    @Test
    void shouldRejectAnAmountOfAnAssetThatIsNotTraded() {
        assertThat(rig.give(Verb.BUY, "BTCUSDT 5ETH"))
            .isEqualTo("✗ BTCUSDT is traded in BTC and USDT, not in ETH");
    }

    @Test
    void shouldSellAllThatIsHeld() {
        rig.hold("0.003");

        assertThat(rig.give(Verb.SELL, "BTCUSDT all 20100"))
            .isEqualTo("✓ #2 sell 0.00300 BTCUSDT at 20100.00 GTC sent");
    }

    @Test
    void shouldSayThatNothingIsHeld() {
        assertThat(rig.give(Verb.SELL, "BTCUSDT all")).isEqualTo("✗ no BTC is held that could be sold");
    }

    @ParameterizedTest
    @CsvSource({
        "9223372036854775807, 9223372036854775807", "0.001 9223372036854775807, 9223372036854775807",
        "9223372036854775807USDT 0.01, 9223372036854775807"})
    void shouldRejectNumbersThatAreTooLarge(String words, String number) {
        assertThat(rig.give(Verb.BUY, "BTCUSDT " + words)).isEqualTo("✗ " + number + " is too large a number");
        assertThat(rig.gateway().calls()).isEmpty();
    }

    @Test
    void shouldAskForAPriceWithoutAQuote() {
        assertThat(rig.give(Verb.BUY, "ETHUSDT 50USDT")).isEqualTo("✗ no quote of ETHUSDT yet, give a price");
    }

    @Test
    void shouldAskForAPriceWhenThatSideOfTheBookIsEmpty() {
        rig.quote(0, 1_999_900, 0);
        assertThat(rig.give(Verb.BUY, "BTCUSDT 50USDT")).isEqualTo("✗ no ask for BTCUSDT now, give a price");

        rig.quote(0, 0, 2_000_000);
        assertThat(rig.give(Verb.SELL, "BTCUSDT 50USDT")).isEqualTo("✗ no bid for BTCUSDT now, give a price");
    }

    @Test
    void shouldRejectABuyBelowTheSmallestPrice() {
        assertThat(rig.give(Verb.BUY, "BTCUSDT 50USDT 0.001")).isEqualTo("✗ rejected by price: 0 is below 0.01");
    }

    @Test
    void shouldNotTradeASymbolWithoutRules() {
        CoreRig poor = new CoreRig(1, List.of(TradeFixtures.BTCUSDT), new FakeStrategy(), false).begin();

        assertThat(poor.give(Verb.BUY, "ETHUSDT 1")).isEqualTo(
            "✗ ETHUSDT cannot be traded yet: its trading rules are not known, the venue is asked for them");
    }
}
