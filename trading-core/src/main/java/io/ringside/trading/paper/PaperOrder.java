package io.ringside.trading.paper;

import io.ringside.core.event.OrderUpdate.Ids;
import io.ringside.core.event.Symbols;
import io.ringside.trading.decision.AccountId;
import io.ringside.trading.decision.Decision.OrderPlaced;
import io.ringside.trading.decision.OrderType;
import io.ringside.trading.decision.Side;
import io.ringside.trading.decision.TimeInForce;
import io.ringside.trading.market.Instrument;
import io.ringside.trading.market.Instruments;
import io.ringside.trading.order.OrderGateway;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.math.BigDecimal;

/**
 * The venue's own record of an order. The trading core's {@link io.ringside.trading.order.Order} changes only by the
 * acks that come back through the ring; this one is ahead of it.
 *
 * <p><em>Threading:</em> the ring thread.
 */
final class PaperOrder {

    private final long number;
    private final AccountId account;
    private final String clientOrderId;
    private final Instrument instrument;
    private final Side side;
    private final OrderType type;
    private final TimeInForce timeInForce;
    private final long qty;
    private final long price;
    private boolean accepted;
    private long filledQty;
    private BigDecimal locked = BigDecimal.ZERO;

    PaperOrder(OrderPlaced placed, Instrument instrument) {
        this(placed.number(), placed.account(), placed.clientOrderId(), instrument, placed.side(), placed.type(),
            placed.timeInForce(), placed.qty(), placed.price());
    }

    /** An order that the venue had accepted. */
    static PaperOrder of(OrderGateway.Sent sent, Instruments instruments) {
        PaperOrder order = new PaperOrder(sent.placed(), instruments.of(sent.placed()));
        order.accepted = true;
        order.filledQty = sent.filledQty();
        return order;
    }

    private PaperOrder(long number, AccountId account, String clientOrderId, Instrument instrument, Side side,
                       OrderType type, TimeInForce timeInForce, long qty, long price) {
        this.number = number;
        this.account = account;
        this.clientOrderId = clientOrderId;
        this.instrument = instrument;
        this.side = side;
        this.type = type;
        this.timeInForce = timeInForce;
        this.qty = qty;
        this.price = price;
    }

    /** Orders arrive in the order of their numbers. */
    long number() {
        return number;
    }

    String clientOrderId() {
        return clientOrderId;
    }

    Instrument instrument() {
        return instrument;
    }

    Side side() {
        return side;
    }

    OrderType type() {
        return type;
    }

    boolean isMarket() {
        return type == OrderType.MARKET;
    }

    /** Market orders wait for more of the book, so no time in force holds for them. */
    boolean is(TimeInForce wanted) {
        return !isMarket() && timeInForce == wanted;
    }

    /** On the exponent of the instrument's quantities, as all quantities here. */
    long qty() {
        return qty;
    }

    /** On the exponent of the instrument's prices; 0 for market orders. */
    long price() {
        return price;
    }

    /** Which order an update is about. The venue's id is the order's own number: unique over all restarts. */
    Ids ids() {
        return new Ids(account.code(), instrument.symbolId(), clientOrderId, accepted ? Long.toString(number) : "");
    }

    void accept() {
        accepted = true;
    }

    long filledQty() {
        return filledQty;
    }

    long openQty() {
        return qty - filledQty;
    }

    void fill(long lastQty) {
        filledQty += lastQty;
    }

    /** What is still locked for it: of the quote asset for a buy, of the base asset for a sell. */
    BigDecimal locked() {
        return locked;
    }

    void setLocked(BigDecimal amount) {
        locked = amount;
    }

    void save(DataOutput out) throws IOException {
        out.writeUTF(instrument.symbol());
        out.writeLong(number);
        out.writeShort(account.code());
        out.writeUTF(clientOrderId);
        out.writeByte(side.code());
        out.writeByte(type.code());
        out.writeByte(timeInForce.code());
        out.writeLong(qty);
        out.writeLong(price);
        out.writeBoolean(accepted);
        out.writeLong(filledQty);
        out.writeUTF(locked.toString());
    }

    static PaperOrder load(DataInput in, Instruments instruments) throws IOException {
        Instrument instrument = instrument(in.readUTF(), instruments);
        PaperOrder order = new PaperOrder(in.readLong(), AccountId.of(in.readUnsignedShort()), in.readUTF(),
            instrument, Side.of(in.readByte()), OrderType.of(in.readByte()), TimeInForce.of(in.readByte()),
            in.readLong(), in.readLong());
        order.accepted = in.readBoolean();
        order.filledQty = in.readLong();
        order.locked = new BigDecimal(in.readUTF());
        return order;
    }

    private static Instrument instrument(String symbol, Instruments instruments) throws IOException {
        int symbolId = instruments.symbolId(symbol);
        Instrument instrument = symbolId == Symbols.UNKNOWN ? null : instruments.get(symbolId);
        if (instrument == null) {
            throw new IOException("the snapshot has an order of " + symbol + ", whose trading rules are not known");
        }
        return instrument;
    }
}
