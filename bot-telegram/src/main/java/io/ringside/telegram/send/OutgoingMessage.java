package io.ringside.telegram.send;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ringside.core.command.PlainText;
import io.ringside.core.command.Reply;

/**
 * A reply on its way.
 *
 * @param rest      what is still to be sent of its text; never starts with white space, so that no part is blank
 * @param first     true until its first part was sent
 * @param offeredNs when it was offered, on the monotonic clock
 */
record OutgoingMessage(Reply reply, String rest, boolean first, long offeredNs) {

    static OutgoingMessage of(Reply reply, long offeredNs) {
        return new OutgoingMessage(reply, PlainText.of(reply).stripLeading(), true, offeredNs);
    }

    /** Parameters of sendMessage for the next part; plain text, so that no word of it can break the message. */
    ObjectNode nextPart() {
        ObjectNode message = JsonNodeFactory.instance.objectNode()
            .put("chat_id", reply.to().chatId())
            .put("text", rest.substring(0, TextSplitter.firstCut(rest)));
        message.putObject("link_preview_options").put("is_disabled", true);
        if (reply.to().threadId() != 0) {
            message.put("message_thread_id", reply.to().threadId());
        }
        if (first && reply.to().messageId() != 0) {
            message.putObject("reply_parameters")
                .put("message_id", reply.to().messageId())
                .put("allow_sending_without_reply", true);
        }
        return message;
    }

    /** What remains after the next part, null if nothing. */
    OutgoingMessage afterNextPart() {
        String remaining = rest.substring(TextSplitter.firstCut(rest)).stripLeading();
        return remaining.isEmpty() ? null : new OutgoingMessage(reply, remaining, false, offeredNs);
    }
}
