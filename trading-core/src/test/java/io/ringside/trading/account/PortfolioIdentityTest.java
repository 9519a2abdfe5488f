package io.ringside.trading.account;

import static io.ringside.trading.market.TradeFixtures.BNBUSDT;
import static io.ringside.trading.market.TradeFixtures.BTCUSDT;
import static io.ringside.trading.market.TradeFixtures.ETHUSDT;
import static io.ringside.trading.market.TradeFixtures.INSTRUMENTS;
import static io.ringside.trading.market.TradeFixtures.bytes;
import static io.ringside.trading.market.TradeFixtures.restarted;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.trading.decision.Side;
import io.ringside.trading.market.Instrument;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Fills of any size, side and commission keep what is earned equal to what is there, to the last digit. */
class PortfolioIdentityTest {

    private static final int FILLS = 2_000;
    private static final List<Instrument> TRADED = List.of(BTCUSDT, ETHUSDT, BNBUSDT);

    private final Map<String, BigDecimal> start = Map.of("USDT", new BigDecimal("1000000"),
        "BTC", new BigDecimal("3.5"), "BNB", new BigDecimal("1000"), "FDUSD", new BigDecimal("77"));
    private final Portfolio portfolio = new Portfolio(INSTRUMENTS, start);
    private final Map<String, BigDecimal> expected = new TreeMap<>(start);
    private final BigDecimal[] marks = {new BigDecimal("1"), new BigDecimal("1"), null, new BigDecimal("1")};

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void shouldEarnExactlyWhatIsThere(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < FILLS; i++) {
            take(random);

            Profit profit = portfolio.net("USDT", id -> marks[id]);
            BigDecimal there = portfolio.balance("USDT").subtract(start.get("USDT"));
            for (Position position : portfolio.positions()) {
                there = there.add(position.qty().multiply(marks[position.symbolId()]));
                assertThat(position.qty().signum()).isNotNegative();
                assertThat(position.cost().signum()).isNotNegative();
            }
            assertThat(profit.net().add(profit.holdingsSold())).isEqualByComparingTo(there);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {6, 7, 8})
    void shouldBalanceEachAssetByItsOwnSums(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < FILLS; i++) {
            Fill fill = take(random);

            boolean buy = fill.side() == Side.BUY;
            add(fill.instrument().baseAsset(), buy ? fill.qty() : fill.qty().negate());
            add("USDT", buy ? fill.notional().negate() : fill.notional());
            add(fill.commissionAsset(), fill.commission().negate());
        }

        assertThat(portfolio.balances().keySet()).isEqualTo(expected.keySet());
        expected.forEach((asset, amount) -> assertThat(portfolio.balance(asset)).isEqualByComparingTo(amount));
    }

    @ParameterizedTest
    @ValueSource(longs = {9, 10})
    void shouldGoOnAlikeFromASnapshot(long seed) throws IOException {
        Random random = new Random(seed);
        for (int i = 0; i < FILLS; i++) {
            take(random);
        }
        Portfolio back = restarted(portfolio, new Portfolio(INSTRUMENTS, Map.of()));
        for (int i = 0; i < 100; i++) {
            back.onFill(take(random));
        }

        assertThat(bytes(back)).isEqualTo(bytes(portfolio));
        assertThat(back.net("USDT", id -> marks[id])).isEqualTo(portfolio.net("USDT", id -> marks[id]));
    }

    private void add(String asset, BigDecimal by) {
        expected.merge(asset, by, BigDecimal::add);
    }

    /** Some sales are of all that is held, some of more, some of dust; commissions come in each kind of asset. */
    private Fill take(Random random) {
        Instrument instrument = TRADED.get(random.nextInt(TRADED.size()));
        Position position = portfolio.position(instrument.symbolId());
        Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
        BigDecimal qty = BigDecimal.valueOf(1 + random.nextInt(random.nextInt(5) == 0 ? 3 : 200_000_000), 8);
        if (side == Side.SELL && position != null && position.isHeld() && random.nextInt(4) == 0) {
            qty = position.qty();
        }
        BigDecimal price = BigDecimal.valueOf(1 + random.nextInt(9_999_999), 1 + random.nextInt(7));
        String[] feeAssets = {instrument.baseAsset(), "USDT", "BNB", "FDUSD"};
        BigDecimal fee = qty.multiply(BigDecimal.valueOf(random.nextInt(3) * 75L, 5));
        Fill fill = new Fill(1, instrument.symbolId(), instrument, side, qty, price, fee,
            feeAssets[random.nextInt(feeAssets.length)], 1, 1);
        portfolio.onFill(fill);
        marks[instrument.symbolId()] = price;
        return fill;
    }
}
