package io.ringside.core.command;

import io.ringside.core.command.ReplyBody.BlockVisitor;
import io.ringside.core.command.ReplyBody.Line;
import io.ringside.core.command.ReplyBody.Table;
import java.util.ArrayList;
import java.util.List;

/**
 * A reply as plain text, for front ends without markup: one line per line, one sentence per row of a table.
 *
 * <p><em>Threading:</em> pure functions.
 */
public final class PlainText {

    private PlainText() {
    }

    public static String of(Reply reply) {
        return of(reply.body());
    }

    public static String of(ReplyBody body) {
        Renderer renderer = new Renderer();
        body.blocks().forEach(block -> block.accept(renderer));
        return String.join("\n", renderer.lines);
    }

    private static String sentence(Table table, List<String> row) {
        StringBuilder sentence = new StringBuilder();
        for (int i = 0; i < row.size(); i++) {
            if (!row.get(i).isEmpty()) {
                sentence.append(table.columns().get(i).lead()).append(row.get(i));
            }
        }
        return sentence.toString();
    }

    private static final class Renderer implements BlockVisitor<RuntimeException> {

        private final List<String> lines = new ArrayList<>();

        @Override
        public void onLine(Line line) {
            lines.add(line.text());
        }

        @Override
        public void onTable(Table table) {
            table.rows().forEach(row -> lines.add(sentence(table, row)));
        }
    }
}
