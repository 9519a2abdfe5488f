package io.ringside.core.command;

import io.ringside.core.event.Origin;
import io.ringside.core.runtime.CodeTable;

/**
 * What is said to a user: the answer to a command, news of an order, or an alert. A value: front ends decide how it
 * looks.
 *
 * <p><em>Threading:</em> immutable; any thread.
 *
 * @param to          where it goes, and which message it answers
 * @param verb        the command that it answers; null for what answers none
 * @param orderNumber the order that it is about; 0 for none
 * @param kind        what it is, which decides what goes first and what is dropped first
 * @param body        what is said, of any length; a front end splits what its protocol cannot carry
 */
public record Reply(Origin to, Verb verb, long orderNumber, Kind kind, ReplyBody body) {

    /** What a reply is. The code is what the journal stores. */
    public enum Kind {
        /** Trading was halted, paused or resumed, or was not. */
        SWITCH(0, 0),
        /** What became of a command or an order. */
        RESULT(1, 0),
        /** The answer to a question. */
        ANSWER(2, 1),
        /** What the user did not ask for; the first to be dropped. */
        ALERT(3, 2);

        /** Number of different urgencies. */
        public static final int URGENCIES = 3;

        private static final CodeTable<Kind> CODES = CodeTable.of(values(), Kind::code);

        private final int code;
        private final int urgency;

        Kind(int code, int urgency) {
            this.code = code;
            this.urgency = urgency;
        }

        public int code() {
            return code;
        }

        /** From 0, which goes first; replies of the same urgency keep their order. */
        public int urgency() {
            return urgency;
        }

        /** Throws {@link IndexOutOfBoundsException} for a code that no kind has. */
        public static Kind of(int code) {
            return CODES.get(code);
        }
    }

    /** The answer to a command, of the kind that its verb has. */
    public static Reply to(Origin origin, Verb verb, ReplyBody body) {
        return new Reply(origin, verb, 0, kindOf(verb), body);
    }

    /** The answer to a command in words, a line of text each. */
    public static Reply to(Origin origin, Verb verb, String text) {
        return to(origin, verb, ReplyBody.text(text));
    }

    /** What is said to a user whose words were not a command. */
    public static Reply answer(Origin origin, String text) {
        return new Reply(origin, null, 0, Kind.ANSWER, ReplyBody.text(text));
    }

    /** News of an order, to whoever gave it. */
    public static Reply ofOrder(Origin origin, long orderNumber, String text) {
        return new Reply(origin, null, orderNumber, Kind.RESULT, ReplyBody.text(text));
    }

    /** A text that answers no message. */
    public static Reply alert(Origin chat, String text) {
        return new Reply(chat, null, 0, Kind.ALERT, ReplyBody.text(text));
    }

    private static Kind kindOf(Verb verb) {
        return switch (verb.kind()) {
            case QUERY, INSTRUMENT -> Kind.ANSWER;
            case SWITCH -> Kind.SWITCH;
            case TRADE, SETTING -> Kind.RESULT;
        };
    }
}
