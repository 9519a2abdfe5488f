package io.ringside.trading.risk;

import java.math.BigDecimal;
import java.util.Map;

/**
 * The limits of the risk gate. Amounts are per quote asset; a symbol whose quote asset has no amount cannot be traded.
 *
 * @param maxOrderNotional   largest price times quantity of one order
 * @param maxPosition        largest value of one symbol's position, open buys included
 * @param maxDailyLoss       entries are rejected once net profit has fallen by this much since 00:00 UTC
 * @param maxDrawdown        entries are rejected once net profit has fallen by this much below its peak
 * @param maxOpenOrders      over all symbols, 1 to 1,000
 * @param maxOrdersPerMinute over all symbols, in any 60 s, 1 to 10,000
 * @param maxPriceOffBps     maximum distance of a limit price from the touch, in basis points
 * @param maxQuoteAgeMs      maximum age of the quote that a decision may use
 */
public record RiskLimits(Map<String, BigDecimal> maxOrderNotional, Map<String, BigDecimal> maxPosition,
                         Map<String, BigDecimal> maxDailyLoss, Map<String, BigDecimal> maxDrawdown,
                         int maxOpenOrders, int maxOrdersPerMinute, int maxPriceOffBps, long maxQuoteAgeMs) {

    /**
     * Made for an account of 10,000: of a dollar or euro coin 1,000 an order, 5,000 a position, and 500 a day and 1,000
     * from the peak to lose; of BTC, ETH and BNB about as much. 20 open orders, 30 a minute, 5 % off the touch, quotes
     * of 5 s.
     */
    public static final RiskLimits DEFAULT = new RiskLimits(
        amounts("1000", "0.01", "0.3", "1.5"), amounts("5000", "0.05", "1.5", "7.5"),
        amounts("500", "0.005", "0.15", "0.75"), amounts("1000", "0.01", "0.3", "1.5"), 20, 30, 500, 5_000);

    public RiskLimits {
        maxOrderNotional = Map.copyOf(maxOrderNotional);
        maxPosition = Map.copyOf(maxPosition);
        maxDailyLoss = Map.copyOf(maxDailyLoss);
        maxDrawdown = Map.copyOf(maxDrawdown);
        check("maxOpenOrders", maxOpenOrders, 1, 1_000);
        check("maxOrdersPerMinute", maxOrdersPerMinute, 1, 10_000);
        check("maxPriceOffBps", maxPriceOffBps, 1, 10_000);
        check("maxQuoteAgeMs", maxQuoteAgeMs, 1, 3_600_000);
    }

    private static Map<String, BigDecimal> amounts(String money, String btc, String eth, String bnb) {
        BigDecimal ofMoney = new BigDecimal(money);
        return Map.of("USDT", ofMoney, "USDC", ofMoney, "FDUSD", ofMoney, "EUR", ofMoney,
            "BTC", new BigDecimal(btc), "ETH", new BigDecimal(eth), "BNB", new BigDecimal(bnb));
    }

    private static void check(String name, long value, long min, long max) {
        if (value < min || value > max) {
            throw new IllegalArgumentException(name + " is " + value + ", allowed are " + min + " to " + max);
        }
    }
}
