package io.ringside.trading.risk;

/**
 * What one rule said of an order, for people.
 *
 * @param rule      its name
 * @param limit     empty for a rule that has none
 * @param value     what was measured
 * @param margin    how far the value is from the limit, below 0 behind it; empty where that says nothing
 * @param complaint value and limit in words; empty when the rule lets the order pass
 */
public record RiskLine(String rule, String limit, String value, String margin, String complaint) {

    public boolean passed() {
        return complaint.isEmpty();
    }

    /** For example {@code ✓ max order notional: 68.42 USDT, limit 100 USDT, margin 31.58 USDT}. */
    public String text() {
        String measured = passed() ? "✓ " + rule + ": " + value + (limit.isEmpty() ? "" : ", limit " + limit)
            : "✗ " + rule + ": " + complaint;
        return measured + (margin.isEmpty() ? "" : ", margin " + margin);
    }
}
