package io.ringside.core.event;

import io.ringside.core.event.Origin.Channel;

/**
 * A user's command: the COMMAND view of a slot. It carries the code of the verb and knows no verb.
 *
 * <pre>
 *    8 userId | 16 chatId | 24 threadId | 32 messageId | 40 updateId
 *   48 sentEpochMs | 56 receivedEpochNs | 64 previewId | 72 clockOffsetMs int
 *   76 verb, 77 channel, 78 role, 79 kind bytes
 *   80 arguments, key: each a length byte + UTF-8
 * </pre>
 *
 * <p>Preview, clock offset, role, kind and key are reserved: they are 0 or empty.
 *
 * <p><em>Threading:</em> as its {@link PipelineEvent}.
 */
public final class Command {

    /** What a slot holds of arguments, in bytes of UTF-8. */
    public static final int MAX_ARGUMENT_BYTES = 160;

    private static final int USER_ID = 8;
    private static final int CHAT_ID = 16;
    private static final int THREAD_ID = 24;
    private static final int MESSAGE_ID = 32;
    private static final int UPDATE_ID = 40;
    private static final int SENT_EPOCH_MS = 48;
    private static final int RECEIVED_EPOCH_NS = 56;
    private static final int PREVIEW_ID = 64;
    private static final int VERB = 76;
    private static final int CHANNEL = 77;
    private static final int ARGUMENTS = 80;

    static final SlotBytes.Layout LAYOUT = new SlotBytes.Layout(ARGUMENTS, 2);

    private final SlotBytes slot;

    Command(SlotBytes slot) {
        this.slot = slot;
    }

    /**
     * Fills the view.
     *
     * @param updateId        the channel's own number of the delivery
     * @param arguments       the words after the verb, joined by one space
     * @param sentEpochMs     when the user sent it, by the channel's account
     * @param receivedEpochNs when this process received it
     * @throws IllegalArgumentException when the arguments are longer than a slot holds
     */
    public void set(Origin origin, long updateId, int verbCode, String arguments, long sentEpochMs,
                    long receivedEpochNs) {
        int key = slot.putText(ARGUMENTS, arguments, MAX_ARGUMENT_BYTES);
        slot.header(EventType.COMMAND, slot.putText(key, "", 0));
        slot.clear(PREVIEW_ID, ARGUMENTS);
        slot.putLong(USER_ID, origin.userId());
        slot.putLong(CHAT_ID, origin.chatId());
        slot.putLong(THREAD_ID, origin.threadId());
        slot.putLong(MESSAGE_ID, origin.messageId());
        slot.putLong(UPDATE_ID, updateId);
        slot.putLong(SENT_EPOCH_MS, sentEpochMs);
        slot.putLong(RECEIVED_EPOCH_NS, receivedEpochNs);
        slot.putByte(VERB, verbCode);
        slot.putByte(CHANNEL, origin.channel().code());
    }

    /** Who gave it and where the answer goes; a new object. */
    public Origin origin() {
        return new Origin(Channel.of(slot.getByte(CHANNEL)), slot.getLong(USER_ID), slot.getLong(CHAT_ID),
            slot.getLong(THREAD_ID), slot.getLong(MESSAGE_ID));
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

    /** The stored code of what is asked, from 0 to 255; it need not be one that this version knows. */
    public int verbCode() {
        return slot.getByte(VERB) & 0xFF;
    }

    /** The words after the verb, joined by one space. */
    public String arguments() {
        return slot.getText(ARGUMENTS);
    }

    /** Returns {@code end}; throws {@code UnknownCode} for a channel of another version. */
    int loaded(int end) {
        origin();
        return end;
    }
}
