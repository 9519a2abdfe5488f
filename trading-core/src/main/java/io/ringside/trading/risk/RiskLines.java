package io.ringside.trading.risk;

import io.ringside.trading.market.Amounts;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Collects the results of the checks of one order. Threading: the ring thread. */
final class RiskLines {

    private final List<RiskLine> lines = new ArrayList<>();

    void pass(String check, String limit, String value) {
        lines.add(new RiskLine(check, limit, value, "", ""));
    }

    void reject(String check, String limit, String value, String complaint) {
        lines.add(new RiskLine(check, limit, value, "", complaint));
    }

    /** A check that does not apply, or cannot be made for a reason that another check rejects for. */
    void skip(String check, String why) {
        pass(check, "", why);
    }

    /** A check whose limit is not set for this asset rejects: without a limit there is nothing to compare with. */
    void rejectUnset(String check, String quoteAsset) {
        reject(check, "none", "none is set", "none is set for " + quoteAsset);
    }

    /** Passes up to the limit. */
    void atMost(String check, BigDecimal value, BigDecimal limit, String unit) {
        boolean passed = value.compareTo(limit) <= 0;
        add(check, value, limit, limit.subtract(value), unit, passed ? "" : " is above ");
    }

    /** Passes at the limit and above. */
    void atLeast(String check, BigDecimal value, BigDecimal limit, String unit) {
        boolean passed = value.compareTo(limit) >= 0;
        add(check, value, limit, value.subtract(limit), unit, passed ? "" : " is below ");
    }

    /** Rejects at the limit and above; amounts of many decimals are shown cut. */
    void below(String check, BigDecimal value, BigDecimal limit, String unit) {
        boolean passed = value.compareTo(limit) < 0;
        add(check, Amounts.cut(value), limit, Amounts.cut(limit.subtract(value)), unit,
            passed ? "" : " is not below ");
    }

    RiskVerdict verdict() {
        return new RiskVerdict(lines);
    }

    private void add(String check, BigDecimal value, BigDecimal limit, BigDecimal headroom, String unit,
                     String relation) {
        String limitText = Amounts.text(limit, unit);
        String valueText = Amounts.text(value, unit);
        String complaint = relation.isEmpty() ? "" : valueText + relation + limitText;
        lines.add(new RiskLine(check, limitText, valueText, Amounts.text(headroom, unit), complaint));
    }
}
