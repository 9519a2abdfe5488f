package io.ringside.trading.engine;

import io.ringside.core.command.Reply;
import io.ringside.core.command.Verb;
import io.ringside.core.event.Command;
import io.ringside.core.event.OrderUpdate;
import io.ringside.core.event.PipelineEvent;
import io.ringside.trading.account.Fill;
import io.ringside.trading.account.TradingBooks;
import io.ringside.trading.account.Worth;
import io.ringside.trading.decision.ChangeReason;
import io.ringside.trading.decision.Decision;
import io.ringside.trading.decision.Decision.AssetValued;
import io.ringside.trading.decision.Decision.CancelRejected;
import io.ringside.trading.decision.Decision.CancelRequested;
import io.ringside.trading.decision.Decision.LossMarked;
import io.ringside.trading.decision.Decision.OrderOutcome;
import io.ringside.trading.decision.Decision.OrderPlaced;
import io.ringside.trading.decision.Decision.OrderRejected;
import io.ringside.trading.decision.Decision.PlanEnded;
import io.ringside.trading.decision.Decision.PlanStarted;
import io.ringside.trading.decision.Decision.ReplySent;
import io.ringside.trading.decision.Decision.StrategyChanged;
import io.ringside.trading.decision.Decision.StrategyRemembered;
import io.ringside.trading.decision.Decision.TradingStateChanged;
import io.ringside.trading.order.Orders;
import io.ringside.trading.risk.LossLimits;
import io.ringside.trading.risk.RiskGate;
import io.ringside.trading.risk.TradingState;
import io.ringside.trading.strategy.Strategies;
import io.ringside.trading.strategy.StrategyLog;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Rebuilds state from the facts after a snapshot: what was decided and what the venue answered. Nothing is decided
 * again, so a newer version of the program, or one with other settings, recovers the same.
 *
 * <p><em>Threading:</em> the owner's, before the ring starts.
 */
final class Recovery {

    private static final String RECORDS_LOST = "; records are lost, orders and fills may be missing: compare /orders "
        + "and /positions with what you know, then /start";
    private static final String NOTHING_LOST = "; no complete record is lost";
    private static final String WITHOUT_SETTING =
        ", which this version does not accept; its state is recovered without it";

    private final TradingBooks books;
    private final TradingState tradingState;
    private final LossLimits losses;
    private final RiskGate risk;
    private final Strategies strategies;
    private final Restart restart;
    /** Unanswered commands by sequence: the words and the outcome so far. */
    private final Map<Long, List<String>> unanswered = new TreeMap<>();

    private final List<String> reports = new ArrayList<>();
    /** What users are to be told of decisions, and no record says that they were. */
    private final List<String> alerts = new ArrayList<>();

    Recovery(TradingBooks books, TradingState tradingState, LossLimits losses, RiskGate risk, Strategies strategies,
             Restart restart) {
        this.books = books;
        this.tradingState = tradingState;
        this.losses = losses;
        this.risk = risk;
        this.strategies = strategies;
        this.restart = restart;
    }

    /** Returns true if a restart recovers what the event reported; quotes, connections and windows start empty. */
    public boolean onEvent(PipelineEvent event, long sequence) {
        books.time().onEvent(event, sequence);
        return switch (event.type()) {
            case COMMAND -> onCommand(event.command(), sequence);
            case ORDER_ACK -> onOrderUpdate(event.orderAck().update(), sequence);
            case RULES -> {
                books.instruments().onRules(event.rules(), sequence);
                books.portfolio().onRules(event.rules(), sequence);
                yield true;
            }
            case TICK, FEED_STATE, TIMER -> false;
        };
    }

    public void onDecision(Decision decision, long sequence) {
        decision.accept(new Fold(sequence));
    }

    /** The journal was repaired, in words. Where records were lost, no order leaves until a user has looked. */
    void onRepaired(String text, boolean recordsLost) {
        if (recordsLost) {
            tradingState.restore(new TradingStateChanged(true, books.time().sequence(), tradingState.isPaused()));
        }
        reports.add(text + (recordsLost ? RECORDS_LOST : NOTHING_LOST));
    }

    /** This version does not accept a setting of the run that wrote the journal, given as {@code NAME=value}. */
    void onSettingRefused(String setting) {
        reports.add("the run before had the setting " + setting + WITHOUT_SETTING);
    }

    /** What another start has reported of the journal, besides what its users were still to be told of. */
    void onReportsOf(Recovery other) {
        List<String> owed = restart.notices();
        for (String notice : other.restart.notices()) {
            String text = notice.substring(Math.min(notice.length(), Restart.WARNING.length()));
            if (owed.contains(notice)) {
                continue;
            }
            if (notice.endsWith(RECORDS_LOST)) {
                onRepaired(text.substring(0, text.length() - RECORDS_LOST.length()), true);
            } else if (notice.endsWith(NOTHING_LOST) || notice.endsWith(WITHOUT_SETTING)) {
                reports.add(text);
            }
        }
    }

    /** All facts are in: the new run starts. */
    public void finish() {
        List<String> interrupted = new ArrayList<>(reports);
        interrupted.addAll(alerts);
        for (List<String> words : unanswered.values()) {
            String outcome = words.size() == 1 ? "nothing came of it"
                : String.join(", ", words.subList(1, words.size()));
            interrupted.add("the answer to " + words.get(0) + " was lost with the process: " + outcome);
        }
        restart.onRecovered(interrupted);
    }

    private void note(long sequence, String outcome) {
        unanswered.computeIfPresent(sequence, (at, words) -> {
            words.add(outcome);
            return words;
        });
    }

    private boolean onCommand(Command command, long sequence) {
        restart.recent().add(command);
        if (Verb.isAnswerJournaled(command.verbCode())) {
            String words = "/" + Verb.wordOf(command.verbCode()) + " " + command.arguments();
            unanswered.put(sequence, new ArrayList<>(List.of(words.strip())));
        }
        return true;
    }

    private boolean onOrderUpdate(OrderUpdate update, long sequence) {
        Orders.Change change = books.orders().apply(update);
        if (change != null && change.executedQty() > 0) {
            Fill fill = Fill.of(change, update, sequence);
            books.onFill(fill);
            restart.plans().onFill(change.order(), fill);
        }
        if (change != null && change.ended()) {
            restart.plans().onEnded(change.order());
        }
        return change != null;
    }

    /** The effect of one decision on the event of that sequence. */
    private final class Fold implements Decision.Visitor {

        private final long sequence;

        Fold(long sequence) {
            this.sequence = sequence;
        }

        @Override
        public void onOrderPlaced(OrderPlaced placed) {
            books.orders().add(placed);
            restart.plans().onPlaced(placed);
            risk.onPlaced(placed.epochNs());
            note(sequence, "order #" + placed.number() + " was placed");
        }

        @Override
        public void onOrderRejected(OrderRejected rejected) {
            risk.onRejected(books.time().epochNs());
            note(sequence, "an order was rejected: " + rejected.reason());
        }

        @Override
        public void onCancelRequested(CancelRequested cancel) {
            note(sequence, "order #" + cancel.number() + " was asked to be canceled");
        }

        @Override
        public void onOrderOutcome(OrderOutcome outcome) {
            String what = switch (outcome.outcome()) {
                case NOT_PLACED -> {
                    restart.plans().onUnsent(books.orders().find(outcome.number()));
                    books.orders().endUnsent(outcome.number(), outcome.evidence(), books.time().epochNs());
                    yield " was not sent: ";
                }
            };
            note(sequence, "order #" + outcome.number() + what + outcome.evidence());
        }

        @Override
        public void onCancelRejected(CancelRejected rejected) {
            note(sequence, "cancel of order #" + rejected.number() + " was not sent: " + rejected.reason());
        }

        @Override
        public void onTradingStateChanged(TradingStateChanged changed) {
            tradingState.restore(changed);
            note(sequence, "it was carried out");
        }

        @Override
        public void onStrategyChanged(StrategyChanged changed) {
            strategies.restore(changed);
            if (changed.reason() == ChangeReason.USER) {
                note(sequence, "it was carried out");
            } else {
                alerts.add(StrategyLog.alertText(changed));
            }
        }

        @Override
        public void onLossMarked(LossMarked marked) {
            if (marked.countedSinceEpochNs() != losses.countedSinceEpochNs(marked.asset())) {
                note(sequence, "it was carried out");
            }
            losses.restore(marked);
        }

        @Override
        public void onPlanStarted(PlanStarted started) {
            restart.plans().start(started);
            note(sequence, "plan " + started.number() + " was started");
        }

        @Override
        public void onPlanEnded(PlanEnded ended) {
            restart.plans().end(ended);
            note(sequence, "plan " + ended.number() + " has ended" + (ended.reason().isEmpty() ? "" : ": ")
                + ended.reason());
        }

        @Override
        public void onStrategyRemembered(StrategyRemembered remembered) {
            strategies.restore(remembered);
        }

        @Override
        public void onAssetValued(AssetValued valued) {
            books.portfolio().value(valued.asset(), new Worth(valued.costAsset(), new BigDecimal(valued.price())));
        }

        /**
         * Alerts are of strategies that were stopped, or the notices of a restart; all else at a command's sequence is
         * its answer.
         */
        @Override
        public void onReplySent(ReplySent sent) {
            if (sent.replyKind() == Reply.Kind.ALERT && !alerts.isEmpty()) {
                alerts.remove(0);
            } else if (sent.replyKind() == Reply.Kind.ALERT) {
                restart.onTold();
            } else {
                unanswered.remove(sequence);
            }
        }
    }
}
