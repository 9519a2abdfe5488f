package io.ringside.core.event;

/** The kinds of event that a ring slot can hold. The code is what the slot and the journal store. */
public enum EventType {
    TICK,
    COMMAND,
    ORDER_ACK,
    FEED_STATE,
    TIMER;

    private static final EventType[] BY_CODE = values();

    /** Number of event types; codes run from 0 to one below it. */
    public static final int COUNT = BY_CODE.length;

    public int code() {
        return ordinal();
    }

    /** Throws {@link ArrayIndexOutOfBoundsException} for a code that no type has. */
    public static EventType of(int code) {
        return BY_CODE[code];
    }
}
