package io.ringside.core.event;

import io.ringside.core.event.OrderUpdate.ExecutionType;

/**
 * An order update: the ORDER_ACK view of a slot.
 *
 * <pre>
 *    8 exchangeOrderId | 16 lastQty | 24 cumulativeQty | 32 lastPrice | 40 commission | 48 epochNs
 *   56 symbolId int | 60 status, 61 execution, 62 priceExponent, 63 qtyExponent, 64 commissionExponent bytes
 *   65 clientOrderId | 102 commissionAsset | 135 reason, each a length byte + UTF-8
 * </pre>
 *
 * <p><em>Threading:</em> as its {@link PipelineEvent}.
 */
public final class OrderAck {

    private static final int EXCHANGE_ORDER_ID = 8;
    private static final int LAST_QTY = 16;
    private static final int CUMULATIVE_QTY = 24;
    private static final int LAST_PRICE = 32;
    private static final int COMMISSION = 40;
    private static final int EPOCH_NS = 48;
    private static final int SYMBOL_ID = 56;
    private static final int STATUS = 60;
    private static final int EXECUTION = 61;
    private static final int PRICE_EXPONENT = 62;
    private static final int QTY_EXPONENT = 63;
    private static final int COMMISSION_EXPONENT = 64;
    private static final int CLIENT_ORDER_ID = 65;
    private static final int COMMISSION_ASSET = CLIENT_ORDER_ID + 1 + OrderUpdate.MAX_ID_BYTES;
    private static final int REASON = COMMISSION_ASSET + 1 + OrderUpdate.MAX_ASSET_BYTES;

    private final SlotBytes slot;

    OrderAck(SlotBytes slot) {
        this.slot = slot;
    }

    /** Throws {@link IllegalArgumentException} when a text is longer than its field. */
    public void set(OrderUpdate update) {
        slot.putText(CLIENT_ORDER_ID, update.clientOrderId(), OrderUpdate.MAX_ID_BYTES);
        slot.putText(COMMISSION_ASSET, update.commissionAsset(), OrderUpdate.MAX_ASSET_BYTES);
        int end = slot.putText(REASON, update.reason(), OrderUpdate.MAX_REASON_BYTES);
        slot.header(EventType.ORDER_ACK, end);
        slot.putLong(EXCHANGE_ORDER_ID, update.exchangeOrderId());
        slot.putLong(LAST_QTY, update.lastQty());
        slot.putLong(CUMULATIVE_QTY, update.cumulativeQty());
        slot.putLong(LAST_PRICE, update.lastPrice());
        slot.putLong(COMMISSION, update.commission());
        slot.putLong(EPOCH_NS, update.epochNs());
        slot.putInt(SYMBOL_ID, update.symbolId());
        slot.putByte(STATUS, update.status().code());
        slot.putByte(EXECUTION, update.execution().code());
        slot.putByte(PRICE_EXPONENT, update.priceExponent());
        slot.putByte(QTY_EXPONENT, update.qtyExponent());
        slot.putByte(COMMISSION_EXPONENT, update.commissionExponent());
    }

    /** The whole update as a value; a new object. */
    public OrderUpdate update() {
        return new OrderUpdate(slot.getText(CLIENT_ORDER_ID), slot.getLong(EXCHANGE_ORDER_ID), slot.getInt(SYMBOL_ID),
            OrderStatus.of(slot.getByte(STATUS)), ExecutionType.of(slot.getByte(EXECUTION)),
            slot.getLong(LAST_QTY), slot.getLong(CUMULATIVE_QTY), slot.getLong(LAST_PRICE),
            slot.getByte(PRICE_EXPONENT), slot.getByte(QTY_EXPONENT),
            slot.getLong(COMMISSION), slot.getByte(COMMISSION_EXPONENT), slot.getText(COMMISSION_ASSET),
            slot.getLong(EPOCH_NS), slot.getText(REASON));
    }

    boolean isWhole(int lengthBytes) {
        return OrderStatus.isCode(slot.getByte(STATUS)) && ExecutionType.isCode(slot.getByte(EXECUTION))
            && slot.holdsText(CLIENT_ORDER_ID, OrderUpdate.MAX_ID_BYTES)
            && slot.holdsText(COMMISSION_ASSET, OrderUpdate.MAX_ASSET_BYTES)
            && slot.holdsLastText(REASON, OrderUpdate.MAX_REASON_BYTES, lengthBytes);
    }
}
