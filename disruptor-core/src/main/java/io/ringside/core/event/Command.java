package io.ringside.core.event;

import java.util.List;

/**
 * A user's command: the COMMAND view of a slot.
 *
 * <pre>
 *    8 userId | 16 chatId | 24 threadId | 32 messageId | 40 updateId
 *   48 sentEpochMs | 56 receivedEpochNs | 64 verb byte | 65 arguments, length byte + UTF-8
 * </pre>
 *
 * <p><em>Threading:</em> as its {@link PipelineEvent}.
 */
public final class Command {

    private static final int USER_ID = 8;
    private static final int CHAT_ID = 16;
    private static final int THREAD_ID = 24;
    private static final int MESSAGE_ID = 32;
    private static final int UPDATE_ID = 40;
    private static final int SENT_EPOCH_MS = 48;
    private static final int RECEIVED_EPOCH_NS = 56;
    private static final int VERB = 64;
    private static final int ARGUMENTS = 65;

    private final SlotBytes slot;

    Command(SlotBytes slot) {
        this.slot = slot;
    }

    /** Throws {@link IllegalArgumentException} when the arguments are longer than a slot holds. */
    public void set(CommandRequest request) {
        int end = slot.putText(ARGUMENTS, request.arguments(), CommandRequest.MAX_ARGUMENT_BYTES);
        slot.header(EventType.COMMAND, end);
        slot.putLong(USER_ID, request.origin().userId());
        slot.putLong(CHAT_ID, request.origin().chatId());
        slot.putLong(THREAD_ID, request.origin().threadId());
        slot.putLong(MESSAGE_ID, request.origin().messageId());
        slot.putLong(UPDATE_ID, request.updateId());
        slot.putLong(SENT_EPOCH_MS, request.sentEpochMs());
        slot.putLong(RECEIVED_EPOCH_NS, request.receivedEpochNs());
        slot.putByte(VERB, request.verb().code());
    }

    /** Who gave it and where the answer goes; a new object. */
    public Origin origin() {
        return new Origin(slot.getLong(USER_ID), slot.getLong(CHAT_ID), slot.getLong(THREAD_ID),
            slot.getLong(MESSAGE_ID));
    }

    public long updateId() {
        return slot.getLong(UPDATE_ID);
    }

    public long sentEpochMs() {
        return slot.getLong(SENT_EPOCH_MS);
    }

    public long receivedEpochNs() {
        return slot.getLong(RECEIVED_EPOCH_NS);
    }

    public Verb verb() {
        return Verb.of(slot.getByte(VERB));
    }

    /** The words behind the verb; a new list. */
    public List<String> arguments() {
        String text = slot.getText(ARGUMENTS);
        return text.isEmpty() ? List.of() : List.of(text.split(" "));
    }

    boolean isWhole(int lengthBytes) {
        return slot.holdsCode(VERB, Verb.COUNT)
            && slot.holdsLastText(ARGUMENTS, CommandRequest.MAX_ARGUMENT_BYTES, lengthBytes);
    }
}
