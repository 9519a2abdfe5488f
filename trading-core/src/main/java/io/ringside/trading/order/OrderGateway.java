package io.ringside.trading.order;

/**
 * The way of orders to a venue. Whatever becomes of an order comes back as ORDER_ACK events through the ring.
 *
 * <p><em>Threading:</em> the ring thread; never waits. A gateway that does I/O hands over to a thread of its own
 * through a bounded queue.
 */
public interface OrderGateway {

    /** False when it cannot be taken now: nothing has left, and no ORDER_ACK will come. */
    boolean trySubmit(Order order);

    /** False when the request cannot be taken now. */
    boolean tryCancel(Order order);

    /**
     * Finds out, by its client order id, what became of an order whose outcome is unknown; never sends it again. False
     * when that cannot be asked now.
     */
    boolean tryResolve(Order order);
}
