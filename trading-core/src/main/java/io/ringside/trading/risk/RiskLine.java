package io.ringside.trading.risk;

/**
 * The result of one risk check of an order, as users read it.
 *
 * @param check     its name
 * @param limit     empty for a check that has none
 * @param value     what was measured
 * @param headroom  the distance of the value from the limit, below 0 beyond it; empty where meaningless
 * @param complaint value and limit in words; empty when the order passed
 */
public record RiskLine(String check, String limit, String value, String headroom, String complaint) {

    public boolean passed() {
        return complaint.isEmpty();
    }

    /** For example {@code ✓ max order notional: 68.42 USDT, limit 100 USDT, headroom 31.58 USDT}. */
    public String text() {
        String measured = passed() ? "✓ " + check + ": " + value + (limit.isEmpty() ? "" : ", limit " + limit)
            : "✗ " + check + ": " + complaint;
        return measured + (headroom.isEmpty() ? "" : ", headroom " + headroom);
    }
}
