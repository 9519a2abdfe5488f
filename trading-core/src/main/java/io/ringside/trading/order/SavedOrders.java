package io.ringside.trading.order;

import io.ringside.core.event.Origin;
import io.ringside.core.event.Origin.Channel;
import io.ringside.trading.decision.AccountId;
import io.ringside.trading.decision.Cause;
import io.ringside.trading.decision.Decision.OrderPlaced;
import io.ringside.trading.decision.Intent;
import io.ringside.trading.decision.OrderTerms;
import io.ringside.trading.decision.OrderType;
import io.ringside.trading.decision.Side;
import io.ringside.trading.decision.TimeInForce;
import io.ringside.trading.market.Instrument;
import io.ringside.trading.market.Instruments;
import io.ringside.trading.snapshot.StateFields;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Orders in a snapshot. They keep the steps in which they were placed, whatever the venue's are now.
 *
 * <p><em>Threading:</em> pure functions.
 */
final class SavedOrders {

    private SavedOrders() {
    }

    static void save(DataOutput out, Collection<Order> orders) throws IOException {
        out.writeInt(orders.size());
        for (Order order : orders) {
            OrderPlaced placed = order.placed();
            StateFields.name(out, "number");
            out.writeLong(placed.number());
            out.writeShort(placed.account().code());
            out.writeUTF(placed.clientOrderId());
            out.writeUTF(order.instrument().symbol());
            out.writeByte(placed.side().code());
            out.writeByte(placed.type().code());
            out.writeByte(placed.timeInForce().code());
            out.writeLong(placed.qty());
            out.writeByte(placed.qtyExponent());
            out.writeLong(placed.price());
            out.writeByte(placed.priceExponent());
            Origin origin = placed.origin();
            out.writeByte(origin.channel().code());
            out.writeLong(origin.userId());
            out.writeLong(origin.chatId());
            out.writeLong(origin.threadId());
            out.writeLong(origin.messageId());
            out.writeUTF(placed.source());
            out.writeByte(placed.cause().intent().code());
            out.writeLong(placed.cause().parent());
            out.writeLong(placed.epochNs());
            out.writeUTF(placed.rationale());
            StateFields.name(out, "status", placed.clientOrderId());
            order.save(out);
        }
    }

    /** Ended orders of symbols that this run cannot trade are left out; throws {@link IOException} for an open one. */
    static List<Order> load(DataInput in, Instruments instruments) throws IOException {
        List<Order> orders = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            long number = in.readLong();
            AccountId account = AccountId.of(in.readUnsignedShort());
            String clientOrderId = in.readUTF();
            String symbol = in.readUTF();
            int symbolId = instruments.symbolId(symbol);
            OrderTerms terms = new OrderTerms(symbolId, Side.of(in.readByte()), OrderType.of(in.readByte()),
                TimeInForce.of(in.readByte()), in.readLong(), in.readByte(), in.readLong(), in.readByte());
            Origin origin = new Origin(Channel.of(in.readByte()), in.readLong(), in.readLong(), in.readLong(),
                in.readLong());
            Cause cause = new Cause(origin, in.readUTF(), Intent.of(in.readByte()), in.readLong());
            OrderPlaced placed = new OrderPlaced(number, account, clientOrderId, terms, cause, in.readLong(),
                in.readUTF());
            Instrument instrument = symbolId < 0 ? null : instruments.get(symbolId);
            Order order = new Order(placed, instrument);
            order.load(in);
            if (instrument != null) {
                orders.add(order);
            } else if (order.isOpen()) {
                throw new IOException("order #" + order.number() + " of " + symbol
                    + " is open, but that symbol is not one of this run's or its trading rules are not known");
            }
        }
        return orders;
    }
}
