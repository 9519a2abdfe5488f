package io.ringside.core.event;

import java.nio.charset.StandardCharsets;

/**
 * A change in the health of one feed connection: the FEED_STATE view of a slot.
 *
 * <pre>
 *   8 connection int | 12 status byte | 13 kind byte | 16 epochNs | 24 line int | 28 subscribed int
 *  32 expected int   | 40 gapNs       | 48 reason, length byte + UTF-8
 * </pre>
 *
 * <p>Kind, line, subscribed, expected and gap are reserved: they are 0.
 *
 * <p><em>Threading:</em> as its {@link PipelineEvent}.
 */
public final class FeedState {

    /** What a slot holds of a reason; longer ones are cut. */
    public static final int MAX_REASON_BYTES = 200;

    private static final int CONNECTION = 8;
    private static final int STATUS = 12;
    private static final int EPOCH_NS = 16;
    private static final int LINE = 24;
    private static final int REASON = 48;

    static final SlotBytes.Layout LAYOUT = new SlotBytes.Layout(REASON, 1);

    private static final String CUT_MARK = "...";

    private final SlotBytes slot;

    FeedState(SlotBytes slot) {
        this.slot = slot;
    }

    /** A reason that does not fit is cut between two characters: it is for users, and no decision depends on it. */
    public void set(int connection, FeedStatus status, long epochNs, String reason) {
        int end = slot.putText(REASON, cut(reason), MAX_REASON_BYTES);
        slot.header(EventType.FEED_STATE, end);
        slot.clear(STATUS, EPOCH_NS);
        slot.clear(LINE, REASON);
        slot.putInt(CONNECTION, connection);
        slot.putByte(STATUS, status.code());
        slot.putLong(EPOCH_NS, epochNs);
    }

    /** Number of the connection within the feed, from 0. */
    public int connection() {
        return slot.getInt(CONNECTION);
    }

    public FeedStatus status() {
        return FeedStatus.of(slot.getByte(STATUS));
    }

    public long epochNs() {
        return slot.getLong(EPOCH_NS);
    }

    public String reason() {
        return slot.getText(REASON);
    }

    private static String cut(String reason) {
        if (reason.getBytes(StandardCharsets.UTF_8).length <= MAX_REASON_BYTES) {
            return reason;
        }
        int bytes = CUT_MARK.length();
        int end = 0;
        while (true) {
            int codePoint = reason.codePointAt(end);
            bytes += utf8Bytes(codePoint);
            if (bytes > MAX_REASON_BYTES) {
                return reason.substring(0, end) + CUT_MARK;
            }
            end += Character.charCount(codePoint);
        }
    }

    private static int utf8Bytes(int codePoint) {
        if (codePoint < 0x80) {
            return 1;
        }
        if (codePoint < 0x800) {
            return 2;
        }
        return Character.isSupplementaryCodePoint(codePoint) ? 4 : 3;
    }

    /** Returns {@code end}; throws {@code UnknownCode} for a status of another version. */
    int loaded(int end) {
        status();
        return end;
    }
}
