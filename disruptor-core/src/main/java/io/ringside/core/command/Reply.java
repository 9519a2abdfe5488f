package io.ringside.core.command;

import io.ringside.core.event.Origin;
import io.ringside.core.runtime.CodeTable;

/**
 * Text for a person: the answer to a command, or an alert.
 *
 * @param chatId    where it goes; see {@link Origin#CONSOLE_CHAT}
 * @param threadId  the forum topic, 0 if none
 * @param messageId the message that it answers, 0 if none
 * @param priority  what goes first, and what is given up first, when sending falls behind
 * @param text      plain text, of any length; the gateway splits what its protocol cannot carry
 */
public record Reply(long chatId, long threadId, long messageId, Priority priority, String text) {

    /** In the order of sending: replies with the same priority keep their order. */
    public enum Priority {
        /** Answers to commands that trade, halt or resume. */
        TRADE(0),
        /** Answers to questions. */
        QUERY(1),
        /** What nobody asked for; the first to be given up. */
        ALERT(2);

        private static final CodeTable<Priority> CODES = CodeTable.of(values(), Priority::code);

        private final int code;

        Priority(int code) {
            this.code = code;
        }

        /** What the journal stores. */
        public int code() {
            return code;
        }

        /** Throws {@link IndexOutOfBoundsException} for a code that no priority has. */
        public static Priority of(int code) {
            return CODES.get(code);
        }
    }

    /** The answer to a command, with the priority that its verb has. */
    public static Reply to(Origin origin, Verb verb, String text) {
        return new Reply(origin.chatId(), origin.threadId(), origin.messageId(),
            verb.kind() == Verb.Kind.QUERY ? Priority.QUERY : Priority.TRADE, text);
    }

    /** What is said to somebody whose words were no command. */
    public static Reply answer(Origin origin, String text) {
        return new Reply(origin.chatId(), origin.threadId(), origin.messageId(), Priority.QUERY, text);
    }

    /** A text that answers no message. */
    public static Reply alert(long chatId, String text) {
        return new Reply(chatId, 0, 0, Priority.ALERT, text);
    }
}
