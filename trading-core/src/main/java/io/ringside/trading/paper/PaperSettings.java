package io.ringside.trading.paper;

import java.math.BigDecimal;
import java.util.Map;

/**
 * How trading on paper begins and behaves.
 *
 * @param balances  free amount of each asset at the very first start, none below 0
 * @param latencyMs how long an order or a cancel takes to reach the venue, and as long again until its answer is here,
 *                  0 to 60,000
 */
public record PaperSettings(Map<String, BigDecimal> balances, long latencyMs) {

    public static final long DEFAULT_LATENCY_MS = 50;
    public static final long MAX_LATENCY_MS = 60_000;

    public PaperSettings {
        balances = Map.copyOf(balances);
        balances.forEach((asset, amount) -> {
            if (amount.signum() < 0) {
                throw new IllegalArgumentException(
                    "balance of " + asset + " is " + amount + ", allowed are 0 and more");
            }
        });
        if (latencyMs < 0 || latencyMs > MAX_LATENCY_MS) {
            throw new IllegalArgumentException(
                "latencyMs is " + latencyMs + ", allowed are 0 to " + MAX_LATENCY_MS);
        }
    }
}
