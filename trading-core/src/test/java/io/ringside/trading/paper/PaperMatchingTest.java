package io.ringside.trading.paper;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.core.event.PipelineEvent;
import io.ringside.trading.decision.Side;
import io.ringside.trading.decision.TimeInForce;
import io.ringside.trading.order.Order;
import org.junit.jupiter.api.Test;

class PaperMatchingTest {

    private final PaperRig rig = PaperRig.rich();

    @Test
    void shouldBuyAtTheAskAndSellAtTheBid() {
        rig.quote(PaperRig.BTC, "99", "1", "100", "1");

        rig.submit(rig.market(Side.BUY, 10_000));
        rig.submit(rig.market(Side.SELL, 20_000));

        assertThat(rig.answers()).containsExactly("RS-1 NEW ACCEPTED", "RS-1 TRADE FILLED 0.1@100",
            "RS-2 NEW ACCEPTED", "RS-2 TRADE FILLED 0.2@99");
    }

    @Test
    void shouldLetAMarketOrderWaitForMoreThanIsDisplayed() {
        rig.quote(PaperRig.BTC, "99", "1", "100", "0.1");

        rig.submit(rig.market(Side.BUY, 25_000));
        rig.quote(PaperRig.BTC, "100", "1", "101", "0.1");
        rig.quote(PaperRig.ETH, "1", "1", "2", "1");
        rig.quote(PaperRig.BTC, "100", "1", "102", "0.1");

        assertThat(rig.answers()).containsExactly("RS-1 NEW ACCEPTED", "RS-1 TRADE PARTIALLY_FILLED 0.1@100",
            "RS-1 TRADE PARTIALLY_FILLED 0.1@101", "RS-1 TRADE FILLED 0.05@102");
    }

    @Test
    void shouldNotTakeTheSameDisplayedQuantityTwice() {
        rig.quote(PaperRig.BTC, "99", "1", "100", "0.15");

        rig.submit(rig.limit(Side.BUY, TimeInForce.IOC, 10_000, 10_000));
        rig.submit(rig.limit(Side.BUY, TimeInForce.IOC, 10_000, 10_000));
        rig.submit(rig.limit(Side.BUY, TimeInForce.IOC, 10_000, 10_000));

        assertThat(rig.answers()).containsExactly("RS-1 NEW ACCEPTED", "RS-1 TRADE FILLED 0.1@100",
            "RS-2 NEW ACCEPTED", "RS-2 TRADE PARTIALLY_FILLED 0.05@100",
            "RS-2 EXPIRED EXPIRED: UNFILLED_IOC_QUANTITY_EXPIRED",
            "RS-3 NEW ACCEPTED", "RS-3 EXPIRED EXPIRED: UNFILLED_IOC_QUANTITY_EXPIRED");
    }

    @Test
    void shouldNotDisplayTheQuantityAgainWhenOnlyTheOtherSideChanged() {
        rig.quote(PaperRig.BTC, "99", "1", "100", "0.1");

        rig.submit(rig.market(Side.BUY, 50_000));
        rig.quote(PaperRig.BTC, "98", "1", "100", "0.1");
        rig.quote(PaperRig.BTC, "99", "2", "100", "0.1");

        assertThat(rig.answers()).containsExactly("RS-1 NEW ACCEPTED", "RS-1 TRADE PARTIALLY_FILLED 0.1@100");
    }

    @Test
    void shouldRecogniseTheSameSideWithOtherExponents() {
        rig.tick(PaperRig.BTC, 9_900_000_000L, 100_000_000, 10_000_000_000L, 10_000_000);
        rig.submit(rig.market(Side.BUY, 50_000));
        PipelineEvent event = new PipelineEvent();
        event.tick().set(PaperRig.BTC, 2, 0, rig.time().epochNs() + 1);
        event.tick().setQuote(-2, -3, 9_800, 1_000, 10_000, 100);

        rig.venue().onTick(event.tick(), 0);

        assertThat(rig.answers()).containsExactly("RS-1 NEW ACCEPTED", "RS-1 TRADE PARTIALLY_FILLED 0.1@100");
    }

    @Test
    void shouldTakeWhatANewerQuoteDisplaysAtTheSamePrice() {
        rig.quote(PaperRig.BTC, "99", "1", "100", "0.1");

        rig.submit(rig.market(Side.BUY, 25_000));
        rig.quote(PaperRig.BTC, "99", "1", "100", "0.12");

        assertThat(rig.answers()).endsWith("RS-1 TRADE PARTIALLY_FILLED 0.1@100",
            "RS-1 TRADE PARTIALLY_FILLED 0.12@100");
    }

    @Test
    void shouldRoundTheDisplayedQuantityDownToAStep() {
        rig.quote(PaperRig.BTC, "99", "1", "100", "0.10019999");

        rig.submit(rig.limit(Side.BUY, TimeInForce.IOC, 20_000, 10_000));

        assertThat(rig.answers()).contains("RS-1 TRADE PARTIALLY_FILLED 0.1001@100");
    }

    @Test
    void shouldFillAFokWhole() {
        rig.quote(PaperRig.BTC, "99", "1", "100", "0.1");

        rig.submit(rig.limit(Side.BUY, TimeInForce.FOK, 10_000, 10_100));

        assertThat(rig.answers()).containsExactly("RS-1 NEW ACCEPTED", "RS-1 TRADE FILLED 0.1@100");
    }

    @Test
    void shouldExpireAFokThatIsDisplayedOnlyInPart() {
        rig.quote(PaperRig.BTC, "99", "1", "100", "0.1");

        rig.submit(rig.limit(Side.BUY, TimeInForce.FOK, 10_010, 10_100));

        assertThat(rig.answers()).containsExactly("RS-1 NEW ACCEPTED",
            "RS-1 EXPIRED EXPIRED: UNFILLED_FOK_ORDER_EXPIRED");
        assertThat(rig.balance("USDT")).isEqualTo("10000 + 0");
    }

    @Test
    void shouldRestWhatIsLeftAndFillItAtItsLimitWhenTheTouchCrosses() {
        rig.quote(PaperRig.BTC, "99", "1", "100", "0.1");

        rig.submit(rig.limit(Side.BUY, TimeInForce.GTC, 30_000, 10_050));
        rig.quote(PaperRig.BTC, "100", "1", "100.51", "1");
        rig.quote(PaperRig.BTC, "90", "1", "95", "0.15");
        rig.quote(PaperRig.BTC, "90", "1", "100.5", "1");

        assertThat(rig.answers()).containsExactly("RS-1 NEW ACCEPTED", "RS-1 TRADE PARTIALLY_FILLED 0.1@100",
            "RS-1 TRADE PARTIALLY_FILLED 0.15@100.5", "RS-1 TRADE FILLED 0.05@100.5");
    }

    @Test
    void shouldFillARestingSellWhenTheBidReachesIt() {
        rig.quote(PaperRig.BTC, "99", "1", "100", "1");

        rig.submit(rig.limit(Side.SELL, TimeInForce.GTC, 10_000, 10_000));
        rig.quote(PaperRig.BTC, "99.99999999", "1", "101", "1");
        rig.quote(PaperRig.BTC, "103", "1", "104", "1");

        assertThat(rig.answers()).containsExactly("RS-1 NEW ACCEPTED", "RS-1 TRADE FILLED 0.1@100");
    }

    @Test
    void shouldFillTheBetterPriceFirstAndThenTheOlderOrder() {
        rig.quote(PaperRig.BTC, "99", "1", "120", "1");

        rig.submit(rig.limit(Side.BUY, TimeInForce.GTC, 10_000, 10_000));
        rig.submit(rig.limit(Side.BUY, TimeInForce.GTC, 10_000, 10_100));
        rig.submit(rig.limit(Side.BUY, TimeInForce.GTC, 10_000, 10_100));
        rig.quote(PaperRig.BTC, "90", "1", "91", "0.25");

        assertThat(rig.answers()).endsWith("RS-2 TRADE FILLED 0.1@101", "RS-3 TRADE FILLED 0.1@101",
            "RS-1 TRADE PARTIALLY_FILLED 0.05@100");
    }

    @Test
    void shouldServeAWaitingMarketOrderBeforeLimitOrders() {
        rig.quote(PaperRig.BTC, "99", "1", "100", "0.1");

        rig.submit(rig.limit(Side.BUY, TimeInForce.GTC, 10_000, 9_900));
        rig.submit(rig.market(Side.BUY, 20_000));
        rig.quote(PaperRig.BTC, "90", "1", "99", "0.15");

        assertThat(rig.answers()).endsWith("RS-2 TRADE FILLED 0.1@99", "RS-1 TRADE PARTIALLY_FILLED 0.05@99");
    }

    @Test
    void shouldCancelWhatRests() {
        rig.quote(PaperRig.BTC, "99", "1", "100", "1");
        Order order = rig.submit(rig.limit(Side.BUY, TimeInForce.GTC, 10_000, 9_900));

        boolean taken = rig.venue().cancel(order.sent(), 0);
        rig.quote(PaperRig.BTC, "90", "1", "91", "1");

        assertThat(taken).isTrue();
        assertThat(rig.answers()).containsExactly("RS-1 NEW ACCEPTED", "RS-1 CANCELED CANCELED");
        assertThat(rig.balance("USDT")).isEqualTo("10000 + 0");
    }

    @Test
    void shouldAnswerNoCancelOfAnOrderThatHasEnded() {
        rig.quote(PaperRig.BTC, "99", "1", "100", "1");
        Order order = rig.submit(rig.market(Side.BUY, 10_000));

        boolean taken = rig.venue().cancel(order.sent(), 0);

        assertThat(taken).isTrue();
        assertThat(rig.answers()).endsWith("RS-1 TRADE FILLED 0.1@100");
    }

    @Test
    void shouldTellTheStateOfAnOrderThatIsAskedFor() {
        rig.quote(PaperRig.BTC, "99", "1", "100", "0.05");
        Order partly = rig.submit(rig.limit(Side.BUY, TimeInForce.GTC, 10_000, 10_000));
        Order resting = rig.submit(rig.limit(Side.BUY, TimeInForce.GTC, 10_000, 9_900));
        Order unknown = rig.limit(Side.BUY, TimeInForce.GTC, 10_000, 9_900);

        rig.venue().resolve(partly.sent());
        rig.venue().resolve(resting.sent());
        rig.venue().resolve(unknown.sent());

        assertThat(rig.answers()).endsWith("RS-1 NEW PARTIALLY_FILLED", "RS-2 NEW ACCEPTED",
            "RS-3 REJECTED REJECTED: the venue does not know this order");
    }

    @Test
    void shouldCompareQuotesOfAnyExponents() {
        PipelineEvent event = new PipelineEvent();
        event.tick().set(PaperRig.BTC, 1, 0, 1);
        event.tick().setQuote(1, 0, 9, 2, 10, 3);
        rig.venue().onTick(event.tick(), 0);

        rig.submit(rig.limit(Side.BUY, TimeInForce.IOC, 1_000_000, 9_999));
        rig.submit(rig.limit(Side.BUY, TimeInForce.IOC, 1_000_000, 10_000));
        rig.submit(rig.limit(Side.SELL, TimeInForce.IOC, 300_000, 9_000));

        assertThat(rig.answers()).containsExactly("RS-1 NEW ACCEPTED",
            "RS-1 EXPIRED EXPIRED: UNFILLED_IOC_QUANTITY_EXPIRED",
            "RS-2 NEW ACCEPTED", "RS-2 TRADE PARTIALLY_FILLED 3@100",
            "RS-2 EXPIRED EXPIRED: UNFILLED_IOC_QUANTITY_EXPIRED",
            "RS-3 NEW ACCEPTED", "RS-3 TRADE PARTIALLY_FILLED 2@90",
            "RS-3 EXPIRED EXPIRED: UNFILLED_IOC_QUANTITY_EXPIRED");
    }

    @Test
    void shouldIgnoreQuotesOfASymbolWithoutRules() {
        rig.quote(PaperRig.UNKNOWN_RULES, "1", "1", "2", "1");

        assertThat(rig.answers()).isEmpty();
    }
}
