package io.ringside.trading.order;

import io.ringside.core.event.Decimals;
import io.ringside.core.event.OrderStatus;
import io.ringside.core.event.OrderUpdate;
import io.ringside.trading.decision.Decision.OrderPlaced;
import io.ringside.trading.decision.OrderType;
import io.ringside.trading.decision.Side;
import io.ringside.trading.market.Instrument;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Locale;

/**
 * One order from its intent to its end. ORDER_ACKs may come twice and in any order: the status only moves forward, and
 * an execution counts once, by the part of the cumulative quantity it covers.
 *
 * <p><em>Threading:</em> the ring thread.
 */
public final class Order {

    private final OrderPlaced placed;
    private final Instrument instrument;
    private final Executions executions = new Executions();
    private OrderStatus status = OrderStatus.NEW;
    private String exchangeOrderId = "";
    private BigDecimal filledQuote = BigDecimal.ZERO;
    private long ackedEpochNs;
    private long updatedEpochNs;
    private String reason = "";

    public Order(OrderPlaced placed, Instrument instrument) {
        this.placed = placed;
        this.instrument = instrument;
    }

    public OrderPlaced placed() {
        return placed;
    }

    /** What is traded, by the rules under which it was placed or recovered: for its names, not for its steps. */
    public Instrument instrument() {
        return instrument;
    }

    public long number() {
        return placed.number();
    }

    public String clientOrderId() {
        return placed.clientOrderId();
    }

    public Side side() {
        return placed.side();
    }

    /** In the steps in which it was placed, as all its mantissas: a venue may change its steps while it is open. */
    public long qty() {
        return placed.qty();
    }

    public long price() {
        return placed.price();
    }

    /** A quantity of this order. */
    public BigDecimal qtyValue(long mantissa) {
        return Decimals.toBigDecimal(mantissa, placed.qtyExponent());
    }

    /** Its limit. */
    public BigDecimal priceValue() {
        return Decimals.toBigDecimal(price(), placed.priceExponent());
    }

    public boolean isMarket() {
        return placed.type() == OrderType.MARKET;
    }

    public OrderStatus status() {
        return status;
    }

    /** The venue's id, empty while unknown. */
    public String exchangeOrderId() {
        return exchangeOrderId;
    }

    /** Sum of the executions seen, on the exponent of {@link #qty()}. */
    public long filledQty() {
        return executions.total();
    }

    public long openQty() {
        return qty() - filledQty();
    }

    /** Exact sum of price times quantity over the executions seen. */
    public BigDecimal filledQuote() {
        return filledQuote;
    }

    /** The venue's time of its first update, 0 before. */
    public long ackedEpochNs() {
        return ackedEpochNs;
    }

    /** The venue's time of its last update that changed something, 0 before. */
    public long updatedEpochNs() {
        return updatedEpochNs;
    }

    /** The venue's reason for a rejection or expiry. */
    public String reason() {
        return reason;
    }

    /** True while it may still trade. */
    public boolean isOpen() {
        return !status.isFinal();
    }

    /** The outcome of its sending is not known. */
    void markUnknown() {
        if (status == OrderStatus.NEW) {
            status = OrderStatus.UNKNOWN;
        }
    }

    /** Applies everything but the execution; true if that changed something. */
    boolean applyStatus(OrderUpdate update) {
        boolean changed = false;
        if (exchangeOrderId.isEmpty() && !update.exchangeOrderId().isEmpty()) {
            exchangeOrderId = update.exchangeOrderId();
            changed = true;
        }
        if (status.isBefore(update.status())) {
            status = update.status();
            reason = update.reason();
            changed = true;
        }
        if (changed) {
            touch(update.epochNs());
        }
        return changed;
    }

    /**
     * Counts the execution that an update reports. Returns its quantity on the exponent of {@link #qty()}, or 0 when it
     * reports none or one that has been counted.
     */
    long applyExecution(OrderUpdate update) {
        int own = placed.qtyExponent();
        // A quantity that does not fit the exponent is below 0, and so no execution.
        long last = Decimals.rescale(update.trade().qty(), update.qtyExponent(), own);
        long cumulative = Decimals.rescale(update.cumulativeQty(), update.qtyExponent(), own);
        if (last <= 0 || cumulative < last || !executions.add(cumulative - last, cumulative)) {
            return 0;
        }
        filledQuote = filledQuote.add(priceOf(update).multiply(qtyValue(last)));
        touch(update.epochNs());
        return last;
    }

    /** For users, for example {@code #17 buy 0.01 BTCUSDT at market}. */
    public String text() {
        String what = "#" + number() + " " + side().name().toLowerCase(Locale.ROOT) + " "
            + Decimals.toString(qty(), placed.qtyExponent()) + " " + instrument.symbol();
        return isMarket() ? what + " at market"
            : what + " at " + Decimals.toString(price(), placed.priceExponent()) + " " + placed.timeInForce();
    }

    /** The order as a gateway needs it. */
    public OrderGateway.Sent sent() {
        return new OrderGateway.Sent(placed, exchangeOrderId, status, filledQty());
    }

    void save(DataOutput out) throws IOException {
        out.writeByte(status.code());
        out.writeUTF(exchangeOrderId);
        out.writeUTF(filledQuote.toString());
        out.writeLong(ackedEpochNs);
        out.writeLong(updatedEpochNs);
        out.writeUTF(reason);
        executions.save(out);
    }

    void load(DataInput in) throws IOException {
        status = OrderStatus.of(in.readByte());
        exchangeOrderId = in.readUTF();
        filledQuote = new BigDecimal(in.readUTF());
        ackedEpochNs = in.readLong();
        updatedEpochNs = in.readLong();
        reason = in.readUTF();
        executions.load(in);
    }

    public static BigDecimal priceOf(OrderUpdate update) {
        return Decimals.toBigDecimal(update.trade().price(), update.trade().priceExponent());
    }

    private void touch(long epochNs) {
        if (ackedEpochNs == 0) {
            ackedEpochNs = epochNs;
        }
        updatedEpochNs = Math.max(updatedEpochNs, epochNs);
    }
}
