package io.ringside.telegram.poll;

import io.ringside.telegram.api.TelegramConfig;
import java.util.Set;

/**
 * Who may command: a listed user, speaking in the configured chat, with a message written here and now.
 *
 * <p><em>Threading:</em> immutable; any thread.
 */
final class AccessPolicy {

    enum Verdict {
        ALLOWED,
        /** Someone else, or an anonymous sender: gets no answer. */
        STRANGER,
        /** From someone on the list, but forwarded, scheduled or by an inline bot: gets an answer, runs nothing. */
        RELAYED
    }

    private final long chatId;
    private final boolean privateChat;
    private final Set<Long> userIds;

    AccessPolicy(TelegramConfig config) {
        this.chatId = config.chatId();
        this.privateChat = config.isPrivateChat();
        this.userIds = config.userIds();
    }

    Verdict judge(IncomingMessage message) {
        if (!isOurChat(message) || message.impersonal() || !userIds.contains(message.fromId())) {
            return Verdict.STRANGER;
        }
        return message.relayed() ? Verdict.RELAYED : Verdict.ALLOWED;
    }

    private boolean isOurChat(IncomingMessage message) {
        String type = message.chatType();
        boolean ourType = privateChat ? type.equals("private") : type.equals("group") || type.equals("supergroup");
        return ourType && message.chatId() == chatId;
    }
}
