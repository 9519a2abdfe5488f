package io.ringside.trading.risk;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What the risk gate said of an order: one line a rule, in the order of the rules, also behind the first that refused.
 */
public record RiskVerdict(List<RiskLine> lines) {

    public RiskVerdict {
        lines = List.copyOf(lines);
    }

    public boolean passed() {
        return lines.stream().allMatch(RiskLine::passed);
    }

    /** The first rule that refused, with value and limit; null when all let the order pass. */
    public String refusal() {
        return lines.stream().filter(line -> !line.passed()).findFirst()
            .map(line -> "✗ refused by " + line.rule() + ": " + line.complaint()).orElse(null);
    }

    /** All rules, one a line, for {@code /why}. */
    public String text() {
        return lines.stream().map(RiskLine::text).collect(Collectors.joining("\n"));
    }
}
