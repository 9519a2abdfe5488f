package io.ringside.trading.paper;

import io.ringside.trading.decision.Side;
import io.ringside.trading.market.Grid;
import io.ringside.trading.market.Instrument;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Moves money for orders: locks what they may cost, pays for executions, releases the rest. A buy locks its price times
 * its quantity of the quote asset, the touch instead of a price for a market order; a sell locks its quantity of the
 * base asset. Fees need no lock: they are taken from what is received.
 *
 * <p><em>Threading:</em> the ring thread.
 */
final class Settlement {

    private final Accounts accounts;

    Settlement(Accounts accounts) {
        this.accounts = accounts;
    }

    /** Free and locked. */
    BigDecimal owned(String asset) {
        return accounts.total(asset);
    }

    /** False, and nothing has changed, when not enough is free. */
    boolean tryLock(PaperOrder order, BigDecimal price) {
        BigDecimal amount = cost(order, order.openQty(), price);
        if (!accounts.tryLock(paidAsset(order), amount)) {
            return false;
        }
        order.setLocked(amount);
        return true;
    }

    /**
     * How much of a quantity the order can pay at that price, rounded down to a step. Only a market buy can fall
     * short: it may use what it has locked and what is free.
     */
    long affordable(PaperOrder order, long qty, BigDecimal price) {
        if (!order.isMarket() || order.side() == Side.SELL) {
            return qty;
        }
        BigDecimal funds = order.locked().add(accounts.free(paidAsset(order)));
        if (cost(order, qty, price).compareTo(funds) <= 0) {
            return qty;
        }
        Grid grid = order.instrument().qty();
        BigDecimal steps = grid.value(grid.floor(funds.divide(price, -grid.exponent(), RoundingMode.DOWN)));
        return steps.setScale(-order.qtyExponent(), RoundingMode.DOWN).unscaledValue().longValueExact();
    }

    /** Pays and credits one execution, and returns what the venue has kept of it. */
    Commission settle(PaperOrder order, long qty, BigDecimal price, boolean isMaker) {
        Instrument instrument = order.instrument();
        BigDecimal base = order.qtyValue(qty);
        BigDecimal quote = price.multiply(base);
        BigDecimal rate = isMaker ? instrument.fees().maker() : instrument.fees().taker();
        boolean isBuy = order.side() == Side.BUY;
        BigDecimal received = isBuy ? base : quote;
        Commission commission = isBuy
            ? Commission.of(received, rate, instrument.basePrecision(), instrument.baseAsset())
            : Commission.of(received, rate, instrument.quotePrecision(), instrument.quoteAsset());
        unlock(order, lockOf(order, qty, quote));
        accounts.debit(paidAsset(order), isBuy ? quote : base);
        accounts.credit(commission.asset(), received.subtract(commission.amount()));
        return commission;
    }

    /** Gives back what an order that has ended did not use. */
    void release(PaperOrder order) {
        unlock(order, order.locked());
    }

    /** The part of the lock that stands for that quantity. */
    private static BigDecimal lockOf(PaperOrder order, long qty, BigDecimal quote) {
        if (order.side() == Side.SELL) {
            return order.qtyValue(qty).min(order.locked());
        }
        return order.isMarket() ? quote.min(order.locked()) : order.priceValue().multiply(order.qtyValue(qty));
    }

    private void unlock(PaperOrder order, BigDecimal amount) {
        accounts.unlock(paidAsset(order), amount);
        order.setLocked(order.locked().subtract(amount));
    }

    private static BigDecimal cost(PaperOrder order, long qty, BigDecimal price) {
        BigDecimal base = order.qtyValue(qty);
        return order.side() == Side.BUY ? price.multiply(base) : base;
    }

    private static String paidAsset(PaperOrder order) {
        return order.side() == Side.BUY ? order.instrument().quoteAsset() : order.instrument().baseAsset();
    }
}
