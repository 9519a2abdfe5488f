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
 *    8 lastQty | 16 cumulativeQty | 24 lastPrice | 32 commission | 40 epochNs | 48 symbolId int | 52 venueCode int
 *   56 account short | 58 status, 59 execution, 60 priceExponent, 61 qtyExponent, 62 commissionExponent,
 *   63 liquidity, 64 source bytes
 *   65 clientOrderId, exchangeOrderId, tradeId, commissionAsset, reason: each a length byte + UTF-8
 * </pre>
 *
 * <p>Ids are never shortened. With three ids of 36 bytes and an asset of 32 a reason of 46 bytes fits, and a longer one
 * is rejected; a reason of {@link OrderUpdate#MAX_REASON_BYTES} fits after two such ids.
 *
 * <p><em>Threading:</em> as its {@link PipelineEvent}.
 */
public final class OrderAck {

    private static final int LAST_QTY = 8;
    private static final int CUMULATIVE_QTY = 16;
    private static final int LAST_PRICE = 24;
    private static final int COMMISSION = 32;
    private static final int EPOCH_NS = 40;
    private static final int SYMBOL_ID = 48;
    private static final int VENUE_CODE = 52;
    private static final int ACCOUNT = 56;
    private static final int STATUS = 58;
    private static final int EXECUTION = 59;
    private static final int PRICE_EXPONENT = 60;
    private static final int QTY_EXPONENT = 61;
    private static final int COMMISSION_EXPONENT = 62;
    private static final int LIQUIDITY = 63;
    private static final int SOURCE = 64;
    private static final int CLIENT_ORDER_ID = 65;

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
        int end = slot.putText(reason, update.reason(), maxReasonBytes(reason));
        slot.header(EventType.ORDER_ACK, end);
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

    boolean isWhole(int lengthBytes) {
        return OrderStatus.isCode(slot.getByte(STATUS)) && ExecutionType.isCode(slot.getByte(EXECUTION))
            && Liquidity.isCode(slot.getByte(LIQUIDITY)) && Source.isCode(slot.getByte(SOURCE))
            && areTextsWhole(lengthBytes);
    }

    /** Each is looked at only once the one before it is known to be in bounds. */
    private boolean areTextsWhole(int lengthBytes) {
        int at = CLIENT_ORDER_ID;
        for (int ids = 0; ids < 3; ids++) {
            if (!slot.holdsText(at, OrderUpdate.MAX_ID_BYTES)) {
                return false;
            }
            at = slot.endOfText(at);
        }
        return slot.holdsText(at, OrderUpdate.MAX_ASSET_BYTES)
            && slot.holdsLastText(slot.endOfText(at), maxReasonBytes(slot.endOfText(at)), lengthBytes);
    }

    private static int maxReasonBytes(int reason) {
        return Math.min(OrderUpdate.MAX_REASON_BYTES, SlotBytes.SLOT_BYTES - reason - 1);
    }
}
