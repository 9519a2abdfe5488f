package io.ringside.core.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a reply says: lines and tables in their order, and what the user may want to do next.
 *
 * <p><em>Threading:</em> immutable; any thread.
 *
 * @param blocks  from top to bottom
 * @param actions suggested commands; a front end without buttons leaves them out
 */
public record ReplyBody(List<Block> blocks, List<Action> actions) {

    /** A line of text, or a table. */
    public sealed interface Block {

        /** Calls the one method of the visitor that is for this block. */
        <E extends Exception> void accept(BlockVisitor<E> visitor) throws E;
    }

    /** Whoever renders or writes blocks, each kind in its own way; a new kind needs a method here. */
    public interface BlockVisitor<E extends Exception> {

        void onLine(Line line) throws E;

        void onTable(Table table) throws E;
    }

    /** One line of plain text. */
    public record Line(String text) implements Block {

        @Override
        public <E extends Exception> void accept(BlockVisitor<E> visitor) throws E {
            visitor.onLine(this);
        }
    }

    /**
     * Rows of the same kind.
     *
     * @param rows each with a cell for each column; an empty cell says nothing
     */
    public record Table(List<Column> columns, List<List<String>> rows) implements Block {

        /** Throws {@link IllegalArgumentException} for a row with more or fewer cells than columns. */
        public Table {
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
            int width = columns.size();
            if (rows.stream().anyMatch(row -> row.size() != width)) {
                throw new IllegalArgumentException("a row does not have the " + width + " cells of its table");
            }
        }

        @Override
        public <E extends Exception> void accept(BlockVisitor<E> visitor) throws E {
            visitor.onTable(this);
        }
    }

    /**
     * A column of a table.
     *
     * @param name above the cells, where a table is drawn
     * @param lead before a cell that is not empty, where a row is written as a sentence
     */
    public record Column(String name, String lead) {
    }

    /**
     * A suggested command.
     *
     * @param label   on the button
     * @param command as the user would type it
     */
    public record Action(String label, String command) {
    }

    /** Keeps copies. */
    public ReplyBody {
        blocks = List.copyOf(blocks);
        actions = List.copyOf(actions);
    }

    /** Text, a line each. */
    public static ReplyBody text(String text) {
        return new ReplyBody(Arrays.stream(text.split("\n", -1)).<Block>map(Line::new).toList(), List.of());
    }

    public static ReplyBody of(Block... blocks) {
        return new ReplyBody(List.of(blocks), List.of());
    }

    /** The same with one more suggested command. */
    public ReplyBody suggesting(String label, String command) {
        List<Action> more = new ArrayList<>(actions);
        more.add(new Action(label, command));
        return new ReplyBody(blocks, more);
    }
}
