package io.ringside.trading.report;

import io.ringside.core.command.ReplyBody.Table;
import io.ringside.trading.ledger.ProfitHistory;
import io.ringside.trading.ledger.ProfitHistory.Earned;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** What was earned today, in 7 and in 30 UTC days, and since the first execution. Threading: pure functions. */
final class ProfitTable {

    private static final Columns COLUMNS = new Columns()
        .add("period", "").add("realised", ": realised ").add("fees", " - fees ").add("earned", " = ").add("in", " ")
        .add("executions", ", executions ");
    private static final int WEEK = 7;
    private static final int MONTH = 30;

    private ProfitTable() {
    }

    static Table of(ProfitHistory history, long nowEpochNs) {
        List<List<String>> rows = new ArrayList<>();
        for (String asset : history.assets()) {
            rows.add(row("today", asset, history.ofDays(1, asset, nowEpochNs)));
            rows.add(row(WEEK + " days", asset, history.ofDays(WEEK, asset, nowEpochNs)));
            rows.add(row(MONTH + " days", asset, history.ofDays(MONTH, asset, nowEpochNs)));
            rows.add(row("since " + day(history.sinceEpochNs()), asset, history.total(asset)));
        }
        return COLUMNS.of(rows.stream());
    }

    private static List<String> row(String period, String asset, Earned earned) {
        return List.of(period, Columns.plain(earned.realised()), Columns.plain(earned.fees()),
            Columns.plain(earned.net()), asset, Long.toString(earned.executions()));
    }

    private static LocalDate day(long epochNs) {
        return LocalDate.ofEpochDay(Math.floorDiv(TimeUnit.NANOSECONDS.toSeconds(epochNs),
            TimeUnit.DAYS.toSeconds(1)));
    }
}
