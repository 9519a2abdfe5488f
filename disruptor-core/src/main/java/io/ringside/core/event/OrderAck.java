package io.ringside.core.event;

import io.ringside.core.event.OrderUpdate.ExecutionType;
import io.ringside.core.event.OrderUpdate.Ids;
import io.ringside.core.event.OrderUpdate.Liquidity;
import io.ringside.core.event.OrderUpdate.Report;
import io.ringside.core.event.OrderUpdate.Source;
import io.ringside.core.event.OrderUpdate.Trade;

/**
 * An order update: the ORDER_ACK view of a slot.
 *
 * <pre>
 *    8 lastQty | 16 cumulativeQty | 24 lastPrice | 32 commission | 40 epochNs | 48 originalQty | 56 price
 *   64 stopPrice | 72 cumulativeQuote | 80 preventedQty | 88 queuedEpochNs | 96 sentEpochNs | 104 receivedEpochNs
 *  112 symbolId int | 116 venueCode int | 120 account short | 122 flags short
 *  124 status, 125 execution, 126 priceExponent, 127 qtyExponent, 128 commissionExponent, 129 quoteExponent,
 *  130 liquidity, 131 source, 132 side, 133 orderType, 134 timeInForce, 135 expiryReason bytes
 *  136 clientOrderId, exchangeOrderId, tradeId, commissionAsset, reason, executionId, cancelId:
 *      each a length byte + UTF-8
 * </pre>
 *
 * <p>What {@link OrderUpdate} has no component for is reserved: it is 0 or empty. Ids are never shortened.
 *
 * <p><em>Threading:</em> as its {@link PipelineEvent}.
 */
public final class OrderAck {

    private static final int LAST_QTY = 8;
    private static final int CUMULATIVE_QTY = 16;
    private static final int LAST_PRICE = 24;
    private static final int COMMISSION = 32;
    private static final int EPOCH_NS = 40;
    private static final int ORIGINAL_QTY = 48;
    private static final int SYMBOL_ID = 112;
    private static final int VENUE_CODE = 116;
    private static final int ACCOUNT = 120;
    private static final int FLAGS = 122;
    private static final int STATUS = 124;
    private static final int EXECUTION = 125;
    private static final int PRICE_EXPONENT = 126;
    private static final int QTY_EXPONENT = 127;
    private static final int COMMISSION_EXPONENT = 128;
    private static final int LIQUIDITY = 130;
    private static final int SOURCE = 131;
    private static final int CLIENT_ORDER_ID = 136;

    static final SlotBytes.Layout LAYOUT = new SlotBytes.Layout(CLIENT_ORDER_ID, 7);

    private final SlotBytes slot;

    OrderAck(SlotBytes slot) {
        this.slot = slot;
    }

    /** Throws {@link IllegalArgumentException} when a text is longer than its field. */
    public void set(OrderUpdate update) {
        Trade trade = update.trade();
        int exchangeOrderId = slot.putText(CLIENT_ORDER_ID, update.clientOrderId(), OrderUpdate.MAX_ID_BYTES);
        int tradeId = slot.putText(exchangeOrderId, update.exchangeOrderId(), OrderUpdate.MAX_ID_BYTES);
        int asset = slot.putText(tradeId, trade.id(), OrderUpdate.MAX_ID_BYTES);
        int reason = slot.putText(asset, trade.commissionAsset(), OrderUpdate.MAX_ASSET_BYTES);
        int executionId = slot.putText(reason, update.reason(), OrderUpdate.MAX_REASON_BYTES);
        int cancelId = slot.putText(executionId, "", 0);
        slot.header(EventType.ORDER_ACK, slot.putText(cancelId, "", 0));
        slot.clear(ORIGINAL_QTY, SYMBOL_ID);
        slot.clear(FLAGS, CLIENT_ORDER_ID);
        slot.putLong(LAST_QTY, trade.qty());
        slot.putLong(CUMULATIVE_QTY, update.cumulativeQty());
        slot.putLong(LAST_PRICE, trade.price());
        slot.putLong(COMMISSION, trade.commission());
        slot.putLong(EPOCH_NS, update.epochNs());
        slot.putInt(SYMBOL_ID, update.symbolId());
        slot.putInt(VENUE_CODE, update.report().venueCode());
        slot.putShort(ACCOUNT, update.ids().account());
        slot.putByte(STATUS, update.status().code());
        slot.putByte(EXECUTION, update.execution().code());
        slot.putByte(PRICE_EXPONENT, trade.priceExponent());
        slot.putByte(QTY_EXPONENT, update.qtyExponent());
        slot.putByte(COMMISSION_EXPONENT, trade.commissionExponent());
        slot.putByte(LIQUIDITY, trade.liquidity().code());
        slot.putByte(SOURCE, update.report().source().code());
    }

    /** The whole update as a value; a new object. */
    public OrderUpdate update() {
        int exchangeOrderId = slot.endOfText(CLIENT_ORDER_ID);
        int tradeId = slot.endOfText(exchangeOrderId);
        int asset = slot.endOfText(tradeId);
        int reason = slot.endOfText(asset);
        Ids ids = new Ids(slot.getShort(ACCOUNT), slot.getInt(SYMBOL_ID), slot.getText(CLIENT_ORDER_ID),
            slot.getText(exchangeOrderId));
        Trade trade = new Trade(slot.getText(tradeId), slot.getLong(LAST_QTY), slot.getLong(LAST_PRICE),
            slot.getByte(PRICE_EXPONENT), slot.getLong(COMMISSION), slot.getByte(COMMISSION_EXPONENT),
            slot.getText(asset), Liquidity.of(slot.getByte(LIQUIDITY)));
        Report report = new Report(Source.of(slot.getByte(SOURCE)), slot.getLong(EPOCH_NS), slot.getInt(VENUE_CODE),
            slot.getText(reason));
        return new OrderUpdate(ids, OrderStatus.of(slot.getByte(STATUS)), ExecutionType.of(slot.getByte(EXECUTION)),
            slot.getLong(CUMULATIVE_QTY), slot.getByte(QTY_EXPONENT), trade, report);
    }

    /** Returns {@code end}; throws {@code UnknownCode} for a code of another version. */
    int loaded(int end) {
        OrderStatus.of(slot.getByte(STATUS));
        ExecutionType.of(slot.getByte(EXECUTION));
        Liquidity.of(slot.getByte(LIQUIDITY));
        Source.of(slot.getByte(SOURCE));
        return end;
    }
}
