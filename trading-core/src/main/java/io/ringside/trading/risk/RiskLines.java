package io.ringside.trading.risk;

import io.ringside.trading.market.Amounts;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Gathers what the rules say of one order. Threading: the ring thread. */
final class RiskLines {

    private final List<RiskLine> lines = new ArrayList<>();

    void pass(String rule, String limit, String value) {
        lines.add(new RiskLine(rule, limit, value, "", ""));
    }

    void refuse(String rule, String limit, String value, String complaint) {
        lines.add(new RiskLine(rule, limit, value, "", complaint));
    }

    /** A rule that is not asked, or cannot be: for the reason that another rule refuses for. */
    void skip(String rule, String why) {
        pass(rule, "", why);
    }

    /** A rule whose amount is not among the settings refuses: nobody said how much is too much. */
    void refuseUnset(String rule, String quoteAsset) {
        refuse(rule, "none", "none is set", "none is set for " + quoteAsset);
    }

    /** Passes up to the limit. */
    void atMost(String rule, BigDecimal value, BigDecimal limit, String unit) {
        boolean passed = value.compareTo(limit) <= 0;
        add(rule, value, limit, limit.subtract(value), unit, passed ? "" : " is above ");
    }

    /** Passes from the limit on. */
    void atLeast(String rule, BigDecimal value, BigDecimal limit, String unit) {
        boolean passed = value.compareTo(limit) >= 0;
        add(rule, value, limit, value.subtract(limit), unit, passed ? "" : " is below ");
    }

    /** Refuses from the limit on; amounts of many decimals are shown cut. */
    void below(String rule, BigDecimal value, BigDecimal limit, String unit) {
        boolean passed = value.compareTo(limit) < 0;
        add(rule, Amounts.cut(value), limit, Amounts.cut(limit.subtract(value)), unit,
            passed ? "" : " is not below ");
    }

    RiskVerdict verdict() {
        return new RiskVerdict(lines);
    }

    private void add(String rule, BigDecimal value, BigDecimal limit, BigDecimal margin, String unit,
                     String relation) {
        String limitText = Amounts.text(limit, unit);
        String valueText = Amounts.text(value, unit);
        String complaint = relation.isEmpty() ? "" : valueText + relation + limitText;
        lines.add(new RiskLine(rule, limitText, valueText, Amounts.text(margin, unit), complaint));
    }
}
