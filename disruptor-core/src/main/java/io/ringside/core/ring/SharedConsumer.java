package io.ringside.core.ring;

import com.lmax.disruptor.EventHandler;
import com.lmax.disruptor.EventPoller;
import com.lmax.disruptor.RingBuffer;
import io.ringside.core.event.PipelineEvent;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * A consumer without a thread of its own. The thread that it shares handles events whenever it has published some; the
 * other producers have it woken by a task, of which at most one is pending.
 *
 * <p><em>Threading:</em> {@link #onPublished} on any thread, {@link #start} and {@link #close} on the owner's; all
 * handling on the shared one. If that has ended before {@link #close}, what is left is handled by who closes.
 */
final class SharedConsumer {

    /** After this many batches the shared thread returns to its other work: the socket, above all. */
    private static final int BATCHES_PER_TURN = 8;
    private static final long WAIT_STEP_NS = 50_000;

    private final EventHandler<PipelineEvent> handler;
    private final RingErrorHandler errors;
    private final int batchSize;
    private final EventPoller<PipelineEvent> poller;
    private final EventPoller.Handler<PipelineEvent> handling = this::handle;
    private final AtomicBoolean wakeUpOnItsWay = new AtomicBoolean();
    private final Runnable wakeUp = this::onWakeUp;
    private Executor executor;
    private volatile Thread thread;
    private volatile boolean ended;
    private boolean busy;
    private int leftOfBatch;
    private long sequence;
    private PipelineEvent event;

    SharedConsumer(RingBuffer<PipelineEvent> ringBuffer, int batchSize, EventHandler<PipelineEvent> handler,
                   RingErrorHandler errors) {
        this.handler = handler;
        this.errors = errors;
        this.batchSize = batchSize;
        this.poller = ringBuffer.newPoller();
        ringBuffer.addGatingSequences(poller.getSequence());
    }

    /**
     * @param onStart called on the shared thread with that thread, before any event is handled
     */
    void start(Executor sharedThread, Consumer<Thread> onStart) {
        executor = sharedThread;
        executor.execute(() -> {
            thread = Thread.currentThread();
            onStart.accept(thread);
            try {
                handler.onStart();
            } catch (Throwable failure) {
                die(() -> errors.handleOnStartException(failure));
            }
            handleAll();
        });
    }

    void onPublished() {
        if (Thread.currentThread() == thread) {
            handleAll();
        } else {
            wake();
        }
    }

    /** Handles what is published, at most until the deadline; nothing is handled any more when this returns. */
    void close(long deadlineNs) {
        try {
            if (Thread.currentThread() == thread || !drainOnThread(deadlineNs)) {
                drain(deadlineNs);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            ended = true;
        }
    }

    /** False when the thread has ended, or ends while this waits, so that the caller may take its place. */
    private boolean drainOnThread(long deadlineNs) throws InterruptedException {
        CountDownLatch drained = new CountDownLatch(1);
        try {
            executor.execute(() -> {
                drain(deadlineNs);
                drained.countDown();
            });
            if (drained.await(deadlineNs - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                return true;
            }
        } catch (RejectedExecutionException threadEnds) {
            TimeUnit.NANOSECONDS.timedJoin(thread, deadlineNs - System.nanoTime());
        }
        return thread == null || thread.isAlive();
    }

    private void wake() {
        if (!wakeUpOnItsWay.get() && wakeUpOnItsWay.compareAndSet(false, true)) {
            try {
                executor.execute(wakeUp);
            } catch (RejectedExecutionException threadEnds) {
                // what is published now is handled by close
                wakeUpOnItsWay.set(false);
            }
        }
    }

    private void onWakeUp() {
        // First: what is published after this look asks for another one.
        wakeUpOnItsWay.set(false);
        handleAll();
    }

    /** A handler that publishes comes back here; its event is found by the loop that it runs in. */
    private void handleAll() {
        if (busy || ended) {
            return;
        }
        busy = true;
        try {
            for (int batches = 0; batches < BATCHES_PER_TURN && !ended; batches++) {
                if (handleBatch() != EventPoller.PollState.PROCESSING) {
                    return;
                }
            }
            wake();
        } finally {
            busy = false;
        }
    }

    private EventPoller.PollState handleBatch() {
        leftOfBatch = batchSize;
        try {
            return poller.poll(handling);
        } catch (Throwable failure) {
            die(() -> errors.handleEventException(failure, sequence, event));
            return EventPoller.PollState.IDLE;
        }
    }

    /** The poller releases slots per batch. */
    private boolean handle(PipelineEvent next, long nextSequence, boolean endOfAvailable) throws Exception {
        event = next;
        sequence = nextSequence;
        leftOfBatch--;
        handler.onEvent(next, nextSequence, endOfAvailable || leftOfBatch == 0);
        return leftOfBatch > 0;
    }

    /** The thread is not ours to end: only the handling on it does. */
    private void die(Runnable report) {
        ended = true;
        try {
            report.run();
        } catch (RingErrorHandler.ConsumerDeath reported) {
            // nothing is handled any more
        }
    }

    private void drain(long deadlineNs) {
        while (!ended && deadlineNs - System.nanoTime() > 0) {
            EventPoller.PollState state = handleBatch();
            if (state == EventPoller.PollState.IDLE) {
                return;
            }
            if (state == EventPoller.PollState.GATING) {
                // a producer has claimed and not yet published
                LockSupport.parkNanos(WAIT_STEP_NS);
            }
        }
    }
}
