package io.ringside.core.event;

import io.ringside.core.runtime.CodeTable;

/**
 * The kinds of event that a ring slot can hold. The code is what the slot and the journal store. Reserved: 5 TRADE,
 * 6 SYMBOL, 7 ACCOUNT, 9 JOURNAL_STATE, 10 CONDITION, 11 HISTORY.
 */
public enum EventType {
    TICK(0),
    COMMAND(1),
    ORDER_ACK(2),
    FEED_STATE(3),
    TIMER(4),
    RULES(8);

    private static final CodeTable<EventType> CODES = CodeTable.of(values(), EventType::code);

    /** One above the highest code. */
    public static final int COUNT = CODES.size();

    private final int code;

    EventType(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    /** True for a code that stands for a type. */
    public static boolean isCode(int code) {
        return CODES.holds(code);
    }

    /** Throws {@link IndexOutOfBoundsException} for a code that no type has. */
    public static EventType of(int code) {
        return CODES.get(code);
    }
}
