package io.ringside.telegram.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Telegram messages as JSON. */
public final class Messages {

    public static final long USER = 4_242L;
    public static final long GROUP = -1_001_234_567_890L;

    private Messages() {
    }

    /** Typed by {@link #USER} in the private chat with the bot; text with a leading slash is marked as a command. */
    public static ObjectNode typed(long messageId, long epochS, String text) {
        ObjectNode message = JsonNodeFactory.instance.objectNode()
            .put("message_id", messageId)
            .put("date", epochS)
            .put("text", text);
        message.putObject("from").put("id", USER).put("is_bot", false).put("first_name", "Ann");
        message.putObject("chat").put("id", USER).put("type", "private");
        if (text.startsWith("/")) {
            message.putArray("entities").addObject()
                .put("type", "bot_command").put("offset", 0).put("length", text.split("\\s")[0].length());
        }
        return message;
    }

    /** The same in the group. */
    public static ObjectNode typedInGroup(long messageId, long epochS, String text) {
        ObjectNode message = typed(messageId, epochS, text);
        message.putObject("chat").put("id", GROUP).put("type", "supergroup");
        return message;
    }
}
