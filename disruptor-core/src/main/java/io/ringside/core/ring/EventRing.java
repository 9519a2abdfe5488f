package io.ringside.core.ring;

import com.lmax.disruptor.BatchEventProcessor;
import com.lmax.disruptor.BatchEventProcessorBuilder;
import com.lmax.disruptor.EventHandler;
import com.lmax.disruptor.InsufficientCapacityException;
import com.lmax.disruptor.RingBuffer;
import com.lmax.disruptor.dsl.Disruptor;
import com.lmax.disruptor.dsl.ProducerType;
import io.ringside.core.event.PipelineEvent;
import io.ringside.core.runtime.ThreadNames;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The ring: preallocated slots, many producers, one consumer thread: its own, or with {@link WaitMode#SHARED_THREAD}
 * one that also produces.
 *
 * <p><em>Threading:</em> publishing from any thread; {@link #start()} and {@link #close()} from the owner's.
 *
 * <p>Full: {@link #tryPublish} returns false, {@link #publish} waits for a bounded time. Closed, or its consumer dead:
 * both return false at once. A dead consumer is reported once through {@code onDeath}, on the consumer thread.
 */
public final class EventRing implements Publisher, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EventRing.class);
    private static final long WAIT_STEP_NS = 50_000;

    /**
     * The consumer releases slots per batch. Batches of the whole backlog would shut producers out of a full ring for
     * as long as a slow handler takes for all of it; very small ones would look for the newest event too often.
     */
    private static final int BATCHES_PER_RING = 8;

    private final RingConfig config;
    private final Disruptor<PipelineEvent> disruptor;
    private final RingBuffer<PipelineEvent> ringBuffer;
    /** Null when the consumer has a thread of its own. */
    private final SharedConsumer shared;
    private volatile Thread consumer;
    private volatile boolean open;
    private boolean started;

    /**
     * @param handler what runs on the consumer thread, usually a router
     * @param onDeath called when the consumer thread dies; must return, and must not close the ring itself
     */
    public EventRing(RingConfig config, EventHandler<PipelineEvent> handler, Consumer<Throwable> onDeath) {
        this.config = config;
        this.disruptor = new Disruptor<>(PipelineEvent::new, config.slots(), this::newConsumer, ProducerType.MULTI,
            config.waitMode().newStrategy());
        this.ringBuffer = disruptor.getRingBuffer();
        RingErrorHandler errors = new RingErrorHandler(failure -> {
            open = false;
            onDeath.accept(failure);
        });
        int batchSize = Math.max(1, config.slots() / BATCHES_PER_RING);
        if (config.waitMode() == WaitMode.SHARED_THREAD) {
            shared = new SharedConsumer(ringBuffer, batchSize, handler, errors);
            return;
        }
        shared = null;
        BatchEventProcessor<PipelineEvent> processor = new BatchEventProcessorBuilder()
            .setMaxBatchSize(batchSize)
            .build(ringBuffer, ringBuffer.newBarrier(), handler);
        processor.setExceptionHandler(errors);
        disruptor.handleEventsWith(processor);
        ringBuffer.addGatingSequences(processor.getSequence());
    }

    /** Starts the consumer; events are accepted from now on. Once only. */
    public void start() {
        if (shared != null) {
            throw new IllegalStateException("ring " + config.threadName() + " needs a thread to share");
        }
        beforeStart();
        disruptor.start();
        started = true;
    }

    /**
     * Starts the consumer on a thread to share, if the wait mode asks for that, else as {@link #start()}. Close the
     * ring after that thread's own producer; the thread may have ended by then.
     *
     * @param thread runs tasks on one thread, always the same
     */
    public void start(Executor thread) {
        if (shared == null) {
            start();
            return;
        }
        beforeStart();
        started = true;
        shared.start(thread, itself -> consumer = itself);
    }

    @Override
    public boolean tryPublish(PipelineEvent event) {
        if (!open) {
            return false;
        }
        long sequence;
        try {
            sequence = ringBuffer.tryNext();
        } catch (InsufficientCapacityException full) {
            return false;
        }
        ringBuffer.get(sequence).copyFrom(event);
        ringBuffer.publish(sequence);
        afterPublish();
        return true;
    }

    @Override
    public int tryPublish(PipelineEvent[] events, int from, int to) {
        int count = to - from;
        if (count < 2 || !open) {
            return Publisher.super.tryPublish(events, from, to);
        }
        long last;
        try {
            last = ringBuffer.tryNext(count);
        } catch (InsufficientCapacityException notForAll) {
            return Publisher.super.tryPublish(events, from, to);
        }
        long first = last - count + 1;
        for (int i = 0; i < count; i++) {
            ringBuffer.get(first + i).copyFrom(events[from + i]);
        }
        ringBuffer.publish(first, last);
        afterPublish();
        return count;
    }

    @Override
    public boolean publish(PipelineEvent event, long timeoutNs, Runnable onClaimed) {
        if (Thread.currentThread() == consumer) {
            throw new IllegalStateException("the consumer of " + config.threadName() + " would wait for itself");
        }
        long deadlineNs = System.nanoTime() + timeoutNs;
        while (open && !Thread.currentThread().isInterrupted()) {
            if (tryPublishAnnounced(event, onClaimed)) {
                return true;
            }
            if (deadlineNs - System.nanoTime() <= 0) {
                return false;
            }
            LockSupport.parkNanos(WAIT_STEP_NS);
        }
        return false;
    }

    /** Slots that are claimed and not yet released, from 0 to {@link #slots()}; the batch at work counts whole. */
    public long backlog() {
        long cursor = ringBuffer.getCursor();
        // Read later, the consumer may already be beyond that cursor.
        return Math.max(0, cursor - ringBuffer.getMinimumGatingSequence());
    }

    /** Sequence of the last event of the last batch that the consumer has finished; -1 before the first. */
    long handledSequence() {
        return ringBuffer.getMinimumGatingSequence();
    }

    public int slots() {
        return config.slots();
    }

    /**
     * Accepts nothing more, lets the consumer finish what is published, and ends it: when this returns within the drain
     * timeout, no handler runs any more. A handler that is stuck is abandoned, and an interrupted caller waits no
     * longer. Says in the log how many events were left, if any. Idempotent.
     *
     * <p>Close the producers first: an event published while this runs may be accepted and yet not be handled.
     */
    @Override
    public void close() {
        open = false;
        if (!started) {
            return;
        }
        started = false;
        long deadlineNs = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(config.drainTimeoutMs());
        if (shared != null) {
            shared.close(deadlineNs);
        } else {
            endConsumer(deadlineNs);
        }
        long left = backlog();
        if (left > 0) {
            LOG.warn("the ring of thread {} closed with {} events not handled", config.threadName(), left);
        }
    }

    private void beforeStart() {
        if (open || consumer != null) {
            throw new IllegalStateException("ring " + config.threadName() + " has been started already");
        }
        // Before the consumer runs: one that dies at once must leave the ring closed.
        open = true;
    }

    private void afterPublish() {
        if (shared != null) {
            shared.onPublished();
        }
    }

    private void endConsumer(long deadlineNs) {
        while (backlog() > 0 && consumer.isAlive() && deadlineNs - System.nanoTime() > 0
            && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(WAIT_STEP_NS);
        }
        disruptor.halt();
        awaitEnd(deadlineNs);
    }

    private void awaitEnd(long deadlineNs) {
        long timeoutMs = TimeUnit.NANOSECONDS.toMillis(deadlineNs - System.nanoTime());
        if (timeoutMs <= 0) {
            return;
        }
        try {
            consumer.join(timeoutMs);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean tryPublishAnnounced(PipelineEvent event, Runnable onClaimed) {
        long sequence;
        try {
            sequence = ringBuffer.tryNext();
        } catch (InsufficientCapacityException full) {
            return false;
        }
        try {
            ringBuffer.get(sequence).copyFrom(event);
            onClaimed.run();
        } finally {
            ringBuffer.publish(sequence);
            afterPublish();
        }
        return true;
    }

    private Thread newConsumer(Runnable task) {
        Thread thread = ThreadNames.factory(config.threadName()).newThread(task);
        thread.setUncaughtExceptionHandler((dead, failure) -> {
            if (!(failure instanceof RingErrorHandler.ConsumerDeath)) {
                LOG.error("thread {} ended", dead.getName(), failure);
            }
        });
        consumer = thread;
        return thread;
    }
}
