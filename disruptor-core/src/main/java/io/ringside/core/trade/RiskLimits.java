package io.ringside.core.trade;

import java.math.BigDecimal;
import java.util.Map;

/**
 * The limits of the risk gate. Amounts are per quote asset; a symbol whose quote asset has no amount is not traded.
 *
 * @param maxOrderNotional   largest price times quantity of one order
 * @param maxPosition        largest value of one symbol's position, open buys included
 * @param maxDailyLoss       entries are refused once the net profit has fallen so far since 00:00 UTC
 * @param maxDrawdown        entries are refused once the net profit has fallen so far below its peak
 * @param maxOpenOrders      over all symbols, 1 to 1,000
 * @param maxOrdersPerMinute over all symbols, in any 60 s, 1 to 10,000
 * @param maxPriceOffBps     largest distance of a limit price from the touch, in hundredths of a percent
 * @param maxQuoteAgeMs      oldest quote that may be decided on
 */
public record RiskLimits(Map<String, BigDecimal> maxOrderNotional, Map<String, BigDecimal> maxPosition,
                         Map<String, BigDecimal> maxDailyLoss, Map<String, BigDecimal> maxDrawdown,
                         int maxOpenOrders, int maxOrdersPerMinute, int maxPriceOffBps, long maxQuoteAgeMs) {

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

    private static void check(String name, long value, long min, long max) {
        if (value < min || value > max) {
            throw new IllegalArgumentException(name + " is " + value + ", allowed are " + min + " to " + max);
        }
    }
}
