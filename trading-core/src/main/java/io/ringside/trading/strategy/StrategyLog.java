package io.ringside.trading.strategy;

import io.ringside.core.command.Reply;
import io.ringside.core.command.ReplySink;
import io.ringside.core.event.Origin;
import io.ringside.trading.decision.ChangeReason;
import io.ringside.trading.decision.Decision;
import io.ringside.trading.decision.Decision.StrategyChanged;
import io.ringside.trading.decision.DecisionLog;
import io.ringside.trading.market.RingTime;

/**
 * Where strategies are written about: decisions into the journal, and alerts to users.
 *
 * <p><em>Threading:</em> the ring thread.
 */
public final class StrategyLog {

    private static final int MAX_TEXT = 300;

    private final DecisionLog decisions;
    private final RingTime time;
    private final ReplySink replies;
    private final Origin alerts;

    /** {@code alerts} is where unsolicited messages go. */
    public StrategyLog(DecisionLog decisions, RingTime time, ReplySink replies, Origin alerts) {
        this.decisions = decisions;
        this.time = time;
        this.replies = replies;
        this.alerts = alerts;
    }

    /** What users are told of a strategy that was switched off for them; empty for what they did themselves. */
    public static String alertText(StrategyChanged changed) {
        return changed.reason() == ChangeReason.USER ? "" : "strategy " + changed.strategy() + " is switched off: "
            + changed.detail() + "; its positions stay, /strategy " + changed.strategy() + " on starts it anew";
    }

    /** Without what differs from run to run, so that a replay comes to the same words. */
    static String text(Exception failure) {
        String text = failure.toString().replaceAll("@[0-9a-f]{1,16}\\b", "@").replaceAll("\\s+", " ");
        return text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT) : text;
    }

    void record(Decision decision) {
        decisions.record(decision, time.sequence());
    }

    void alert(StrategyChanged changed) {
        replies.offer(Reply.alert(alerts, "⚠ " + alertText(changed)));
    }
}
