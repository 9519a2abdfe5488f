package io.ringside.trading.ledger;

import io.ringside.core.event.OrderUpdate.Liquidity;
import io.ringside.trading.decision.AccountId;
import io.ringside.trading.decision.ChangeReason;
import io.ringside.trading.decision.Side;
import java.math.BigDecimal;
import java.util.List;

/**
 * What the ledger holds. A record is derived from one record of the journal, whose place it carries.
 *
 * <p><em>Threading:</em> immutable.
 */
public sealed interface LedgerRecord {

    LedgerPlace place();

    /** When, in nanoseconds since 1970. */
    long epochNs();

    /** Calls the visitor's method for this kind of record. */
    <T> T accept(Visitor<T> visitor);

    /** Handles each kind of record. */
    interface Visitor<T> {

        T onRunBegan(RunBegan began);

        T onExecution(Execution execution);

        T onMark(Mark mark);

        T onTradingSwitched(TradingSwitched switched);

        T onStrategySwitched(StrategySwitched switched);

        T onGap(Gap gap);

        T onReached(Reached reached);
    }

    /**
     * Records of another run follow.
     *
     * @param executions before it
     * @param continues  whether it goes on from earlier runs: what their records say from its sequence on was lost with
     *                   the end of the journal and is void
     */
    record RunBegan(LedgerPlace place, long epochNs, AccountId account, long executions, boolean continues)
        implements LedgerRecord {

        @Override
        public <T> T accept(Visitor<T> visitor) {
            return visitor.onRunBegan(this);
        }
    }

    /**
     * An order has traded.
     *
     * @param epochNs the venue's time
     * @param number  from 1, over all runs
     * @param tradeId the venue's, empty if it has none
     */
    record Execution(LedgerPlace place, long epochNs, long number, Ordered order, Amounts amounts, Liquidity liquidity,
                     String tradeId) implements LedgerRecord {

        @Override
        public <T> T accept(Visitor<T> visitor) {
            return visitor.onExecution(this);
        }
    }

    /**
     * The order that has traded.
     *
     * @param source who placed it: the user or the name of a strategy
     */
    record Ordered(long number, String clientOrderId, AccountId account, String source, Side side, Listing listing) {
    }

    /**
     * What is traded.
     *
     * @param venue empty for the default venue
     */
    record Listing(String symbol, String venue, String baseAsset, String quoteAsset) {
    }

    /**
     * The numbers of an execution.
     *
     * @param qty        in the base asset
     * @param price      in the quote asset
     * @param commission with an empty asset if there is none
     * @param realised   profit, without fees; of several assets only where the cost of what was sold was
     */
    record Amounts(BigDecimal qty, BigDecimal price, Amount commission, List<Amount> realised) {
    }

    /** So much of an asset. */
    record Amount(BigDecimal value, String asset) {
    }

    /** Profit and equity at the start of an hour. */
    record Mark(LedgerPlace place, long epochNs, AccountId account, List<Marked> assets) implements LedgerRecord {

        @Override
        public <T> T accept(Visitor<T> visitor) {
            return visitor.onMark(this);
        }
    }

    /**
     * What there is in one quote asset.
     *
     * @param realised   profit since the very first start, without fees
     * @param unrealised null if a symbol that is held had no quote
     * @param equity     the balance, and that of every asset with a symbol in this one at its bid; null if one that is
     *                   held had no quote
     */
    record Marked(String asset, BigDecimal realised, BigDecimal unrealised, BigDecimal fees, BigDecimal equity) {
    }

    /** The user's switches after a change. */
    record TradingSwitched(LedgerPlace place, long epochNs, boolean halted, boolean paused) implements LedgerRecord {

        @Override
        public <T> T accept(Visitor<T> visitor) {
            return visitor.onTradingSwitched(this);
        }
    }

    /**
     * A strategy after a change of its switch or parameters.
     *
     * @param detail for users; empty for none
     */
    record StrategySwitched(LedgerPlace place, long epochNs, String strategy, boolean on, String parameters,
                            ChangeReason reason, String detail) implements LedgerRecord {

        @Override
        public <T> T accept(Visitor<T> visitor) {
            return visitor.onStrategySwitched(this);
        }
    }

    /**
     * What came before is not known: the journal was pruned or damaged before the ledger was rebuilt from it.
     *
     * @param epochNs     from when on the ledger knows again
     * @param fromEpochNs of the last record before; 0 if there is none
     * @param executions  how many are missing
     */
    record Gap(LedgerPlace place, long epochNs, long fromEpochNs, long executions) implements LedgerRecord {

        @Override
        public <T> T accept(Visitor<T> visitor) {
            return visitor.onGap(this);
        }
    }

    /** All that the journal held before this place is in the ledger. */
    record Reached(LedgerPlace place, long epochNs) implements LedgerRecord {

        @Override
        public <T> T accept(Visitor<T> visitor) {
            return visitor.onReached(this);
        }
    }
}
