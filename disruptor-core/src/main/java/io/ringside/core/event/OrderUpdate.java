package io.ringside.core.event;

import io.ringside.core.runtime.CodeTable;

/**
 * What an order gateway reports of one order, before it enters the ring. Amounts are mantissas with the exponent
 * beside them; an amount that does not apply is 0, a text that does not apply is empty.
 *
 * @param ids           which order
 * @param status        state of the order after this update
 * @param execution     what happened
 * @param cumulativeQty quantity executed so far; state is driven by this, not by the trade's quantity
 * @param qtyExponent   exponent of all quantities
 * @param trade         the execution that it reports; {@link Trade#NONE} for none
 * @param report        source, time and reason
 */
public record OrderUpdate(Ids ids, OrderStatus status, ExecutionType execution, long cumulativeQty, int qtyExponent,
                          Trade trade, Report report) {

    /** For client order ids, exchange order ids and trade ids: Binance's limit, and the length of a UUID. */
    public static final int MAX_ID_BYTES = 36;
    public static final int MAX_ASSET_BYTES = 32;
    public static final int MAX_REASON_BYTES = 96;

    /**
     * The order that an update is about.
     *
     * @param account         code of the account
     * @param symbolId        id in {@link Symbols}
     * @param clientOrderId   our id, at most {@link #MAX_ID_BYTES} bytes
     * @param exchangeOrderId the venue's id, at most {@link #MAX_ID_BYTES} bytes; empty while unknown
     */
    public record Ids(int account, int symbolId, String clientOrderId, String exchangeOrderId) {
    }

    /**
     * One execution.
     *
     * @param id              the venue's trade id, at most {@link #MAX_ID_BYTES} bytes; empty if it has none
     * @param commissionAsset asset that the fee is taken in, at most {@link #MAX_ASSET_BYTES} bytes
     */
    public record Trade(String id, long qty, long price, int priceExponent, long commission, int commissionExponent,
                        String commissionAsset, Liquidity liquidity) {

        public static final Trade NONE = new Trade("", 0, 0, 0, 0, 0, "", Liquidity.UNKNOWN);
    }

    /**
     * Where an update comes from.
     *
     * @param epochNs   the venue's transaction time
     * @param venueCode the venue's error code, 0 for none
     * @param reason    why, for rejections and expiries, at most {@link #MAX_REASON_BYTES} bytes
     */
    public record Report(Source source, long epochNs, int venueCode, String reason) {

        /** Sent by the venue on its own. */
        public static Report event(long epochNs) {
            return event(epochNs, "");
        }

        public static Report event(long epochNs, String reason) {
            return new Report(Source.EVENT, epochNs, 0, reason);
        }
    }

    /** An update without an execution. */
    public static OrderUpdate state(Ids ids, OrderStatus status, ExecutionType execution, long cumulativeQty,
                                    int qtyExponent, Report report) {
        return new OrderUpdate(ids, status, execution, cumulativeQty, qtyExponent, Trade.NONE, report);
    }

    /** The venue has not taken the order. */
    public static OrderUpdate rejected(Ids ids, Report report) {
        return state(ids, OrderStatus.REJECTED, ExecutionType.REJECTED, 0, 0, report);
    }

    /** An execution, included in {@code cumulativeQty}. */
    public static OrderUpdate trade(Ids ids, OrderStatus status, long cumulativeQty, int qtyExponent, Trade trade,
                                    Report report) {
        return new OrderUpdate(ids, status, ExecutionType.TRADE, cumulativeQty, qtyExponent, trade, report);
    }

    public String clientOrderId() {
        return ids.clientOrderId;
    }

    public String exchangeOrderId() {
        return ids.exchangeOrderId;
    }

    public int symbolId() {
        return ids.symbolId;
    }

    public long epochNs() {
        return report.epochNs;
    }

    public String reason() {
        return report.reason;
    }

    /** Whose order was in the book first. The code is what the slot and the journal store. */
    public enum Liquidity {
        UNKNOWN(0),
        MAKER(1),
        TAKER(2);

        private static final CodeTable<Liquidity> CODES = CodeTable.of(values(), Liquidity::code);

        private final int code;

        Liquidity(int code) {
            this.code = code;
        }

        public int code() {
            return code;
        }

        /** Throws {@link IndexOutOfBoundsException} for a code that no constant has. */
        public static Liquidity of(int code) {
            return CODES.get(code);
        }
    }

    /** How the venue reported it. The code is what the slot and the journal store. */
    public enum Source {
        /** The answer to placing or canceling. */
        REPLY(0),
        /** A report that the venue sends on its own. */
        EVENT(1),
        /** The answer to a question about this order. */
        QUERY(2),
        /** The account's list of trades. */
        TRADE_LIST(3);

        private static final CodeTable<Source> CODES = CodeTable.of(values(), Source::code);

        private final int code;

        Source(int code) {
            this.code = code;
        }

        public int code() {
            return code;
        }

        /** Throws {@link IndexOutOfBoundsException} for a code that no constant has. */
        public static Source of(int code) {
            return CODES.get(code);
        }
    }

    /** What happened, by the names of Binance's field {@code x}. The code is what the slot and the journal store. */
    public enum ExecutionType {
        NEW(0),
        CANCELED(1),
        REPLACED(2),
        REJECTED(3),
        TRADE(4),
        EXPIRED(5),
        TRADE_PREVENTION(6);

        private static final CodeTable<ExecutionType> CODES = CodeTable.of(values(), ExecutionType::code);

        private final int code;

        ExecutionType(int code) {
            this.code = code;
        }

        public int code() {
            return code;
        }

        /** Throws {@link IndexOutOfBoundsException} for a code that no execution type has. */
        public static ExecutionType of(int code) {
            return CODES.get(code);
        }
    }
}
