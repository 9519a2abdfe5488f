package io.ringside.core.event;

/**
 * What an order gateway reports of one order, before it enters the ring. Amounts are mantissas with the exponent
 * beside them; an amount that does not apply is 0, a text that does not apply is empty.
 *
 * @param clientOrderId   our id, at most {@link #MAX_ID_BYTES} bytes
 * @param exchangeOrderId the venue's id, 0 while unknown
 * @param symbolId        id in {@link Symbols}
 * @param status          state of the order after this update
 * @param execution       what happened
 * @param lastQty         quantity of this execution
 * @param cumulativeQty   quantity executed so far; state is driven by this, not by {@code lastQty}
 * @param lastPrice       price of this execution
 * @param priceExponent   exponent of {@code lastPrice}
 * @param qtyExponent     exponent of both quantities
 * @param commission      fee of this execution
 * @param commissionExponent exponent of {@code commission}
 * @param commissionAsset asset that the fee is taken in, at most {@link #MAX_ASSET_BYTES} bytes
 * @param epochNs         the venue's transaction time
 * @param reason          why, for rejections and expiries, at most {@link #MAX_REASON_BYTES} bytes
 */
public record OrderUpdate(String clientOrderId, long exchangeOrderId, int symbolId, OrderStatus status,
                          ExecutionType execution, long lastQty, long cumulativeQty, long lastPrice,
                          int priceExponent, int qtyExponent, long commission, int commissionExponent,
                          String commissionAsset, long epochNs, String reason) {

    /** Binance's limit for a client order id. */
    public static final int MAX_ID_BYTES = 36;
    public static final int MAX_ASSET_BYTES = 32;
    public static final int MAX_REASON_BYTES = 96;

    /** What an order update reports, by the names of Binance's execution report field {@code x}. */
    public enum ExecutionType {
        NEW,
        CANCELED,
        REPLACED,
        REJECTED,
        TRADE,
        EXPIRED,
        TRADE_PREVENTION;

        private static final ExecutionType[] BY_CODE = values();

        static final int COUNT = BY_CODE.length;

        public int code() {
            return ordinal();
        }

        /** Throws {@link ArrayIndexOutOfBoundsException} for a code that no execution type has. */
        public static ExecutionType of(int code) {
            return BY_CODE[code];
        }
    }
}
