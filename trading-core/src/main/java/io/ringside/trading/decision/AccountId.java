package io.ringside.trading.decision;

import io.ringside.core.runtime.CodeTable;

/** The account that an order, a fill or a loss belongs to. The code is what the journal and the snapshot store. */
public enum AccountId {
    /** Simulated; its acknowledgements are decided here. */
    PAPER(1),
    /** At the exchange; its acknowledgements come from there. */
    LIVE(2),
    /** Simulated beside the live account, for comparison. */
    SHADOW(3);

    private static final CodeTable<AccountId> CODES = CodeTable.of(values(), AccountId::code);

    private final int code;

    AccountId(int code) {
        this.code = code;
    }

    /** True if the order updates of this account are decided here, so a replay decides them again. */
    public boolean isSimulated() {
        return switch (this) {
            case PAPER, SHADOW -> true;
            case LIVE -> false;
        };
    }

    /** From 1 to 65,534. */
    public int code() {
        return code;
    }

    /** Throws {@link IndexOutOfBoundsException} for a code that no account has. */
    public static AccountId of(int code) {
        return CODES.get(code);
    }
}
