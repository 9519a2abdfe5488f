package io.ringside.trading.decision;

/** The account that an order, a fill or a loss belongs to. The code is what the journal and the snapshot store. */
public enum AccountId {
    /** Simulated; its acknowledgements are decided here. */
    PAPER(1),
    /** At the exchange; its acknowledgements come from there. */
    LIVE(2),
    /** Simulated beside the live account, for comparison. */
    SHADOW(3);

    private final int code;

    AccountId(int code) {
        this.code = code;
    }

    /** From 1 to 65,534. */
    public int code() {
        return code;
    }

    /** Throws {@link IndexOutOfBoundsException} for a code that no account has. */
    public static AccountId of(int code) {
        for (AccountId account : values()) {
            if (account.code == code) {
                return account;
            }
        }
        throw new IndexOutOfBoundsException("no account has the code " + code);
    }
}
