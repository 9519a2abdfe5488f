package io.ringside.trading.desk;

import io.ringside.core.event.Decimals;
import io.ringside.core.event.OrderStatus;
import io.ringside.core.event.Origin;
import io.ringside.core.event.Origin.Channel;
import io.ringside.trading.account.Fill;
import io.ringside.trading.decision.AccountId;
import io.ringside.trading.decision.Decision.OrderPlaced;
import io.ringside.trading.decision.Decision.PlanStarted;
import io.ringside.trading.decision.PlanKind;
import io.ringside.trading.market.Instruments;
import io.ringside.trading.order.Order;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.Comparator;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A plan that goes on: what it is to reach, and what has come of its orders. Both follow from journaled facts alone;
 * its {@link PlanPace} does not.
 *
 * <p><em>Threading:</em> the ring thread.
 */
final class Plan {

    /** A book that is sold. */
    record Book(String source, String symbol) {
    }

    /**
     * What has been sold of a book.
     *
     * @param canceled whether somebody has canceled one of its orders: no other follows
     */
    record Sold(BigDecimal qty, BigDecimal quote, boolean canceled) {

        static final Sold NOTHING = new Sold(BigDecimal.ZERO, BigDecimal.ZERO, false);
    }

    private static final Comparator<Book> BY_NAME = Comparator.comparing(Book::symbol).thenComparing(Book::source);

    private final PlanStarted started;
    private final String symbol;
    private final SortedMap<Book, Sold> sold = new TreeMap<>(BY_NAME);
    private final PlanPace pace = new PlanPace();
    private BigDecimal left;

    /** {@code symbol} is the name of the one that it sells; empty for all. */
    Plan(PlanStarted started, String symbol) {
        this.started = started;
        this.symbol = symbol;
        this.left = Decimals.toBigDecimal(started.qty(), started.qtyExponent());
    }

    long number() {
        return started.number();
    }

    AccountId account() {
        return started.account();
    }

    boolean isCloseAll() {
        return started.kind() == PlanKind.CLOSE_ALL;
    }

    /** Of the only book that it sells; empty for all. */
    String source() {
        return started.source();
    }

    /** Of the only book that it sells; empty for all. */
    String symbol() {
        return symbol;
    }

    Origin origin() {
        return started.origin();
    }

    PlanPace pace() {
        return pace;
    }

    /** Of a divided sale: what no order stands for. */
    BigDecimal left() {
        return left;
    }

    /** By symbol, then by source; a view. */
    SortedMap<Book, Sold> sold() {
        return Collections.unmodifiableSortedMap(sold);
    }

    boolean isCanceled(String bookSource, String bookSymbol) {
        return sold.getOrDefault(new Book(bookSource, bookSymbol), Sold.NOTHING).canceled;
    }

    boolean isOwn(Order order) {
        return order.placed().cause().parent() == number();
    }

    /** For users, for example {@code /closeall (plan 3)}. */
    String text() {
        return (isCloseAll() ? "/closeall" : "sale of " + Decimals.toString(started.qty(), started.qtyExponent()) + " "
            + symbol) + " (plan " + number() + ")";
    }

    /** For {@code /why}. */
    String reasoning() {
        return "part of " + text();
    }

    /** One of its orders is placed. */
    void onPlaced(OrderPlaced placed) {
        left = left.subtract(Decimals.toBigDecimal(placed.qty(), placed.qtyExponent()));
    }

    /** The gateway did not take one of its orders. */
    void onUnsent(Order order) {
        left = left.add(order.qtyValue(order.qty()));
    }

    void onFill(Order order, Fill fill) {
        Book book = bookOf(order);
        Sold before = sold.getOrDefault(book, Sold.NOTHING);
        sold.put(book, new Sold(before.qty.add(fill.qty()), before.quote.add(fill.notional()), before.canceled));
    }

    /** One of its orders has ended. */
    void onEnded(Order order) {
        if (order.status() != OrderStatus.FILLED) {
            left = left.add(order.qtyValue(order.openQty()));
        }
        if (order.status() == OrderStatus.CANCELED) {
            Book book = bookOf(order);
            Sold before = sold.getOrDefault(book, Sold.NOTHING);
            sold.put(book, new Sold(before.qty, before.quote, true));
        }
    }

    void save(DataOutput out) throws IOException {
        out.writeLong(number());
        out.writeShort(account().code());
        out.writeByte(started.kind().code());
        Origin origin = origin();
        out.writeByte(origin.channel().code());
        out.writeLong(origin.userId());
        out.writeLong(origin.chatId());
        out.writeLong(origin.threadId());
        out.writeLong(origin.messageId());
        out.writeUTF(source());
        out.writeUTF(symbol);
        out.writeLong(started.qty());
        out.writeByte(started.qtyExponent());
        out.writeLong(started.epochNs());
        out.writeUTF(left.toString());
        out.writeInt(sold.size());
        for (SortedMap.Entry<Book, Sold> one : sold.entrySet()) {
            out.writeUTF(one.getKey().source);
            out.writeUTF(one.getKey().symbol);
            out.writeUTF(one.getValue().qty.toString());
            out.writeUTF(one.getValue().quote.toString());
            out.writeBoolean(one.getValue().canceled);
        }
        pace.save(out);
    }

    static Plan load(DataInput in, Instruments instruments) throws IOException {
        long number = in.readLong();
        AccountId account = AccountId.of(in.readUnsignedShort());
        PlanKind kind = PlanKind.of(in.readByte());
        Origin origin = new Origin(Channel.of(in.readByte()), in.readLong(), in.readLong(), in.readLong(),
            in.readLong());
        String source = in.readUTF();
        String symbol = in.readUTF();
        Plan plan = new Plan(new PlanStarted(number, account, kind, origin, source, instruments.symbolId(symbol),
            in.readLong(), in.readByte(), in.readLong()), symbol);
        plan.left = new BigDecimal(in.readUTF());
        for (int count = in.readInt(); count > 0; count--) {
            plan.sold.put(new Book(in.readUTF(), in.readUTF()), new Sold(new BigDecimal(in.readUTF()),
                new BigDecimal(in.readUTF()), in.readBoolean()));
        }
        plan.pace.load(in);
        return plan;
    }

    private static Book bookOf(Order order) {
        return new Book(order.placed().source(), order.instrument().symbol());
    }
}
