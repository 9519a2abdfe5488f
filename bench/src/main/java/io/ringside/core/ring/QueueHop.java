package io.ringside.core.ring;

import io.ringside.core.runtime.Counter;
import io.ringside.core.runtime.Counters;
import io.ringside.core.runtime.ThreadNames;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;

/**
 * The obvious baseline: a new quote object per tick, offered to a queue that a thread drains.
 *
 * <p><em>Threading:</em> as {@link Hop}.
 */
final class QueueHop implements Hop {

    private final Counter handled = new Counters().counter("events handled");
    private final Queue<QueuedQuote> queue;
    private final Thread consumer;
    private volatile boolean closed;
    private long bidPrices;
    private QueuedQuote pending;
    private long updateId;

    /** What travels. */
    private record QueuedQuote(int symbolId, long updateId, long receivedNs, long bidPrice, long bidQty, long askPrice,
                               long askQty) {
    }

    private QueueHop(Queue<?> queue, boolean blocking) {
        this.queue = cast(queue);
        this.consumer = ThreadNames.factory("queue").newThread(blocking ? this::take : this::poll);
        consumer.start();
    }

    /** The consumer sleeps while the queue is empty. */
    static QueueHop taking(BlockingQueue<?> queue) {
        return new QueueHop(queue, true);
    }

    /** The consumer spins while the queue is empty. */
    static QueueHop polling(Queue<?> queue) {
        return new QueueHop(queue, false);
    }

    @Override
    public boolean tryPublish() {
        if (pending == null) {
            long id = updateId++;
            pending = new QueuedQuote((int) id & 15, id, id, id + 1, 2, id + 3, 4);
        }
        if (!queue.offer(pending)) {
            return false;
        }
        pending = null;
        return true;
    }

    @Override
    public long handled() {
        return handled.value();
    }

    @Override
    public void close() {
        closed = true;
        consumer.interrupt();
    }

    private void take() {
        BlockingQueue<QueuedQuote> blocking = (BlockingQueue<QueuedQuote>) queue;
        try {
            while (!closed) {
                onQuote(blocking.take());
            }
        } catch (InterruptedException expected) {
            // closed
        }
    }

    private void poll() {
        while (!closed) {
            QueuedQuote quote = queue.poll();
            if (quote == null) {
                Thread.onSpinWait();
            } else {
                onQuote(quote);
            }
        }
    }

    private void onQuote(QueuedQuote quote) {
        bidPrices += quote.bidPrice();
        handled.increment();
    }

    @SuppressWarnings("unchecked")
    private static Queue<QueuedQuote> cast(Queue<?> queue) {
        return (Queue<QueuedQuote>) queue;
    }
}
