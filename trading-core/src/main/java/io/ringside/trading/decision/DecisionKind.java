package io.ringside.trading.decision;

import io.ringside.core.runtime.CodeTable;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** The kinds of decision. The code is the id of the message that stores it in the journal. */
public enum DecisionKind {
    ORDER_PLACED(101, true, Decision.OrderPlaced.class),
    ORDER_REJECTED(102, false, Decision.OrderRejected.class),
    CANCEL_REQUESTED(103, true, Decision.CancelRequested.class),
    TRADING_STATE_CHANGED(104, true, Decision.TradingStateChanged.class),
    STRATEGY_CHANGED(105, true, Decision.StrategyChanged.class),
    LOSS_MARKED(106, false, Decision.LossMarked.class),
    REPLY_SENT(107, false, Decision.ReplySent.class),
    ORDER_OUTCOME(108, false, Decision.OrderOutcome.class),
    CANCEL_REJECTED(109, false, Decision.CancelRejected.class),
    PLAN_STARTED(110, true, Decision.PlanStarted.class),
    PLAN_ENDED(111, true, Decision.PlanEnded.class),
    STRATEGY_REMEMBERED(112, false, Decision.StrategyRemembered.class),
    ASSET_VALUED(114, false, Decision.AssetValued.class);

    private static final CodeTable<DecisionKind> CODES = CodeTable.of(values(), DecisionKind::code);

    private static final Map<Class<?>, DecisionKind> BY_TYPE =
        Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(kind -> kind.type, kind -> kind));

    private final int code;
    private final boolean forced;
    private final Class<? extends Decision> type;

    DecisionKind(int code, boolean forced, Class<? extends Decision> type) {
        this.code = code;
        this.forced = forced;
        this.type = type;
    }

    public static DecisionKind of(Decision decision) {
        return BY_TYPE.get(decision.getClass());
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
