package io.ringside.core.command;

import io.ringside.core.command.ReplyBody.Block;
import io.ringside.core.command.ReplyBody.BlockVisitor;
import io.ringside.core.command.ReplyBody.Line;
import io.ringside.core.command.ReplyBody.Table;
import io.ringside.core.event.Origin;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The canonical bytes of a reply, by which two runs are compared: the value and nothing of how it looks. Names and
 * leads of columns and labels of actions are not part of it.
 *
 * <pre>
 *   channel byte | user, chat, thread, message longs | code of the verb int, -1 for none | order number long
 *   kind byte | blocks int, each: 1 and a text, or 2, columns int, rows int and a text a cell
 *   actions int, each a text; a text is its length as int and UTF-8
 * </pre>
 *
 * <p><em>Threading:</em> pure function.
 */
public final class ReplyBytes {

    private static final int LINE = 1;
    private static final int TABLE = 2;
    private static final int NO_VERB = -1;

    private ReplyBytes() {
    }

    public static byte[] of(Reply reply) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try {
            write(reply, new DataOutputStream(bytes));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static void write(Reply reply, DataOutputStream out) throws IOException {
        Origin to = reply.to();
        out.writeByte(to.channel().code());
        out.writeLong(to.userId());
        out.writeLong(to.chatId());
        out.writeLong(to.threadId());
        out.writeLong(to.messageId());
        out.writeInt(reply.verb() == null ? NO_VERB : reply.verb().code());
        out.writeLong(reply.orderNumber());
        out.writeByte(reply.kind().code());
        out.writeInt(reply.body().blocks().size());
        BlockWriter blocks = new BlockWriter(out);
        for (Block block : reply.body().blocks()) {
            block.accept(blocks);
        }
        out.writeInt(reply.body().actions().size());
        for (ReplyBody.Action action : reply.body().actions()) {
            write(action.command(), out);
        }
    }

    private static void write(String text, DataOutputStream out) throws IOException {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(utf8.length);
        out.write(utf8);
    }

    private record BlockWriter(DataOutputStream out) implements BlockVisitor<IOException> {

        @Override
        public void onLine(Line line) throws IOException {
            out.writeByte(LINE);
            write(line.text(), out);
        }

        @Override
        public void onTable(Table table) throws IOException {
            out.writeByte(TABLE);
            out.writeInt(table.columns().size());
            out.writeInt(table.rows().size());
            for (List<String> row : table.rows()) {
                for (String cell : row) {
                    write(cell, out);
                }
            }
        }
    }
}
