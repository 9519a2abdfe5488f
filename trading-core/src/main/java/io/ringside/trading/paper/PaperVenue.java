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
import io.ringside.trading.decision.SnapshotPart;
import io.ringside.trading.market.Instruments;
import io.ringside.trading.market.RingTime;
import io.ringside.trading.order.OrderGateway;
import io.ringside.trading.paper.Request.Kind;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * A venue on paper. Only the top of the book is known, so an order takes at most what the newest quote displays and
 * what earlier orders have not taken of that very quote. The rest of a market order waits for the next quotes of its
 * symbol until it is filled; an IOC's expires; a GTC's rests, and is filled at its limit when the touch crosses it. Our
 * orders never trade with each other, and nobody sees them.
 *
 * <p>Acknowledgements are ORDER_ACK events. Those that find the ring full wait here, in order, until {@link #retry()};
 * room for the acknowledgements of every accepted order is reserved from the start: orders are rejected instead.
 *
 * <p><em>Threading:</em> the ring thread; never waits. {@link RingTime} must have seen an event before this does. A
 * quote on which nothing trades allocates nothing.
 */
public final class PaperVenue
    implements OrderGateway, TickHandler, OrderAckHandler, TimerHandler, SnapshotPart {

    /** Most orders, cancels and questions on their way at once, while there is a latency. */
    static final int MAX_REQUESTS = 1_024;

    private static final long NS_PER_MS = 1_000_000;

    private final Instruments instruments;
    private final RingTime time;
    private final long latencyNs;
    private final Accounts accounts = new Accounts();
    private final PendingAcks answers;
    private final Book book;
    private final Matcher matcher;
    private final ArrayDeque<Request> requests = new ArrayDeque<>(MAX_REQUESTS);

    /** Begins with the balances of the settings. */
    public PaperVenue(PaperSettings settings, Instruments instruments, RingTime time, Publisher publisher) {
        this.instruments = instruments;
        this.time = time;
        this.latencyNs = settings.latencyMs() * NS_PER_MS;
        this.answers = new PendingAcks(publisher);
        this.book = new Book(instruments);
        this.matcher = new Matcher(book, new Settlement(accounts), answers, new AckBuilder(time, answers));
        accounts.reset(settings.balances());
    }

    @Override
    public AccountId account() {
        return AccountId.PAPER;
    }

    /**
     * False when too much is on its way to the venue, or too many acknowledgements on their way back. Nothing here
     * waits for the journal: what a crash takes is lost on both sides.
     */
    @Override
    public boolean submit(OrderPlaced order, long journalPosition) {
        return tryRequest(Kind.SUBMIT, order);
    }

    /**
     * An order that has ended, or that the venue does not know, is not answered: its last answer is on its way, or
     * {@link #resolve} will tell.
     */
    @Override
    public boolean cancel(Sent order, long journalPosition) {
        return tryRequest(Kind.CANCEL, order.placed());
    }

    /** An open order is answered with its state, any other is REJECTED; one that ended was answered before that. */
    @Override
    public boolean resolve(Sent order) {
        return tryRequest(Kind.RESOLVE, order.placed());
    }

    /** What waits trades first, then what arrives with this event: both see this quote. */
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
        answers.onReturned(ack.update());
        takeArrivals();
    }

    /** The oldest answer that has not come back through the ring yet; null when there is none. */
    public OrderUpdate nextInFlight() {
        return answers.next();
    }

    /** True while answers wait for room in the ring. */
    public boolean hasWaiting() {
        return answers.hasWaiting();
    }

    /** Publishes the answers that wait, in order, as far as there is room; to be called after every event. */
    public void retry() {
        answers.publish();
    }

    /** A copy, by name of the asset. */
    public Map<String, Balance> balances() {
        return accounts.balances();
    }

    @Override
    public void save(DataOutput out) throws IOException {
        accounts.save(out);
        book.save(out);
        answers.save(out, instruments);
        out.writeInt(requests.size());
        for (Request request : requests) {
            out.writeByte(request.kind().code());
            out.writeLong(request.sinceEpochNs());
            request.order().save(out);
        }
    }

    @Override
    public void load(DataInput in) throws IOException {
        accounts.load(in);
        book.load(in);
        answers.load(in, instruments);
        requests.clear();
        for (int left = in.readInt(); left > 0; left--) {
            Kind kind = Kind.of(in.readByte());
            long sinceEpochNs = in.readLong();
            requests.add(new Request(kind, PaperOrder.load(in, instruments), sinceEpochNs));
        }
    }

    /**
     * Makes the venue agree with the recovered core, before the first snapshot of the new run. Accepted orders wait
     * again, in their old order, with what they lock; those whose acceptance was never told are forgotten, and are
     * unknown when asked for. An order that does not wait by its kind (IOC, FOK) expires: that answer waits for
     * {@link #retry()} if there is no ring yet.
     *
     * <p>Nothing is compared: the core's view is the truth, as nobody else trades here.
     */
    @Override
    public void reconcile(Map<String, BigDecimal> balances, List<Sent> open) {
        requests.clear();
        answers.clear();
        book.clear();
        accounts.reset(balances);
        open.stream()
            .filter(order -> order.status() == OrderStatus.ACCEPTED || order.status() == OrderStatus.PARTIALLY_FILLED)
            .sorted(Comparator.comparingLong(order -> order.placed().number()))
            .forEach(order -> matcher.restore(known(order)));
    }

    private PaperOrder known(Sent order) {
        PaperOrder known = new PaperOrder(order.placed(), instruments.of(order.placed()));
        known.accept();
        known.fill(order.filledQty());
        return known;
    }

    private boolean tryRequest(Kind kind, OrderPlaced order) {
        if (answers.room() < kind.mostAnswers() || requests.size() == MAX_REQUESTS) {
            return false;
        }
        PaperOrder own = new PaperOrder(order, instruments.of(order));
        if (latencyNs == 0 && requests.isEmpty()) {
            execute(kind, own);
        } else {
            answers.reserve(kind.mostAnswers());
            requests.add(new Request(kind, own, time.epochNs()));
        }
        return true;
    }

    /** They arrive in the order in which they left. */
    private void takeArrivals() {
        while (!requests.isEmpty() && requests.peek().isDue(time.epochNs(), latencyNs)) {
            Request request = requests.poll();
            answers.release(request.kind().mostAnswers());
            execute(request.kind(), request.order());
        }
    }

    private void execute(Kind kind, PaperOrder order) {
        switch (kind) {
            case SUBMIT -> matcher.submit(order);
            case CANCEL -> matcher.cancel(order);
            case RESOLVE -> matcher.resolve(order);
            default -> throw new IllegalStateException("no such request: " + kind);
        }
    }
}
