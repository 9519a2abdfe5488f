package io.ringside.core.command;

import io.ringside.core.command.ReplyBody.Block;
import io.ringside.core.command.ReplyBody.Line;
import io.ringside.core.command.ReplyBody.Table;
import java.util.ArrayList;
import java.util.List;

/**
 * A reply as plain text, for every front end that shows no more: a line a line, a row of a table as a sentence.
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
        List<String> lines = new ArrayList<>();
        for (Block block : body.blocks()) {
            if (block instanceof Line line) {
                lines.add(line.text());
            } else if (block instanceof Table table) {
                table.rows().forEach(row -> lines.add(sentence(table, row)));
            }
        }
        return String.join("\n", lines);
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
}
