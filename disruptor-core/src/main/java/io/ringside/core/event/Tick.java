package io.ringside.core.event;

/**
 * Best bid and ask of one symbol: the TICK view of a slot.
 *
 * <p>Values are exact: {@code mantissa x 10^exponent}. Both prices share one exponent and both quantities
 * another, as in Binance's binary best-bid-ask event.
 *
 * <pre>
 *    8 symbolId int | 12 priceExponent byte | 13 qtyExponent byte | 14 flags short
 *   16 updateId     | 24 bidPrice | 32 bidQty | 40 askPrice | 48 askQty
 *   56 receivedNs   | 64 receivedEpochNs      | 72 venueEpochNs | 80 line int | 84 delayUs int
 *   88 decodedNs    | 96 publishedNs          | 104 end
 * </pre>
 *
 * <p>Flags, line and delay are reserved: they are 0. The two stage times from 88 on are for measuring only. They are
 * not stored, so no decision may depend on them.
 *
 * <p><em>Threading:</em> as its {@link PipelineEvent}.
 */
public final class Tick {

    private static final int SYMBOL_ID = 8;
    private static final int PRICE_EXPONENT = 12;
    private static final int QTY_EXPONENT = 13;
    private static final int FLAGS = 14;
    private static final int UPDATE_ID = 16;
    private static final int BID_PRICE = 24;
    private static final int BID_QTY = 32;
    private static final int ASK_PRICE = 40;
    private static final int ASK_QTY = 48;
    private static final int RECEIVED_NS = 56;
    private static final int RECEIVED_EPOCH_NS = 64;
    private static final int VENUE_EPOCH_NS = 72;
    private static final int LINE_AND_DELAY = 80;
    private static final int DECODED_NS = 88;
    private static final int PUBLISHED_NS = 96;
    private static final int END = 104;

    /** What follows is not stored. */
    static final SlotBytes.Layout LAYOUT = new SlotBytes.Layout(DECODED_NS, 0);

    private final SlotBytes slot;

    Tick(SlotBytes slot) {
        this.slot = slot;
    }

    /** Writes who quoted and when the bytes were read; {@link #setQuote} writes the rest. */
    public void set(int symbolId, long updateId, long receivedNs, long receivedEpochNs) {
        slot.header(EventType.TICK, END);
        slot.putInt(SYMBOL_ID, symbolId);
        slot.putShort(FLAGS, 0);
        slot.putLong(UPDATE_ID, updateId);
        slot.putLong(RECEIVED_NS, receivedNs);
        slot.putLong(RECEIVED_EPOCH_NS, receivedEpochNs);
        slot.putLong(VENUE_EPOCH_NS, 0);
        slot.putLong(LINE_AND_DELAY, 0);
        clearStamps();
    }

    /** When the venue says that it quoted, nanoseconds since 1970; after {@link #set}, which writes 0 for unknown. */
    public void setVenueEpochNs(long epochNs) {
        slot.putLong(VENUE_EPOCH_NS, epochNs);
    }

    /** Marks this tick to be timed stage by stage; after {@link #set}, which unmarks it. */
    public void stampDecoded(long nowNs) {
        slot.putLong(DECODED_NS, nowNs);
    }

    /** When a marked tick was handed to the ring. */
    public void stampPublished(long nowNs) {
        slot.putLong(PUBLISHED_NS, nowNs);
    }

    /** Writes all that is quoted; with {@link #set} this fills the view. */
    public void setQuote(int priceExponent, int qtyExponent, long bidPrice, long bidQty, long askPrice, long askQty) {
        slot.putByte(PRICE_EXPONENT, priceExponent);
        slot.putByte(QTY_EXPONENT, qtyExponent);
        slot.putLong(BID_PRICE, bidPrice);
        slot.putLong(BID_QTY, bidQty);
        slot.putLong(ASK_PRICE, askPrice);
        slot.putLong(ASK_QTY, askQty);
    }

    /** Copies another tick. */
    public void copyFrom(Tick source) {
        slot.copyFrom(source.slot, END);
    }

    public int symbolId() {
        return slot.getInt(SYMBOL_ID);
    }

    /** Binance's order book update id ({@code u}): grows per symbol, with gaps. Not a ring sequence. */
    public long updateId() {
        return slot.getLong(UPDATE_ID);
    }

    public int priceExponent() {
        return slot.getByte(PRICE_EXPONENT);
    }

    public int qtyExponent() {
        return slot.getByte(QTY_EXPONENT);
    }

    public long bidPrice() {
        return slot.getLong(BID_PRICE);
    }

    public long bidQty() {
        return slot.getLong(BID_QTY);
    }

    public long askPrice() {
        return slot.getLong(ASK_PRICE);
    }

    public long askQty() {
        return slot.getLong(ASK_QTY);
    }

    /** Monotonic clock when the bytes were read from the socket; comparable within this process only. */
    public long receivedNs() {
        return slot.getLong(RECEIVED_NS);
    }

    /** Wall clock of the same moment, nanoseconds since 1970. */
    public long receivedEpochNs() {
        return slot.getLong(RECEIVED_EPOCH_NS);
    }

    /** When the venue says that it quoted, nanoseconds since 1970; 0 if it does not say. */
    public long venueEpochNs() {
        return slot.getLong(VENUE_EPOCH_NS);
    }

    /** True for the few ticks that carry the times of their stages, on the clock of {@link #receivedNs}. */
    public boolean isTimed() {
        return slot.getLong(DECODED_NS) != 0;
    }

    public long decodedNs() {
        return slot.getLong(DECODED_NS);
    }

    public long publishedNs() {
        return slot.getLong(PUBLISHED_NS);
    }

    /** What is read back from storage has no stage times. Returns where the last field ends. */
    int loaded() {
        clearStamps();
        return END;
    }

    private void clearStamps() {
        slot.putLong(DECODED_NS, 0);
        slot.putLong(PUBLISHED_NS, 0);
    }
}
