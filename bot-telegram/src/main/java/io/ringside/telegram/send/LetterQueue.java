package io.ringside.telegram.send;

import io.ringside.core.command.Reply;
import io.ringside.core.runtime.Counter;
import io.ringside.core.runtime.Counters;
import java.util.ArrayDeque;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Letters waiting to be sent: highest priority first, in the order of offering within one.
 *
 * <p><em>Threading:</em> any thread offers, the send thread takes. The lock is held for a few instructions, never
 * during I/O, so the ring's thread may offer.
 *
 * <p>Full: the oldest letter of the lowest priority makes room for one of a higher priority; otherwise the new one is
 * refused. Both are counted.
 */
final class LetterQueue {

    private static final Reply.Priority[] PRIORITIES = Reply.Priority.values();

    private final int capacity;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Map<Reply.Priority, ArrayDeque<Letter>> waiting = new EnumMap<>(Reply.Priority.class);
    private final Counter refused;
    private final Counter givenUp;
    private int size;
    private boolean signalled;
    private boolean closed;

    LetterQueue(int capacity, Counters counters) {
        this.capacity = capacity;
        this.refused = counters.counter("telegram replies refused");
        this.givenUp = counters.counter("telegram replies given up");
        for (Reply.Priority priority : PRIORITIES) {
            waiting.put(priority, new ArrayDeque<>());
        }
    }

    boolean offer(Letter letter) {
        lock.lock();
        try {
            if (closed || size >= capacity && !makeRoom(letter.reply().priority())) {
                refused.increment();
                return false;
            }
            waiting.get(letter.reply().priority()).addLast(letter);
            size++;
            signal();
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Counts a reply that cannot be sent at all; always false. */
    boolean refuse() {
        lock.lock();
        try {
            refused.increment();
            return false;
        } finally {
            lock.unlock();
        }
    }

    /** The next letter, or null. */
    Letter take() {
        lock.lock();
        try {
            for (Reply.Priority priority : PRIORITIES) {
                Letter letter = waiting.get(priority).pollFirst();
                if (letter != null) {
                    size--;
                    return letter;
                }
            }
            return null;
        } finally {
            lock.unlock();
        }
    }

    /** Returns a letter that could not be sent yet to its place, whatever the capacity. */
    void putBack(Letter letter) {
        lock.lock();
        try {
            waiting.get(letter.reply().priority()).addFirst(letter);
            size++;
        } finally {
            lock.unlock();
        }
    }

    /** Waits until something was offered, {@link #wake()} was called, or the time is over. */
    void await(long waitNs) throws InterruptedException {
        lock.lock();
        try {
            long leftNs = waitNs;
            while (!signalled && leftNs > 0) {
                leftNs = changed.awaitNanos(leftNs);
            }
            signalled = false;
        } finally {
            lock.unlock();
        }
    }

    void wake() {
        lock.lock();
        try {
            signal();
        } finally {
            lock.unlock();
        }
    }

    /** Refuses every further offer; what waits can still be taken. */
    void close() {
        lock.lock();
        try {
            closed = true;
            signal();
        } finally {
            lock.unlock();
        }
    }

    int size() {
        lock.lock();
        try {
            return size;
        } finally {
            lock.unlock();
        }
    }

    private boolean makeRoom(Reply.Priority newcomer) {
        for (int i = PRIORITIES.length - 1; i > newcomer.ordinal(); i--) {
            if (waiting.get(PRIORITIES[i]).pollFirst() != null) {
                size--;
                givenUp.increment();
                return true;
            }
        }
        return false;
    }

    private void signal() {
        signalled = true;
        changed.signal();
    }
}
