package io.ringside.trading.decision;

import io.ringside.core.runtime.CodeTable;

/** The kinds of decision. The code is the id of the message that stores it in the journal. */
public enum DecisionKind {
    ORDER_PLACED(101, true),
    ORDER_REJECTED(102, false),
    CANCEL_REQUESTED(103, true),
    TRADING_STATE_CHANGED(104, true),
    STRATEGY_CHANGED(105, true),
    LOSS_MARKED(106, false),
    REPLY_SENT(107, false),
    ORDER_OUTCOME(108, false),
    CANCEL_REJECTED(109, false);

    private static final CodeTable<DecisionKind> CODES = CodeTable.of(values(), DecisionKind::code);

    private final int code;
    private final boolean forced;

    DecisionKind(int code, boolean forced) {
        this.code = code;
        this.forced = forced;
    }

    public int code() {
        return code;
    }

    /**
     * True if a power loss must not take it: what was sent to the venue, and what a user has switched. The others can
     * be derived again, or nothing depends on them after a restart.
     */
    public boolean isForced() {
        return forced;
    }

    /** True for a code that stands for a kind. */
    public static boolean isCode(int code) {
        return CODES.holds(code);
    }

    /** Throws {@link IndexOutOfBoundsException} for a code that no kind has. */
    public static DecisionKind of(int code) {
        return CODES.get(code);
    }
}
