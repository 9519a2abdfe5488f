package io.ringside.trading.account;

import static io.ringside.trading.market.TradeFixtures.BNBUSDT;
import static io.ringside.trading.market.TradeFixtures.BTCUSDT;
import static io.ringside.trading.market.TradeFixtures.ETHBTC;
import static io.ringside.trading.market.TradeFixtures.ETHUSDT;
import static io.ringside.trading.market.TradeFixtures.INSTRUMENTS;
import static io.ringside.trading.market.TradeFixtures.bytes;
import static io.ringside.trading.market.TradeFixtures.restarted;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.trading.account.Portfolio.Book;
import io.ringside.trading.decision.Side;
import io.ringside.trading.engine.AccountFold;
import io.ringside.trading.market.Instrument;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Executions of any symbol, source, size, side and commission: the books of an asset add up to its balance, and what is
 * earned is what is there, to the last digit.
 */
class PortfolioIdentityTest {

    private static final int FILLS = 1_500;
    private static final List<Instrument> TRADED = List.of(BTCUSDT, ETHUSDT, ETHBTC, BNBUSDT);
    private static final List<String> SOURCES = List.of("user", "trend", "user", "reversal");

    private final Map<String, BigDecimal> start = Map.of("USDT", new BigDecimal("1000000"),
        "BTC", new BigDecimal("3.5"), "BNB", new BigDecimal("1000"), "FDUSD", new BigDecimal("77"));
    private final Portfolio portfolio = new Portfolio(INSTRUMENTS, start);
    private final AccountFold fold = new AccountFold(INSTRUMENTS, start);
    private final List<Portfolio> others = new ArrayList<>();
    private final Map<String, BigDecimal> expected = new TreeMap<>(start);
    private final Map<String, BigDecimal> prices = new HashMap<>(Map.of("BTC", new BigDecimal("60000"),
        "ETH", new BigDecimal("3000"), "BNB", new BigDecimal("500"), "USDT", BigDecimal.ONE,
        "FDUSD", BigDecimal.ONE));

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void shouldShareEachBalanceAmongItsSources(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < FILLS; i++) {
            Fill fill = take(random);

            boolean buy = fill.side() == Side.BUY;
            add(fill.instrument().baseAsset(), buy ? fill.qty() : fill.qty().negate());
            add(fill.instrument().quoteAsset(), buy ? fill.notional().negate() : fill.notional());
            add(fill.commissionAsset(), fill.commission().negate());
            expected.forEach((asset, amount) -> {
                assertThat(portfolio.balance(asset)).as(asset).isEqualByComparingTo(amount);
                shouldBeShared(asset, amount);
            });
        }
        assertThat(portfolio.balances().keySet()).isEqualTo(expected.keySet());
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void shouldHoldAndEarnWhatTheExecutionsTell(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < FILLS; i++) {
            Fill fill = take(random);
            fold.onTrade(fill.source(), fill.instrument(), fill.side(), fill.qty(), fill.price(), fill.commission(),
                fill.commissionAsset());

            fold.shouldBe(portfolio);
            fold.shouldHaveEarned(portfolio, this::touch);
        }
    }

    /** At unchanging prices, what all of it is worth changes by the profit, if nothing is external but money. */
    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23, 24, 25})
    void shouldEarnExactlyWhatIsThere(long seed) {
        Portfolio owner = new Portfolio(INSTRUMENTS, Map.of("USDT", new BigDecimal("1000000000")));
        Random random = new Random(seed);
        for (int i = 0; i < FILLS; i++) {
            Fill fill = affordable(random, owner);
            owner.onFill(fill);

            BigDecimal there = BigDecimal.ZERO;
            for (Map.Entry<String, BigDecimal> balance : owner.balances().entrySet()) {
                there = there.add(balance.getValue().multiply(prices.get(balance.getKey())));
            }
            assertThat(owner.profits().net("USDT", this::touch).net())
                .isEqualByComparingTo(there.subtract(new BigDecimal("1000000000")));
            assertThat(owner.profits().assets()).containsExactly("USDT");
            assertThat(owner.profits().otherFees()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {31, 32})
    void shouldGoOnAlikeFromASnapshot(long seed) throws IOException {
        Random random = new Random(seed);
        for (int i = 0; i < FILLS; i++) {
            take(random);
        }
        Portfolio back = restarted(portfolio, new Portfolio(INSTRUMENTS, Map.of()));
        others.add(back);
        for (int i = 0; i < 100; i++) {
            back.onFill(take(random));
        }

        assertThat(bytes(back)).isEqualTo(bytes(portfolio));
        assertThat(back.profits().net("USDT", this::touch)).isEqualTo(portfolio.profits().net("USDT", this::touch));
    }

    private void shouldBeShared(String asset, BigDecimal balance) {
        BigDecimal external = portfolio.held(Portfolio.EXTERNAL, asset);
        BigDecimal sum = external;
        for (Book book : portfolio.books()) {
            if (book.asset().equals(asset)) {
                assertThat(book.qty()).as(book.source()).isPositive();
                sum = sum.add(book.qty());
            }
        }
        assertThat(sum).as(asset).isEqualByComparingTo(balance);
        assertThat(portfolio.positions()).allMatch(position -> position.cost().signum() >= 0);
    }

    private BigDecimal touch(Side side, int symbolId) {
        Instrument instrument = INSTRUMENTS.get(symbolId);
        return instrument == ETHBTC ? new BigDecimal("0.05") : prices.get(instrument.baseAsset());
    }

    private void add(String asset, BigDecimal by) {
        expected.merge(asset, by, BigDecimal::add);
    }

    /**
     * Some sales are of all that is held, some of more, some of dust; commissions come in each kind of asset, and some
     * exceed all there is. Now and then the worth of an asset is known.
     */
    private Fill take(Random random) {
        Instrument instrument = TRADED.get(random.nextInt(TRADED.size()));
        String source = SOURCES.get(random.nextInt(SOURCES.size()));
        Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
        BigDecimal qty = BigDecimal.valueOf(1 + random.nextInt(random.nextInt(5) == 0 ? 3 : 200_000_000), 8);
        BigDecimal own = portfolio.held(source, instrument.baseAsset());
        if (side == Side.SELL && own.signum() > 0 && random.nextInt(4) == 0) {
            qty = own;
        }
        BigDecimal price = BigDecimal.valueOf(1 + random.nextInt(9_999_999), 1 + random.nextInt(7));
        String[] feeAssets = {instrument.baseAsset(), instrument.quoteAsset(), "BNB", "FDUSD"};
        BigDecimal fee = random.nextInt(50) == 0 ? qty.multiply(BigDecimal.valueOf(3))
            : qty.multiply(BigDecimal.valueOf(random.nextInt(3) * 75L, 5));
        if (random.nextInt(20) == 0) {
            portfolio.value("BTC", new Worth("USDT", price));
            others.forEach(other -> other.value("BTC", new Worth("USDT", price)));
            fold.value("BTC", "USDT", price);
        }
        Fill fill = new Fill(1, source, instrument.symbolId(), instrument, side, qty, price, fee,
            feeAssets[random.nextInt(feeAssets.length)], 1, 1);
        portfolio.onFill(fill);
        return fill;
    }

    /** A source pays with what it holds, or with money; commissions are taken off what it receives. */
    private static Fill affordable(Random random, Portfolio owner) {
        while (true) {
            Instrument instrument = TRADED.get(random.nextInt(TRADED.size()));
            String source = SOURCES.get(random.nextInt(SOURCES.size()));
            boolean buy = random.nextBoolean();
            BigDecimal price = BigDecimal.valueOf(1 + random.nextInt(9_999_999), 1 + random.nextInt(7));
            BigDecimal qty = BigDecimal.valueOf(1 + random.nextInt(200_000_000), 8);
            String paid = buy ? instrument.quoteAsset() : instrument.baseAsset();
            BigDecimal most = owner.held(source, paid);
            if (!buy && random.nextBoolean()) {
                qty = qty.min(most);
            }
            BigDecimal needed = buy ? qty.multiply(price) : qty;
            if (qty.signum() > 0 && (paid.equals("USDT") || needed.compareTo(most) <= 0)) {
                BigDecimal received = buy ? qty : qty.multiply(price);
                return new Fill(1, source, instrument.symbolId(), instrument, buy ? Side.BUY : Side.SELL, qty, price,
                    received.multiply(BigDecimal.valueOf(random.nextInt(3) * 75L, 5)),
                    buy ? instrument.baseAsset() : instrument.quoteAsset(), 1, 1);
            }
        }
    }
}
