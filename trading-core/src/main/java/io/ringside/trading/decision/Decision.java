package io.ringside.trading.decision;

import io.ringside.core.command.Reply;
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
    }

    /** A risk check rejected an order; {@code reason} names the check, the limit and the value. */
    record OrderRejected(AccountId account, OrderTerms terms, Origin origin, String source, String reason)
        implements Decision {
    }

    /** An order is about to be canceled; {@code account} and {@code source} are the order's. */
    record CancelRequested(long number, AccountId account, String source) implements Decision {
    }

    /**
     * The user's switches after a change.
     *
     * @param haltSequence after it no order leaves, while halted
     */
    record TradingStateChanged(boolean halted, long haltSequence, boolean paused) implements Decision {
    }

    /**
     * A strategy after a change of its switch or parameters.
     *
     * @param strategy   its name
     * @param parameters as {@code fast=20 slow=100}
     */
    record StrategyChanged(String strategy, boolean on, String parameters) implements Decision {
    }

    /**
     * Baselines for the daily loss and the drawdown of one quote asset after a change, as plain decimal text.
     *
     * @param day      days since 1970-01-01 UTC
     * @param dayStart net profit when that day began
     * @param peak     highest net profit so far
     */
    record LossMarked(AccountId account, String asset, long day, String dayStart, String peak) implements Decision {
    }

    /** A text was given to people: where it went, and a checksum of it. */
    record ReplySent(long chatId, long messageId, Reply.Priority priority, int lengthBytes, int crc32c)
        implements Decision {
    }
}
