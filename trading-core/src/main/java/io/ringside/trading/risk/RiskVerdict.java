package io.ringside.trading.risk;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The result of the risk gate for one order: a line per check, in the order of the checks, including those after the
 * first that rejected.
 */
public record RiskVerdict(List<RiskLine> lines) {

    public RiskVerdict {
        lines = List.copyOf(lines);
    }

    public boolean passed() {
        return lines.stream().allMatch(RiskLine::passed);
    }

    /** The first check that rejected, with value and limit; null when the order passed all. */
    public String rejection() {
        return complaint() == null ? null : "✗ rejected by " + complaint();
    }

    /** The same without the words that it was rejected. */
    public String complaint() {
        return rejecting().map(line -> line.check() + ": " + line.complaint()).orElse(null);
    }

    /** Code of the first check that rejected; 0 when the order passed all. */
    public int rule() {
        return rejecting().map(line -> RiskRule.codeOf(line.check())).orElse(0);
    }

    /** All checks, one per line, for {@code /why}. */
    public String text() {
        return lines.stream().map(RiskLine::text).collect(Collectors.joining("\n"));
    }

    private Optional<RiskLine> rejecting() {
        return lines.stream().filter(line -> !line.passed()).findFirst();
    }
}
