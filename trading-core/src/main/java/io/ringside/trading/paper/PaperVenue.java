package io.ringside.trading.paper;

import io.ringside.core.event.OrderAck;
import io.ringside.core.event.OrderStatus;
import io.ringside.core.event.OrderUpdate;
import io.ringside.core.event.Tick;
import io.ringside.core.ring.Publisher;
import io.ringside.core.route.OrderAckHandler;
import io.ringside.core.route.TickHandler;
import io.ringside.core.route.TimerHandler;
import io.ringside.trading.decision.AccountId;
import io.ringside.trading.decision.Decision.OrderPlaced;
import io.ringside.trading.decision.Side;
import io.ringside.trading.market.Instruments;
import io.ringside.trading.market.RingTime;
import io.ringside.trading.order.OrderGateway;
import io.ringside.trading.paper.RequestQueue.Kind;
import io.ringside.trading.paper.RequestQueue.Request;
import io.ringside.trading.snapshot.SnapshotPart;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * A venue on paper. Only the top of the book is known, so an order takes at most what the newest quote displays and
 * what earlier orders have not taken since that side's price or quantity changed. The rest of a market order waits for
 * the next quotes of its symbol until it is filled; an IOC's expires; a GTC's rests, and is filled at its limit when
 * the touch crosses it. Our orders never trade with each other, and nobody sees them.
 *
 * <p>An order, a cancel or a question takes the latency to get here, and every acknowledgement takes it back, in event
 * time: with any latency but 0 nothing trades on the very quote that it was decided on.
 *
 * <p>Acknowledgements are ORDER_ACK events. Those that are not due, or find the ring full, wait here, in order, until
 * {@link #retry()}; room for the acknowledgements of every accepted order is reserved from the start: orders are
 * rejected instead.
 *
 * <p><em>Threading:</em> the ring thread; never waits. {@link RingTime} must have seen an event before this does. A
 * quote on which nothing trades allocates nothing.
 */
public final class PaperVenue
    implements OrderGateway, TickHandler, OrderAckHandler, TimerHandler, SnapshotPart {

    private static final long NS_PER_MS = 1_000_000;

    private final Instruments instruments;
    private final RingTime time;
    private final Accounts accounts = new Accounts();
    private final PendingAcks acks;
    private final Book book;
    private final Matcher matcher;
    private final RequestQueue requests;

    /** Begins with the balances of the settings. */
    public PaperVenue(PaperSettings settings, Instruments instruments, RingTime time, Publisher publisher) {
        this.instruments = instruments;
        this.time = time;
        long latencyNs = settings.latencyMs() * NS_PER_MS;
        this.requests = new RequestQueue(latencyNs);
        this.acks = new PendingAcks(publisher, time, latencyNs);
        this.book = new Book(instruments);
        this.matcher = new Matcher(book, new Settlement(accounts), acks, new AckBuilder(time, acks));
        accounts.reset(settings.balances());
    }

    @Override
    public AccountId account() {
        return AccountId.PAPER;
    }

    /**
     * False when too much is on its way to the venue, or too many acknowledgements on their way back. Nothing here
     * waits for the journal: what a crash loses is lost on both sides.
     */
    @Override
    public boolean submit(OrderPlaced order, long journalPosition) {
        return tryRequest(Kind.SUBMIT, order);
    }

    /**
     * An order that has ended, or that the venue does not know, is not acknowledged: its last ack is on its way, or
     * {@link #resolve} will tell.
     */
    @Override
    public boolean cancel(Sent order, long journalPosition) {
        return tryRequest(Kind.CANCEL, order.placed());
    }

    /** The ack tells the state of an open order; any other is REJECTED, after its final ack if it had one. */
    @Override
    public boolean resolve(Sent order) {
        return tryRequest(Kind.RESOLVE, order.placed());
    }

    /** Waiting orders trade first, then those that arrive with this event: both see this quote. */
    @Override
    public void onTick(Tick tick, long sequence) {
        if (book.quote(tick)) {
            matcher.match(book.touch(tick.symbolId(), Side.BUY));
            matcher.match(book.touch(tick.symbolId(), Side.SELL));
        }
        takeArrivals();
    }

    @Override
    public void onTimer(long epochNs, long sequence) {
        takeArrivals();
    }

    /** One of {@link #nextInFlight()} has come back. */
    @Override
    public void onOrderAck(OrderAck ack, long sequence) {
        acks.onReturned(ack.update());
        takeArrivals();
    }

    /** The oldest ack that has not come back through the ring yet; null when there is none. */
    public OrderUpdate nextInFlight() {
        return acks.next();
    }

    /** True while acks wait for their time or for room in the ring. */
    boolean hasWaiting() {
        return acks.hasWaiting();
    }

    /** Publishes the acks that are due, in order, as far as there is room; to be called after every event. */
    public void retry() {
        acks.publish();
    }

    /** A copy, by name of the asset. */
    public Map<String, Balance> balances() {
        return accounts.balances();
    }

    @Override
    public void save(DataOutput out) throws IOException {
        accounts.save(out);
        book.save(out);
        acks.save(out, instruments);
        requests.save(out);
    }

    @Override
    public void load(DataInput in, int version) throws IOException {
        accounts.load(in);
        book.load(in);
        acks.load(in, instruments);
        requests.load(in, instruments);
    }

    /**
     * Makes the venue agree with the recovered core, before the first snapshot of the new run. Accepted orders wait
     * again, in their old order, with what they lock; those whose acceptance was never reported are forgotten, and are
     * unknown when asked for. An order that does not wait by its kind (IOC, FOK) expires: that ack waits for {@link
     * #retry()} if there is no ring yet.
     *
     * <p>Nothing is compared: the core's view is the truth, as nobody else trades here.
     */
    @Override
    public void reconcile(Map<String, BigDecimal> balances, List<Sent> open) {
        requests.clear();
        acks.clear();
        book.clear();
        accounts.reset(balances);
        open.stream()
            .filter(order -> order.status() == OrderStatus.ACCEPTED || order.status() == OrderStatus.PARTIALLY_FILLED)
            .sorted(Comparator.comparingLong(order -> order.placed().number()))
            .forEach(order -> matcher.restore(PaperOrder.of(order, instruments)));
    }

    private boolean tryRequest(Kind kind, OrderPlaced order) {
        if (acks.room() < kind.mostAcks() || requests.isFull()) {
            return false;
        }
        PaperOrder own = new PaperOrder(order, instruments);
        if (requests.isPassedAtOnce()) {
            matcher.execute(kind, own);
        } else {
            acks.reserve(kind.mostAcks());
            requests.add(kind, own, time.epochNs());
        }
        return true;
    }

    /** They arrive in the order in which they left. */
    private void takeArrivals() {
        for (Request request = arrived(); request != null; request = arrived()) {
            acks.release(request.kind().mostAcks());
            matcher.execute(request.kind(), request.order());
        }
    }

    private Request arrived() {
        return requests.pollArrived(time.epochNs());
    }
}
