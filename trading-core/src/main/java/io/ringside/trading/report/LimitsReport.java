package io.ringside.trading.report;

import io.ringside.core.command.ReplyBody;
import io.ringside.trading.desk.Rationale;
import io.ringside.trading.risk.LimitUses;
import java.util.List;

/** The answer to {@code /limits}: a row for each limit. Threading: the ring thread. */
public final class LimitsReport {

    private static final Columns LIMITS = new Columns()
        .add("limit", "").add("used", ": ").add("of", " of ").add("counted since", ", counted since ");

    private LimitsReport() {
    }

    public static ReplyBody of(List<LimitUses.Use> uses) {
        return ReplyBody.of(LIMITS.of(uses.stream().map(use -> List.of(use.name(), use.used(), use.limit(),
            use.since() == 0 ? "" : Rationale.instant(use.since()).toString()))));
    }
}
