package io.ringside.trading.report;

import io.ringside.core.command.ReplyBody.Column;
import io.ringside.core.command.ReplyBody.Table;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Stream;

/** The columns of one kind of table. Immutable. */
record Columns(List<Column> columns) {

    private static final int MOST_DECIMALS = 8;

    Columns() {
        this(List.of());
    }

    /** These and one more; {@code lead} goes before its cells where a row is written as a sentence. */
    Columns add(String name, String lead) {
        return new Columns(Stream.concat(columns.stream(), Stream.of(new Column(name, lead))).toList());
    }

    Table of(Stream<List<String>> rows) {
        return new Table(columns, rows.toList());
    }

    /** A number as users read it: at most 8 decimals, no zeros behind the last; profits can have very many. */
    static String plain(BigDecimal value) {
        BigDecimal shown = value.setScale(Math.min(value.scale(), MOST_DECIMALS), RoundingMode.HALF_EVEN);
        return shown.signum() == 0 ? "0" : shown.stripTrailingZeros().toPlainString();
    }
}
