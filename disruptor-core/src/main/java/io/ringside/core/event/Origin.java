package io.ringside.core.event;

import io.ringside.core.runtime.CodeTable;

/**
 * Where a command came from, and so where its answer goes. The ids are the channel's own: the core compares and carries
 * them, and never interprets them.
 *
 * @param channel   the kind of front end
 * @param userId    who gave it, 0 if the channel does not tell users apart
 * @param chatId    the chat to answer in, 0 if none
 * @param threadId  the topic inside the chat, 0 if none
 * @param messageId the message to answer, 0 if none
 */
public record Origin(Channel channel, long userId, long chatId, long threadId, long messageId) {

    /** The process's own terminal. */
    public static final Origin CONSOLE = new Origin(Channel.CONSOLE, 0, 0, 0, 0);

    /** The kinds of front end. The code is what the slot, the journal and snapshots store. */
    public enum Channel {
        /** The process's own terminal. */
        CONSOLE(0, false),
        TELEGRAM(1, true),
        LOCAL_SOCKET(2, false),
        WEBHOOK(3, true);

        private static final CodeTable<Channel> CODES = CodeTable.of(values(), Channel::code);

        private final int code;
        private final boolean redelivers;

        Channel(int code, boolean redelivers) {
            this.code = code;
            this.redelivers = redelivers;
        }

        public int code() {
            return code;
        }

        /** True when it can bring the same message twice: chat and message then tell whether it was seen. */
        public boolean redelivers() {
            return redelivers;
        }

        /** Throws {@link IndexOutOfBoundsException} for a code that no channel has. */
        public static Channel of(int code) {
            return CODES.get(code);
        }
    }

    public static Origin telegram(long userId, long chatId, long threadId, long messageId) {
        return new Origin(Channel.TELEGRAM, userId, chatId, threadId, messageId);
    }
}
