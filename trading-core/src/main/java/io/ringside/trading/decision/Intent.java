package io.ringside.trading.decision;

import io.ringside.core.runtime.CodeTable;

/** What an order is to do to the book of its source. The code is what the journal and the snapshot store. */
public enum Intent {
    /** It may make the book larger: every limit applies. */
    ENTRY(1),
    /** It sells at most what the book holds: limits on entries do not apply. */
    EXIT(2);

    private static final CodeTable<Intent> CODES = CodeTable.of(values(), Intent::code);

    private final int code;

    Intent(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    /** Throws {@link IndexOutOfBoundsException} for a code that no intent has. */
    public static Intent of(int code) {
        return CODES.get(code);
    }
}
