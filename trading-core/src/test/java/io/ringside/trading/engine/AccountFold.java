package io.ringside.trading.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.core.event.Decimals;
import io.ringside.core.event.OrderUpdate;
import io.ringside.trading.account.Portfolio;
import io.ringside.trading.account.Position;
import io.ringside.trading.account.Profit;
import io.ringside.trading.decision.Decision.OrderPlaced;
import io.ringside.trading.decision.Side;
import io.ringside.trading.market.Instrument;
import io.ringside.trading.market.Instruments;
import io.ringside.trading.paper.Balance;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;

/** Money and positions added up from the executions alone, by other means than the portfolio's. */
public final class AccountFold {

    private final Instruments instruments;
    private final Map<String, BigDecimal> balances = new TreeMap<>();
    /** By quote asset: what trades have brought less what they have cost, fees in that asset included. */
    private final Map<String, BigDecimal> cash = new TreeMap<>();
    private final Map<String, BigDecimal> holdingsSold = new TreeMap<>();
    private final BigDecimal[] positions;

    public AccountFold(Instruments instruments, Map<String, BigDecimal> starting) {
        this.instruments = instruments;
        balances.putAll(starting);
        positions = new BigDecimal[instruments.symbols()];
        Arrays.fill(positions, BigDecimal.ZERO);
    }

    public void onTrade(OrderPlaced placed, OrderUpdate update) {
        Instrument instrument = instruments.of(placed);
        int id = placed.symbolId();
        boolean isBuy = placed.side() == Side.BUY;
        BigDecimal qty = Decimals.toBigDecimal(update.trade().qty(), update.qtyExponent());
        BigDecimal price = Decimals.toBigDecimal(update.trade().price(), update.trade().priceExponent());
        BigDecimal fee = Decimals.toBigDecimal(update.trade().commission(), update.trade().commissionExponent());
        BigDecimal paid = isBuy ? qty.multiply(price).negate() : qty.multiply(price);

        add(balances, instrument.baseAsset(), isBuy ? qty : qty.negate());
        add(balances, instrument.quoteAsset(), paid);
        add(balances, update.trade().commissionAsset(), fee.negate());
        add(cash, instrument.quoteAsset(), paid);
        if (update.trade().commissionAsset().equals(instrument.quoteAsset())) {
            add(cash, instrument.quoteAsset(), fee.negate());
        } else {
            positions[id] = positions[id].subtract(fee);
        }
        positions[id] = positions[id].add(isBuy ? qty : qty.negate());
        if (positions[id].signum() < 0) {
            add(holdingsSold, instrument.quoteAsset(), positions[id].negate().multiply(price));
            positions[id] = BigDecimal.ZERO;
        }
    }

    public BigDecimal balance(String asset) {
        return balances.getOrDefault(asset, BigDecimal.ZERO);
    }

    public BigDecimal position(int symbolId) {
        return positions[symbolId];
    }

    /** Realised and unrealised profit less fees, without looking at any cost; null while something has no mark. */
    public BigDecimal net(String quoteAsset, IntFunction<BigDecimal> marks) {
        BigDecimal value = value(quoteAsset, marks);
        return value == null ? null : cash(quoteAsset).add(value)
            .subtract(holdingsSold.getOrDefault(quoteAsset, BigDecimal.ZERO));
    }

    public void shouldBe(Portfolio portfolio) {
        balances.forEach((asset, amount) ->
            assertThat(portfolio.balance(asset)).as(asset).isEqualByComparingTo(amount));
        assertThat(balances.keySet()).containsAll(portfolio.balances().keySet());
        for (int id = 0; id < positions.length; id++) {
            Position position = portfolio.position(id);
            assertThat(position == null ? BigDecimal.ZERO : position.qty()).as(instruments.name(id))
                .isEqualByComparingTo(positions[id]);
        }
    }

    public void shouldBe(Map<String, Balance> venue) {
        balances.forEach((asset, amount) -> assertThat(venue.containsKey(asset) ? venue.get(asset).total()
            : BigDecimal.ZERO).as(asset).isEqualByComparingTo(amount));
    }

    /** Cash and worth have changed by what was earned, to the last digit. */
    public void shouldHaveEarned(Portfolio portfolio, IntFunction<BigDecimal> marks) {
        for (String quoteAsset : portfolio.quoteAssets()) {
            BigDecimal value = value(quoteAsset, marks);
            if (value != null) {
                Profit profit = portfolio.net(quoteAsset, marks);
                assertThat(profit.net().add(profit.holdingsSold())).as("earned in " + quoteAsset)
                    .isEqualByComparingTo(cash(quoteAsset).add(value));
            }
        }
    }

    private BigDecimal cash(String quoteAsset) {
        return cash.getOrDefault(quoteAsset, BigDecimal.ZERO);
    }

    private BigDecimal value(String quoteAsset, IntFunction<BigDecimal> marks) {
        BigDecimal value = BigDecimal.ZERO;
        for (int id = 0; id < positions.length; id++) {
            if (positions[id].signum() > 0 && instruments.get(id).quoteAsset().equals(quoteAsset)) {
                if (marks.apply(id) == null) {
                    return null;
                }
                value = value.add(positions[id].multiply(marks.apply(id)));
            }
        }
        return value;
    }

    private static void add(Map<String, BigDecimal> amounts, String asset, BigDecimal amount) {
        if (amount.signum() != 0) {
            amounts.merge(asset, amount, BigDecimal::add);
        }
    }
}
