package io.ringside.trading.decision;

import io.ringside.core.command.Reply;
import io.ringside.core.command.Verb;
import io.ringside.core.event.Origin;

/**
 * What the trading core decided, as it stands in the journal: facts from which orders and the trading state are
 * recovered, and against which a replay is compared. Two decisions are the same when all their values are.
 */
public sealed interface Decision {

    /**
     * An order passed the risk gate and is about to be given to the gateway.
     *
     * @param number        of the order, from 1, over all restarts
     * @param clientOrderId fixed before the first send
     * @param qty           mantissa on {@code qtyExponent}
     * @param price         mantissa on {@code priceExponent}; 0 for market orders
     * @param epochNs       when
     * @param rationale     the answer to {@code /why} as far as it was known then
     */
    record OrderPlaced(long number, String clientOrderId, int symbolId, Side side, OrderType type,
                       TimeInForce timeInForce, long qty, int qtyExponent, long price, int priceExponent,
                       Origin origin, String source, long epochNs, String rationale) implements Decision {
    }

    /** A rule refused an order; {@code refusal} names rule, limit and value. */
    record OrderRejected(int symbolId, Side side, long qty, long price, String source, String refusal)
        implements Decision {
    }

    /** An order is about to be canceled. */
    record CancelRequested(long number) implements Decision {
    }

    /**
     * The user's switches after a change.
     *
     * @param haltSequence after it no order leaves, while halted
     */
    record TradingStateChanged(boolean halted, long haltSequence, boolean paused) implements Decision {
    }

    /** The strategy after a change of its switch or parameters; {@code parameters} as {@code fast=20 slow=100}. */
    record StrategyChanged(boolean on, String parameters) implements Decision {
    }

    /**
     * From where losses of one quote asset count after a change, as plain decimal text.
     *
     * @param day      days since 1970-01-01 UTC
     * @param dayStart net profit when that day began
     * @param peak     highest net profit so far
     */
    record LossMarked(String asset, long day, String dayStart, String peak) implements Decision {
    }

    /**
     * A reply was given to a front end.
     *
     * @param verb        the command that it answers; null for none
     * @param orderNumber the order that it is about; 0 for none
     * @param lengthBytes of its canonical bytes
     * @param crc32c      of its canonical bytes: of the value, not of how it looks
     */
    record ReplySent(Origin to, Verb verb, long orderNumber, Reply.Kind kind, int lengthBytes, int crc32c)
        implements Decision {
    }
}
