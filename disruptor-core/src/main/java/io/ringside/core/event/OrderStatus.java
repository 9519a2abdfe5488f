package io.ringside.core.event;

import io.ringside.core.runtime.CodeTable;

/** State of an order, by Binance's names where it has one; UNKNOWN is ours: sent, outcome not known yet. */
public enum OrderStatus {
    NEW(0),
    ACCEPTED(1),
    PARTIALLY_FILLED(2),
    FILLED(3),
    CANCELED(4),
    REJECTED(5),
    EXPIRED(6),
    UNKNOWN(7);

    private static final int FINAL = 4;
    private static final CodeTable<OrderStatus> CODES = CodeTable.of(values(), OrderStatus::code);

    private final int code;

    OrderStatus(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    /** True when the order can no longer trade. */
    public boolean isFinal() {
        return rank() == FINAL;
    }

    /** True for a status after this one: reports come in any order, but an order only moves forward. */
    public boolean isBefore(OrderStatus other) {
        return rank() < other.rank();
    }

    private int rank() {
        return switch (this) {
            case NEW -> 0;
            case UNKNOWN -> 1;
            case ACCEPTED -> 2;
            case PARTIALLY_FILLED -> 3;
            case FILLED, CANCELED, REJECTED, EXPIRED -> FINAL;
        };
    }

    /** Throws {@link IndexOutOfBoundsException} for a code that no status has. */
    public static OrderStatus of(int code) {
        return CODES.get(code);
    }
}
