package io.ringside.telegram.send;

import io.ringside.core.command.Reply;
import io.ringside.core.runtime.Counter;
import io.ringside.core.runtime.Counters;
import io.ringside.core.runtime.WakeSignal;
import org.agrona.concurrent.ManyToOneConcurrentArrayQueue;

/**
 * Messages waiting to be sent: the most urgent first, in the order of offering within one urgency.
 *
 * <p><em>Threading:</em> any thread offers, the ring's included: no lock, no wait. The send thread takes, puts back and
 * waits.
 *
 * <p>Full: a message is rejected if as many of its urgency or higher wait as the queue holds. Otherwise it is taken,
 * and the oldest of the least urgent is dropped when the send thread next looks; until then each urgency can fill the
 * queue once. Both are counted.
 */
final class SendQueue {

    private final int capacity;
    private final Lane[] lanes = new Lane[Reply.Kind.URGENCIES];
    private final WakeSignal changed = new WakeSignal();
    private final Counter rejected;
    private final Counter dropped;
    private volatile boolean closed;

    SendQueue(int capacity, Counters counters) {
        this.capacity = capacity;
        this.rejected = counters.counter("telegram replies not queued");
        this.dropped = counters.counter("telegram replies dropped");
        for (int i = 0; i < lanes.length; i++) {
            lanes[i] = new Lane(capacity);
        }
    }

    boolean offer(OutgoingMessage message) {
        int lane = message.reply().kind().urgency();
        if (closed || size(lane) >= capacity || !lanes[lane].offered.offer(message)) {
            return reject();
        }
        changed.raise();
        return true;
    }

    /** Counts a reply that cannot be sent at all; always false. */
    boolean reject() {
        rejected.incrementShared();
        return false;
    }

    /** The next message, or null. */
    OutgoingMessage take() {
        dropExcess();
        for (Lane lane : lanes) {
            OutgoingMessage message = lane.poll();
            if (message != null) {
                return message;
            }
        }
        return null;
    }

    /** Returns the message that was last taken to its place, whatever the capacity. */
    void putBack(OutgoingMessage message) {
        lanes[message.reply().kind().urgency()].returned = message;
    }

    /** Waits until something was offered, {@link #wake()} was called, or the time is over. */
    void await(long waitNs) throws InterruptedException {
        changed.await(waitNs);
    }

    void wake() {
        changed.raise();
    }

    /** Rejects every further offer; what waits can still be taken. */
    void close() {
        closed = true;
        changed.raise();
    }

    int size() {
        return size(lanes.length - 1);
    }

    /** How many wait in this lane and those before it. */
    private int size(int lowest) {
        int size = 0;
        for (int i = 0; i <= lowest; i++) {
            size += lanes[i].size();
        }
        return size;
    }

    private void dropExcess() {
        int excess = size() - capacity;
        for (int i = lanes.length - 1; i > 0; i--) {
            while (excess > 0 && lanes[i].poll() != null) {
                dropped.increment();
                excess--;
            }
        }
    }

    /** The messages of one urgency. */
    private static final class Lane {

        private final ManyToOneConcurrentArrayQueue<OutgoingMessage> offered;
        /** Goes before all others; at most one, because a lane's next message is taken only after it. */
        private volatile OutgoingMessage returned;

        private Lane(int capacity) {
            this.offered = new ManyToOneConcurrentArrayQueue<>(capacity);
        }

        private int size() {
            return offered.size() + (returned == null ? 0 : 1);
        }

        private OutgoingMessage poll() {
            OutgoingMessage message = returned;
            if (message != null) {
                returned = null;
                return message;
            }
            return offered.poll();
        }
    }
}
