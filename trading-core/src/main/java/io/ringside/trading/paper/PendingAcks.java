package io.ringside.trading.paper;

import io.ringside.core.event.OrderStatus;
import io.ringside.core.event.OrderUpdate;
import io.ringside.core.event.OrderUpdate.ExecutionType;
import io.ringside.core.event.OrderUpdate.Ids;
import io.ringside.core.event.OrderUpdate.Liquidity;
import io.ringside.core.event.OrderUpdate.Report;
import io.ringside.core.event.OrderUpdate.Source;
import io.ringside.core.event.OrderUpdate.Trade;
import io.ringside.core.event.PipelineEvent;
import io.ringside.core.ring.Publisher;
import io.ringside.trading.market.Instruments;
import io.ringside.trading.market.RingTime;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * The acks that have not come back through the ring yet, oldest first, at most {@link #CAPACITY}. The youngest of them
 * still wait outside, because their latency has not passed, or because the ring was full.
 *
 * <p>How many are on their way follows from the events alone; how many of those wait outside follows also from how full
 * the ring was, which no replay repeats. So whatever the venue decides looks at the first number, through
 * {@link #room()}, never at the second.
 *
 * <p><em>Threading:</em> the ring thread; publishes by trying, never waits.
 */
final class PendingAcks {

    /** Above what 1,024 requests on their way and 1,000 open orders can need, see {@link #reserve}. */
    static final int CAPACITY = 4_096;

    private final Publisher publisher;
    private final RingTime time;
    private final long latencyNs;
    private final PipelineEvent event = new PipelineEvent();
    private final OrderUpdate[] inFlight = new OrderUpdate[CAPACITY];
    private int oldest;
    private int size;
    private int waiting;
    private int reserved;

    /** {@code latencyNs} is how long an ack takes from the venue's time, which it carries. */
    PendingAcks(Publisher publisher, RingTime time, long latencyNs) {
        this.publisher = publisher;
        this.time = time;
        this.latencyNs = latencyNs;
    }

    /** How many more acks there is room for. */
    int room() {
        return CAPACITY - size - reserved;
    }

    /** Reserves room for later acks. */
    void reserve(int acks) {
        reserved += acks;
    }

    void release(int acks) {
        reserved -= acks;
    }

    void give(OrderUpdate update) {
        if (size == CAPACITY) {
            throw new IllegalStateException("no room for " + update + ": more was promised than can be kept");
        }
        inFlight[(oldest + size) % CAPACITY] = update;
        size++;
        waiting++;
        publish();
    }

    boolean hasWaiting() {
        return waiting > 0;
    }

    /** Publishes what waits and is due, in order, as far as there is room. */
    void publish() {
        while (waiting > 0) {
            OrderUpdate next = inFlight[(oldest + size - waiting) % CAPACITY];
            long elapsedNs = time.epochNs() - next.epochNs();
            // Before its departure: the wall clock was set back.
            if (elapsedNs >= 0 && elapsedNs < latencyNs) {
                return;
            }
            event.orderAck().set(next);
            if (!publisher.tryPublish(event)) {
                return;
            }
            waiting--;
        }
    }

    /** Null when none is on its way. */
    OrderUpdate next() {
        return size == 0 ? null : inFlight[oldest];
    }

    /** One has come back. Any update but the next one is not ours and changes nothing. */
    void onReturned(OrderUpdate update) {
        if (size == 0 || !inFlight[oldest].equals(update)) {
            return;
        }
        inFlight[oldest] = null;
        oldest = (oldest + 1) % CAPACITY;
        size--;
        // In a replay it comes out of the journal, whether or not it was published here.
        waiting = Math.min(waiting, size);
    }

    void clear() {
        Arrays.fill(inFlight, null);
        oldest = 0;
        size = 0;
        waiting = 0;
        reserved = 0;
    }

    void save(DataOutput out, Instruments instruments) throws IOException {
        out.writeInt(reserved);
        out.writeInt(size);
        for (int i = 0; i < size; i++) {
            save(inFlight[(oldest + i) % CAPACITY], out, instruments);
        }
    }

    /** What was on its way is offered to the ring again, for the ring of the snapshot is not this one. */
    void load(DataInput in, Instruments instruments) throws IOException {
        clear();
        reserved = in.readInt();
        int saved = in.readInt();
        if (saved < 0 || saved > CAPACITY) {
            throw new IOException(saved + " acks on their way: no such snapshot");
        }
        for (; size < saved; size++) {
            inFlight[size] = loadUpdate(in, instruments);
        }
        waiting = size;
    }

    private static void save(OrderUpdate update, DataOutput out, Instruments instruments) throws IOException {
        Ids ids = update.ids();
        out.writeShort(ids.account());
        out.writeUTF(instruments.name(ids.symbolId()));
        out.writeUTF(ids.clientOrderId());
        out.writeUTF(ids.exchangeOrderId());
        out.writeByte(update.status().code());
        out.writeByte(update.execution().code());
        out.writeLong(update.cumulativeQty());
        out.writeByte(update.qtyExponent());
        Trade trade = update.trade();
        out.writeUTF(trade.id());
        out.writeLong(trade.qty());
        out.writeLong(trade.price());
        out.writeByte(trade.priceExponent());
        out.writeLong(trade.commission());
        out.writeByte(trade.commissionExponent());
        out.writeUTF(trade.commissionAsset());
        out.writeByte(trade.liquidity().code());
        Report report = update.report();
        out.writeByte(report.source().code());
        out.writeLong(report.epochNs());
        out.writeInt(report.venueCode());
        out.writeUTF(report.reason());
    }

    private static OrderUpdate loadUpdate(DataInput in, Instruments instruments) throws IOException {
        int account = in.readUnsignedShort();
        Ids ids = new Ids(account, instruments.symbolId(in.readUTF()), in.readUTF(), in.readUTF());
        return new OrderUpdate(ids, OrderStatus.of(in.readByte()), ExecutionType.of(in.readByte()), in.readLong(),
            in.readByte(),
            new Trade(in.readUTF(), in.readLong(), in.readLong(), in.readByte(), in.readLong(), in.readByte(),
                in.readUTF(), Liquidity.of(in.readByte())),
            new Report(Source.of(in.readByte()), in.readLong(), in.readInt(), in.readUTF()));
    }
}
