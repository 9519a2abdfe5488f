package io.ringside.core.route;

import io.ringside.core.event.OrderAck;

/** Takes order updates. Runs on the ring thread; must not wait, lock or do I/O, and copies what it keeps. */
@FunctionalInterface
public interface OrderAckHandler {

    /** The view is valid until this returns. {@code sequence} is the ring's. */
    void onOrderAck(OrderAck ack, long sequence);
}
