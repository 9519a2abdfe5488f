package io.ringside.core.event;

import java.math.BigDecimal;

/**
 * The trading rules of one symbol as they are from now on: the RULES view of a slot.
 *
 * <pre>
 *    8 epochNs
 *   16 mantissas of the 18 values, 8 bytes each, then from 160 on their exponents, a byte each, both in the order of
 *      {@link Value}
 *  178 basePrecision byte | 179 quotePrecision byte | 180 symbolId int | 184 maxOrders int | 188 flags short
 *  192 baseAsset, quoteAsset, discountAsset: each a length byte + UTF-8
 * </pre>
 *
 * <p>The discount asset is reserved: it is empty. What a value means is defined by who trades.
 *
 * <p><em>Threading:</em> as its {@link PipelineEvent}.
 */
public final class Rules {

    public static final int MAX_ASSET_BYTES = 64;

    /** Set while the venue takes orders. */
    public static final int TRADING = 1;
    /** Set if the least notional also holds for market orders. */
    public static final int MIN_ON_MARKET = 2;
    /** Set if the largest notional also holds for market orders. */
    public static final int MAX_ON_MARKET = 4;

    private static final int EPOCH_NS = 8;
    private static final int MANTISSAS = 16;
    private static final int EXPONENTS = 160;
    private static final int BASE_PRECISION = 178;
    private static final int QUOTE_PRECISION = 179;
    private static final int SYMBOL_ID = 180;
    private static final int MAX_ORDERS = 184;
    private static final int FLAGS = 188;
    private static final int BASE_ASSET = 192;

    static final SlotBytes.Layout LAYOUT = new SlotBytes.Layout(BASE_ASSET, 3);

    /** A decimal of the rules, with its place. */
    public enum Value {
        PRICE_STEP(0), PRICE_MIN(1), PRICE_MAX(2),
        QTY_STEP(3), QTY_MIN(4), QTY_MAX(5),
        MARKET_QTY_STEP(6), MARKET_QTY_MIN(7), MARKET_QTY_MAX(8),
        NOTIONAL_MIN(9), NOTIONAL_MAX(10),
        BID_DOWN(11), BID_UP(12), ASK_DOWN(13), ASK_UP(14),
        MAX_POSITION(15), MAKER_FEE(16), TAKER_FEE(17);

        private final int place;

        Value(int place) {
            this.place = place;
        }
    }

    private final SlotBytes slot;

    Rules(SlotBytes slot) {
        this.slot = slot;
    }

    /**
     * Values are 0 until they are {@link #put}. Throws {@link IllegalArgumentException} if an asset's name is longer
     * than {@value #MAX_ASSET_BYTES} bytes.
     *
     * @param flags the sum of those that are set
     */
    public void set(int symbolId, long epochNs, int flags, String baseAsset, String quoteAsset) {
        int quote = slot.putText(BASE_ASSET, baseAsset, MAX_ASSET_BYTES);
        int discount = slot.putText(quote, quoteAsset, MAX_ASSET_BYTES);
        slot.header(EventType.RULES, slot.putText(discount, "", 0));
        slot.clear(MANTISSAS, BASE_ASSET);
        slot.putLong(EPOCH_NS, epochNs);
        slot.putInt(SYMBOL_ID, symbolId);
        slot.putShort(FLAGS, flags);
    }

    public void put(Value value, long mantissa, int exponent) {
        slot.putLong(MANTISSAS + Long.BYTES * value.place, mantissa);
        slot.putByte(EXPONENTS + value.place, exponent);
    }

    /** Decimals in which the venue keeps accounts, and the most open orders, 0 for no limit. */
    public void putLimits(int basePrecision, int quotePrecision, int maxOrders) {
        slot.putByte(BASE_PRECISION, basePrecision);
        slot.putByte(QUOTE_PRECISION, quotePrecision);
        slot.putInt(MAX_ORDERS, maxOrders);
    }

    public int symbolId() {
        return slot.getInt(SYMBOL_ID);
    }

    /** When the venue told them. */
    public long epochNs() {
        return slot.getLong(EPOCH_NS);
    }

    /** True if that one is set. */
    public boolean has(int flag) {
        return (slot.getShort(FLAGS) & flag) != 0;
    }

    public String baseAsset() {
        return slot.getText(BASE_ASSET);
    }

    public String quoteAsset() {
        return slot.getText(slot.endOfText(BASE_ASSET));
    }

    public long mantissa(Value value) {
        return slot.getLong(MANTISSAS + Long.BYTES * value.place);
    }

    public int exponent(Value value) {
        return slot.getByte(EXPONENTS + value.place);
    }

    public BigDecimal value(Value value) {
        return Decimals.toBigDecimal(mantissa(value), exponent(value));
    }

    public int basePrecision() {
        return slot.getByte(BASE_PRECISION);
    }

    public int quotePrecision() {
        return slot.getByte(QUOTE_PRECISION);
    }

    public int maxOrders() {
        return slot.getInt(MAX_ORDERS);
    }
}
