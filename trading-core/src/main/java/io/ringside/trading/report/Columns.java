package io.ringside.trading.report;

import io.ringside.core.command.ReplyBody.Column;
import io.ringside.core.command.ReplyBody.Table;
import java.util.List;
import java.util.stream.Stream;

/** The columns of one kind of table. Immutable. */
record Columns(List<Column> columns) {

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
}
