package io.ringside.core.event;

import io.ringside.core.runtime.CodeTable;

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

        /** True for a code that stands for a constant. */
        static boolean isCode(int code) {
            return CODES.holds(code);
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
