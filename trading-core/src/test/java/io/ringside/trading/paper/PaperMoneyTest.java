package io.ringside.trading.paper;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.core.event.OrderUpdate;
import io.ringside.trading.decision.Side;
import io.ringside.trading.decision.TimeInForce;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What orders lock, pay, receive and are charged. */
class PaperMoneyTest {

    private final PaperRig rig = PaperRig.rich();

    @Test
    void shouldTakeTheFeeOfABuyFromTheBaseAsset() {
        rig.quote(PaperRig.BTC, "99", "1", "100", "1");

        rig.submit(rig.market(Side.BUY, 10_000));

        assertThat(rig.balance("BTC")).isEqualTo("10.0998 + 0");
        assertThat(rig.balance("USDT")).isEqualTo("9990 + 0");
        OrderUpdate trade = rig.ring().published().get(1);
        assertThat(trade.trade().commissionAsset()).isEqualTo("BTC");
        assertThat(trade.trade().commission()).isEqualTo(20_000);
        assertThat(trade.trade().commissionExponent()).isEqualTo(-8);
    }

    @Test
    void shouldTakeTheFeeOfASellFromTheQuoteAsset() {
        rig.quote(PaperRig.BTC, "99", "1", "100", "1");

        rig.submit(rig.market(Side.SELL, 10_000));

        assertThat(rig.balance("BTC")).isEqualTo("9.9 + 0");
        assertThat(rig.balance("USDT")).isEqualTo("10009.8802 + 0");
        assertThat(rig.ring().published().get(1).trade().commission()).isEqualTo(1_980_000);
    }

    @Test
    void shouldChargeTheMakerRateForWhatHasRested() {
        rig.quote(PaperRig.BTC, "99", "1", "101", "1");

        rig.submit(rig.limit(Side.BUY, TimeInForce.GTC, 10_000, 10_000));
        rig.quote(PaperRig.BTC, "99", "1", "100", "1");

        assertThat(rig.balance("BTC")).isEqualTo("10.0999 + 0");
    }

    @Test
    void shouldRoundTheFeeUpToThePrecisionOfTheAsset() {
        Commission fee = Commission.of(new BigDecimal("0.00001001"), new BigDecimal("0.001"), 8, "BTC");

        assertThat(fee.amount()).isEqualTo(new BigDecimal("0.00000002"));
    }

    @Test
    void shouldNeverChargeMoreThanIsReceived() {
        Commission fee = Commission.of(new BigDecimal("0.0000000099"), new BigDecimal("0.001"), 8, "USDT");

        assertThat(fee.mantissa()).isZero();
    }

    @Test
    void shouldReportAFeeThatNeedsMoreDigitsThanALongHas() {
        Commission fee = Commission.of(new BigDecimal("123456789012345678"), new BigDecimal("0.001"), 8, "IDR");

        assertThat(fee.amount()).isEqualByComparingTo(BigDecimal.valueOf(fee.mantissa(), -fee.exponent()));
        assertThat(fee.amount()).isBetween(new BigDecimal("123456789012345.6"), new BigDecimal("123456789012345.7"));
    }

    @Test
    void shouldLockTheLimitOfABuyAndGiveTheImprovementBack() {
        rig.quote(PaperRig.BTC, "99", "1", "100", "0.1");

        rig.submit(rig.limit(Side.BUY, TimeInForce.GTC, 30_000, 11_000));

        assertThat(rig.balance("USDT")).isEqualTo("9968 + 22");
    }

    @Test
    void shouldLockTheBaseAssetOfASell() {
        rig.submit(rig.limit(Side.SELL, TimeInForce.GTC, 30_000, 11_000));

        assertThat(rig.balance("BTC")).isEqualTo("9.7 + 0.3");
    }

    @Test
    void shouldRejectWhatTheFreeBalanceDoesNotPay() {
        rig.submit(rig.limit(Side.BUY, TimeInForce.GTC, 100_000, 1_000_000));
        rig.submit(rig.limit(Side.BUY, TimeInForce.GTC, 10_000, 10_000));
        rig.submit(rig.limit(Side.SELL, TimeInForce.GTC, 1_000_010, 10_000));

        assertThat(rig.answers()).containsExactly("RS-1 NEW ACCEPTED",
            "RS-2 REJECTED REJECTED: Account has insufficient balance for requested action.",
            "RS-3 REJECTED REJECTED: Account has insufficient balance for requested action.");
        assertThat(rig.balance("USDT")).isEqualTo("0 + 10000");
    }

    @Test
    void shouldExpireWhatAMarketBuyCanNoLongerPay() {
        PaperRig poor = new PaperRig(0, Map.of("USDT", new BigDecimal(30)));
        poor.quote(PaperRig.BTC, "99", "1", "100", "0.1");

        poor.submit(poor.market(Side.BUY, 30_000));
        poor.quote(PaperRig.BTC, "99", "1", "150", "1");

        assertThat(poor.answers()).containsExactly("RS-1 NEW ACCEPTED", "RS-1 TRADE PARTIALLY_FILLED 0.1@100",
            "RS-1 TRADE PARTIALLY_FILLED 0.1333@150", "RS-1 EXPIRED EXPIRED: INSUFFICIENT_BALANCES");
        assertThat(poor.balance("USDT")).isEqualTo("0.005 + 0");
    }

    @Test
    void shouldPayARisingMarketBuyFromWhatIsFreeButNotFromWhatOthersHaveLocked() {
        PaperRig poor = new PaperRig(0, Map.of("USDT", new BigDecimal(60)));
        poor.quote(PaperRig.BTC, "99", "1", "100", "0.1");

        poor.submit(poor.limit(Side.BUY, TimeInForce.GTC, 50_000, 5_000));
        poor.submit(poor.market(Side.BUY, 20_000));
        poor.quote(PaperRig.BTC, "99", "1", "200", "1");

        assertThat(poor.answers()).endsWith("RS-2 TRADE FILLED 0.1@200");
        assertThat(poor.balance("USDT")).isEqualTo("5 + 25");
    }

    @Test
    void shouldGiveBackWhatAFallingMarketBuyDidNotNeed() {
        rig.quote(PaperRig.BTC, "99", "1", "100", "0.1");

        rig.submit(rig.market(Side.BUY, 20_000));
        rig.quote(PaperRig.BTC, "49", "1", "50", "1");

        assertThat(rig.balance("USDT")).isEqualTo("9985 + 0");
    }
}
