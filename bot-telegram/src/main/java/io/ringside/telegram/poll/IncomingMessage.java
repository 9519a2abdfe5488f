package io.ringside.telegram.poll;

import com.fasterxml.jackson.databind.JsonNode;
import io.ringside.core.event.Origin;

/**
 * The parts of a Telegram message that decide whether it runs a command.
 *
 * @param threadId   the forum topic to answer in, 0 if none
 * @param fromId     the speaker, 0 if the message names none
 * @param impersonal true when the speaker is a bot, a channel or stands for more than one user
 * @param relayed    true when the speaker did not write it here and now: forwarded, made by an inline bot, scheduled
 * @param command    true when Telegram itself marked a command at the very start of the text
 */
record IncomingMessage(long messageId, long sentEpochS, long chatId, String chatType, long threadId, long fromId,
                       boolean impersonal, boolean relayed, boolean command, String text) {

    /**
     * @throws IllegalArgumentException for a message without ids or date; its text names the field only
     */
    static IncomingMessage from(JsonNode message) {
        JsonNode from = message.path("from");
        boolean topic = message.path("is_topic_message").asBoolean();
        return new IncomingMessage(number(message, "message_id"), number(message, "date"),
            number(message.path("chat"), "id"), message.path("chat").path("type").asText(),
            topic ? number(message, "message_thread_id") : 0,
            from.isMissingNode() ? 0 : number(from, "id"),
            from.path("is_bot").asBoolean() || hasAny(message, "sender_chat", "is_automatic_forward",
                "business_connection_id", "sender_business_bot", "guest_query_id"),
            hasAny(message, "forward_origin", "forward_date", "via_bot", "is_from_offline"),
            startsWithCommand(message), message.path("text").asText());
    }

    Origin origin() {
        return Origin.telegram(fromId, chatId, threadId, messageId);
    }

    private static long number(JsonNode parent, String field) {
        JsonNode value = parent.path(field);
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw new IllegalArgumentException("no whole number in field " + field);
        }
        return value.longValue();
    }

    private static boolean hasAny(JsonNode message, String... fields) {
        for (String field : fields) {
            JsonNode value = message.path(field);
            if (!value.isMissingNode() && !value.isNull() && !(value.isBoolean() && !value.booleanValue())) {
                return true;
            }
        }
        return false;
    }

    private static boolean startsWithCommand(JsonNode message) {
        JsonNode first = message.path("entities").path(0);
        return message.path("text").isTextual() && "bot_command".equals(first.path("type").asText())
            && first.path("offset").asInt(-1) == 0;
    }
}
