package io.ringside.trading.decision;

import io.ringside.core.command.Reply;
import io.ringside.core.command.Verb;
import io.ringside.core.event.Origin;

/**
 * What the trading core decided, as the journal stores it: facts from which orders and the trading state are recovered,
 * and with which a replay is compared. Two decisions are equal if all their values are.
 *
 * <p>A new decision needs a record here, a {@link DecisionKind}, a message in the journal's schema and a method in
 * {@link Visitor}; the compiler then names every place that has to handle it.
 *
 * <p><em>Threading:</em> immutable.
 */
public sealed interface Decision {

    /** What is true of every decision of this kind. */
    DecisionKind kind();

    /** Calls the one method of the visitor that is for this decision. */
    void accept(Visitor visitor);

    /** Whoever handles every decision, each kind in its own way. */
    interface Visitor {

        void onOrderPlaced(OrderPlaced placed);

        void onOrderRejected(OrderRejected rejected);

        void onCancelRequested(CancelRequested cancel);

        void onOrderOutcome(OrderOutcome outcome);

        void onCancelRejected(CancelRejected rejected);

        void onTradingStateChanged(TradingStateChanged changed);

        void onStrategyChanged(StrategyChanged changed);

        void onLossMarked(LossMarked marked);

        void onReplySent(ReplySent sent);
    }

    /**
     * An order passed the risk gate and is about to be given to the gateway.
     *
     * @param number        of the order, from 1, over all restarts
     * @param account       on which it trades
     * @param clientOrderId fixed before the first send
     * @param origin        where the replies go
     * @param source        who wants it: the user or the name of a strategy
     * @param epochNs       when
     * @param rationale     the reply to {@code /why} as far as it was known then
     */
    record OrderPlaced(long number, AccountId account, String clientOrderId, OrderTerms terms, Origin origin,
                       String source, long epochNs, String rationale) implements Decision {

        public int symbolId() {
            return terms.symbolId();
        }

        public Side side() {
            return terms.side();
        }

        public OrderType type() {
            return terms.type();
        }

        public TimeInForce timeInForce() {
            return terms.timeInForce();
        }

        public long qty() {
            return terms.qty();
        }

        public int qtyExponent() {
            return terms.qtyExponent();
        }

        public long price() {
            return terms.price();
        }

        public int priceExponent() {
            return terms.priceExponent();
        }

        @Override
        public DecisionKind kind() {
            return DecisionKind.ORDER_PLACED;
        }

        @Override
        public void accept(Visitor visitor) {
            visitor.onOrderPlaced(this);
        }
    }

    /** A risk check rejected an order; {@code reason} names the check, the limit and the value. */
    record OrderRejected(AccountId account, OrderTerms terms, Origin origin, String source, String reason)
        implements Decision {

        @Override
        public DecisionKind kind() {
            return DecisionKind.ORDER_REJECTED;
        }

        @Override
        public void accept(Visitor visitor) {
            visitor.onOrderRejected(this);
        }
    }

    /** An order is about to be canceled; {@code account} and {@code source} are the order's. */
    record CancelRequested(long number, AccountId account, String source) implements Decision {

        @Override
        public DecisionKind kind() {
            return DecisionKind.CANCEL_REQUESTED;
        }

        @Override
        public void accept(Visitor visitor) {
            visitor.onCancelRequested(this);
        }
    }

    /**
     * What is known of an order other than by the venue's reports; {@code account} and {@code source} are the order's.
     *
     * @param evidence for users
     */
    record OrderOutcome(long number, AccountId account, String source, Outcome outcome, String evidence)
        implements Decision {

        @Override
        public DecisionKind kind() {
            return DecisionKind.ORDER_OUTCOME;
        }

        @Override
        public void accept(Visitor visitor) {
            visitor.onOrderOutcome(this);
        }
    }

    /** The gateway did not take the request to cancel; {@code account} and {@code source} are the order's. */
    record CancelRejected(long number, AccountId account, String source, String reason) implements Decision {

        @Override
        public DecisionKind kind() {
            return DecisionKind.CANCEL_REJECTED;
        }

        @Override
        public void accept(Visitor visitor) {
            visitor.onCancelRejected(this);
        }
    }

    /**
     * The user's switches after a change.
     *
     * @param haltSequence after it no order leaves, while halted
     */
    record TradingStateChanged(boolean halted, long haltSequence, boolean paused) implements Decision {

        @Override
        public DecisionKind kind() {
            return DecisionKind.TRADING_STATE_CHANGED;
        }

        @Override
        public void accept(Visitor visitor) {
            visitor.onTradingStateChanged(this);
        }
    }

    /**
     * A strategy after a change of its switch or parameters.
     *
     * @param strategy   its name
     * @param parameters as {@code fast=20 slow=100}
     */
    record StrategyChanged(String strategy, boolean on, String parameters) implements Decision {

        @Override
        public DecisionKind kind() {
            return DecisionKind.STRATEGY_CHANGED;
        }

        @Override
        public void accept(Visitor visitor) {
            visitor.onStrategyChanged(this);
        }
    }

    /**
     * Baselines for the daily loss and the drawdown of one quote asset after a change, as plain decimal text.
     *
     * @param day      days since 1970-01-01 UTC
     * @param dayStart net profit when that day began
     * @param peak     highest net profit so far
     */
    record LossMarked(AccountId account, String asset, long day, String dayStart, String peak) implements Decision {

        @Override
        public DecisionKind kind() {
            return DecisionKind.LOSS_MARKED;
        }

        @Override
        public void accept(Visitor visitor) {
            visitor.onLossMarked(this);
        }
    }

    /**
     * A reply or an alert was handed to its channel.
     *
     * @param verb        the command that it answers; null for none
     * @param orderNumber the order that it is about; 0 for none
     * @param lengthBytes of its canonical bytes
     * @param crc32c      of its canonical bytes: of the value, not of how it looks
     */
    record ReplySent(Origin to, Verb verb, long orderNumber, Reply.Kind replyKind, int lengthBytes, int crc32c)
        implements Decision {

        @Override
        public DecisionKind kind() {
            return DecisionKind.REPLY_SENT;
        }

        @Override
        public void accept(Visitor visitor) {
            visitor.onReplySent(this);
        }
    }
}
