package io.ringside.core.event;

/**
 * Where a command came from, and so where its answer goes.
 *
 * @param userId    who gave it
 * @param chatId    the chat to answer in; {@link #CONSOLE_CHAT} is the process's own terminal
 * @param threadId  the forum topic inside the chat, 0 if none
 * @param messageId the message to answer, 0 if none
 */
public record Origin(long userId, long chatId, long threadId, long messageId) {

    /** The chat id of the terminal; Telegram uses no id 0. */
    public static final long CONSOLE_CHAT = 0;
}
