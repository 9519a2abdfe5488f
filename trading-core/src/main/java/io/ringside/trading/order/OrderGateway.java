package io.ringside.trading.order;

import io.ringside.core.event.OrderStatus;
import io.ringside.trading.decision.AccountId;
import io.ringside.trading.decision.Decision.OrderPlaced;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * The port to a venue: immutable requests in, events out. Nothing is returned but whether a request was taken; whatever
 * becomes of an order comes back through the ring as ORDER_ACK events.
 *
 * <p>A gateway promises three things. It sends an order id at most once, whatever happens. Every request it takes ends
 * in an event. What it does not know it reports as unknown. The package description has the details.
 *
 * <p>A request to place or cancel must not leave before the journal is durable up to its {@code journalPosition}.
 *
 * <p><em>Threading:</em> the ring thread; must not wait. A gateway that does I/O hands over to a thread of its own
 * through a bounded queue.
 */
public interface OrderGateway {

    /** The account that it trades on. */
    AccountId account();

    /** Places an order. False if it cannot be taken now: nothing leaves, and no event follows. */
    boolean submit(OrderPlaced order, long journalPosition);

    /** Cancels an order. False if the request cannot be taken now: nothing leaves, and no event follows. */
    boolean cancel(Sent order, long journalPosition);

    /**
     * Finds out what became of an order whose outcome is unknown; never sends it again. False if it cannot be asked
     * now; no record says so, so it must follow from the events so far.
     */
    boolean resolve(Sent order);

    /**
     * What the previous run left, once it is recovered and before the first request of this one. Whatever the venue
     * knows better is reported by events. Not called if there was no previous run.
     *
     * @param balances of each asset, open orders included
     * @param open     orders that had not ended, in any order
     */
    void reconcile(Map<String, BigDecimal> balances, List<Sent> open);

    /**
     * An order as the core knows it at the moment of the request.
     *
     * @param exchangeOrderId the venue's id; empty while unknown
     * @param filledQty       on the exponent of the order's quantity
     */
    record Sent(OrderPlaced placed, String exchangeOrderId, OrderStatus status, long filledQty) {
    }
}
