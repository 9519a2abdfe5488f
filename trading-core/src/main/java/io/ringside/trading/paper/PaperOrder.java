package io.ringside.trading.paper;

import io.ringside.core.event.Decimals;
import io.ringside.core.event.OrderUpdate.Ids;
import io.ringside.core.event.Symbols;
import io.ringside.trading.decision.AccountId;
import io.ringside.trading.decision.Decision.OrderPlaced;
import io.ringside.trading.decision.OrderTerms;
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
    private final Instruments instruments;
    private final OrderTerms terms;
    private boolean accepted;
    private long filledQty;
    private BigDecimal locked = BigDecimal.ZERO;

    PaperOrder(OrderPlaced placed, Instruments instruments) {
        this(placed.number(), placed.account(), placed.clientOrderId(), placed.terms(), instruments);
    }

    /** An order that the venue had accepted. */
    static PaperOrder of(OrderGateway.Sent sent, Instruments instruments) {
        PaperOrder order = new PaperOrder(sent.placed(), instruments);
        order.accepted = true;
        order.filledQty = sent.filledQty();
        return order;
    }

    private PaperOrder(long number, AccountId account, String clientOrderId, OrderTerms terms,
                       Instruments instruments) {
        this.number = number;
        this.account = account;
        this.clientOrderId = clientOrderId;
        this.terms = terms;
        this.instruments = instruments;
    }

    /** Orders arrive in the order of their numbers. */
    long number() {
        return number;
    }

    String clientOrderId() {
        return clientOrderId;
    }

    /** By the rules of this moment. */
    Instrument instrument() {
        return instruments.get(terms.symbolId());
    }

    int symbolId() {
        return terms.symbolId();
    }

    Side side() {
        return terms.side();
    }

    OrderType type() {
        return terms.type();
    }

    boolean isMarket() {
        return terms.type() == OrderType.MARKET;
    }

    /** Market orders wait for more of the book, so no time in force holds for them. */
    boolean is(TimeInForce wanted) {
        return !isMarket() && terms.timeInForce() == wanted;
    }

    /** On the exponent in which it was placed, as all its quantities. */
    long qty() {
        return terms.qty();
    }

    int qtyExponent() {
        return terms.qtyExponent();
    }

    BigDecimal qtyValue(long mantissa) {
        return Decimals.toBigDecimal(mantissa, terms.qtyExponent());
    }

    /** On the exponent in which it was placed; 0 for market orders. */
    long price() {
        return terms.price();
    }

    int priceExponent() {
        return terms.priceExponent();
    }

    BigDecimal priceValue() {
        return Decimals.toBigDecimal(terms.price(), terms.priceExponent());
    }

    /** Which order an update is about. The venue's id is the order's own number: unique over all restarts. */
    Ids ids() {
        return new Ids(account.code(), terms.symbolId(), clientOrderId, accepted ? Long.toString(number) : "");
    }

    void accept() {
        accepted = true;
    }

    long filledQty() {
        return filledQty;
    }

    long openQty() {
        return terms.qty() - filledQty;
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
        out.writeUTF(instruments.name(terms.symbolId()));
        out.writeLong(number);
        out.writeShort(account.code());
        out.writeUTF(clientOrderId);
        out.writeByte(terms.side().code());
        out.writeByte(terms.type().code());
        out.writeByte(terms.timeInForce().code());
        out.writeLong(terms.qty());
        out.writeByte(terms.qtyExponent());
        out.writeLong(terms.price());
        out.writeByte(terms.priceExponent());
        out.writeBoolean(accepted);
        out.writeLong(filledQty);
        out.writeUTF(locked.toString());
    }

    static PaperOrder load(DataInput in, Instruments instruments) throws IOException {
        int symbolId = symbolId(in.readUTF(), instruments);
        long number = in.readLong();
        AccountId account = AccountId.of(in.readUnsignedShort());
        String clientOrderId = in.readUTF();
        OrderTerms terms = new OrderTerms(symbolId, Side.of(in.readByte()), OrderType.of(in.readByte()),
            TimeInForce.of(in.readByte()), in.readLong(), in.readByte(), in.readLong(), in.readByte());
        PaperOrder order = new PaperOrder(number, account, clientOrderId, terms, instruments);
        order.accepted = in.readBoolean();
        order.filledQty = in.readLong();
        order.locked = new BigDecimal(in.readUTF());
        return order;
    }

    private static int symbolId(String symbol, Instruments instruments) throws IOException {
        int symbolId = instruments.symbolId(symbol);
        if (symbolId == Symbols.UNKNOWN || instruments.get(symbolId) == null) {
            throw new IOException("the snapshot has an order of " + symbol + ", whose trading rules are not known");
        }
        return symbolId;
    }
}
