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

    /** Calls the visitor's method for this kind of decision. */
    void accept(Visitor visitor);

    /** Handles each kind of decision. */
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

        void onPlanStarted(PlanStarted started);

        void onPlanEnded(PlanEnded ended);

        void onStrategyRemembered(StrategyRemembered remembered);

        void onAssetValued(AssetValued valued);
    }

    /**
     * An order passed the risk gate and is about to be given to the gateway.
     *
     * @param number        of the order, from 1, over all restarts
     * @param account       on which it trades
     * @param clientOrderId fixed before the first send
     * @param epochNs       when
     * @param rationale     the reply to {@code /why}, as known at that time
     */
    record OrderPlaced(long number, AccountId account, String clientOrderId, OrderTerms terms, Cause cause,
                       long epochNs, String rationale) implements Decision {

        public Origin origin() {
            return cause.origin();
        }

        public String source() {
            return cause.source();
        }

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
        public void accept(Visitor visitor) {
            visitor.onOrderPlaced(this);
        }
    }

    /**
     * A risk check rejected an order.
     *
     * @param rule   code of the check; 0 for none
     * @param reason the check, the limit and the value, for users
     */
    record OrderRejected(AccountId account, OrderTerms terms, Cause cause, int rule, String reason)
        implements Decision {

        @Override
        public void accept(Visitor visitor) {
            visitor.onOrderRejected(this);
        }
    }

    /**
     * An order is about to be canceled; {@code account} is the order's.
     *
     * @param cause  who asks
     * @param reason for users; empty for none
     */
    record CancelRequested(long number, AccountId account, Cause cause, String reason) implements Decision {

        @Override
        public void accept(Visitor visitor) {
            visitor.onCancelRequested(this);
        }
    }

    /**
     * An outcome known other than by the venue's reports; {@code account} and {@code source} are the order's.
     *
     * @param evidence for users
     */
    record OrderOutcome(long number, AccountId account, String source, Outcome outcome, String evidence)
        implements Decision {

        @Override
        public void accept(Visitor visitor) {
            visitor.onOrderOutcome(this);
        }
    }

    /** The gateway did not take the request to cancel; {@code account} and {@code source} are the order's. */
    record CancelRejected(long number, AccountId account, String source, String reason) implements Decision {

        @Override
        public void accept(Visitor visitor) {
            visitor.onCancelRejected(this);
        }
    }

    /**
     * The user's switches after they changed.
     *
     * @param haltSequence after it no order leaves, while halted
     */
    record TradingStateChanged(boolean halted, long haltSequence, boolean paused) implements Decision {

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
     * @param detail     for users; empty for none
     */
    record StrategyChanged(String strategy, boolean on, String parameters, ChangeReason reason, String detail)
        implements Decision {

        @Override
        public void accept(Visitor visitor) {
            visitor.onStrategyChanged(this);
        }
    }

    /**
     * Baselines for the daily loss and the drawdown of one quote asset after a change, as plain decimal text.
     *
     * @param day                 days since 1970-01-01 UTC
     * @param dayStart            net profit when that day began
     * @param peak                highest net profit since the drawdown counts
     * @param countedSinceEpochNs since when it counts; 0 for the beginning
     * @param resetBy             who reset it with this change; {@link Origin#CONSOLE} for none
     */
    record LossMarked(AccountId account, String asset, long day, String dayStart, String peak,
                      long countedSinceEpochNs, Origin resetBy) implements Decision {

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
     * @param crc32c      of its canonical bytes: the value, independent of rendering
     */
    record ReplySent(Origin to, Verb verb, long orderNumber, Reply.Kind replyKind, int lengthBytes, int crc32c)
        implements Decision {

        @Override
        public void accept(Visitor visitor) {
            visitor.onReplySent(this);
        }
    }

    /**
     * Several orders are to be placed one after the other; each names the plan as its parent.
     *
     * @param number   of the plan, from 1, over all restarts
     * @param origin   where the replies go
     * @param source   whose book is sold; empty for those of all sources
     * @param symbolId the only symbol; {@link io.ringside.core.event.Symbols#UNKNOWN} for all
     * @param qty      mantissa; 0 for all that is held
     */
    record PlanStarted(long number, AccountId account, PlanKind kind, Origin origin, String source, int symbolId,
                       long qty, int qtyExponent, long epochNs) implements Decision {

        @Override
        public void accept(Visitor visitor) {
            visitor.onPlanStarted(this);
        }
    }

    /**
     * No further order of a plan will be placed.
     *
     * @param reason for users; empty for none
     */
    record PlanEnded(long number, AccountId account, PlanOutcome outcome, String reason) implements Decision {

        @Override
        public void accept(Visitor visitor) {
            visitor.onPlanEnded(this);
        }
    }

    /**
     * What a strategy must not forget over a restart has changed.
     *
     * @param strategy its name
     * @param type     of the strategy that wrote the memory
     * @param version  of what the memory holds, as the strategy counts
     * @param memory   the bytes in Base64
     */
    record StrategyRemembered(String strategy, String type, int version, String memory) implements Decision {

        @Override
        public void accept(Visitor visitor) {
            visitor.onStrategyRemembered(this);
        }
    }

    /**
     * What units of an asset that have no known cost count from now on, where they pay for something: the touch.
     *
     * @param costAsset in which they count
     * @param price     of one unit, as plain decimal text
     */
    record AssetValued(AccountId account, String asset, String costAsset, String price) implements Decision {

        @Override
        public void accept(Visitor visitor) {
            visitor.onAssetValued(this);
        }
    }
}
