package io.ringside.core.ring;

import com.lmax.disruptor.EventHandler;
import io.ringside.core.event.PipelineEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Tells which timers it has handled; while shut, it stands still inside its first event. */
final class GatedHandler implements EventHandler<PipelineEvent> {

    static final long DEADLINE_S = 10;

    private final CountDownLatch gate = new CountDownLatch(1);
    private final CountDownLatch entered = new CountDownLatch(1);
    private final BlockingQueue<Long> handled = new LinkedBlockingQueue<>();
    private volatile Thread thread;

    static GatedHandler shut() {
        return new GatedHandler();
    }

    static GatedHandler open() {
        GatedHandler handler = new GatedHandler();
        handler.release();
        return handler;
    }

    static PipelineEvent timer(long epochNs) {
        PipelineEvent event = new PipelineEvent();
        event.timer().set(epochNs);
        return event;
    }

    static void await(CountDownLatch latch) {
        try {
            if (!latch.await(DEADLINE_S, TimeUnit.SECONDS)) {
                throw new AssertionError("nothing came within " + DEADLINE_S + " s");
            }
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    @Override
    public void onEvent(PipelineEvent event, long sequence, boolean endOfBatch) {
        thread = Thread.currentThread();
        entered.countDown();
        await(gate);
        handled.add(event.timer().epochNs());
    }

    void release() {
        gate.countDown();
    }

    void awaitEntered() {
        await(entered);
    }

    Thread thread() {
        return thread;
    }

    /** The next events, in the order of handling. */
    List<Long> next(int count) throws InterruptedException {
        List<Long> next = new ArrayList<>();
        while (next.size() < count) {
            Long epochNs = handled.poll(DEADLINE_S, TimeUnit.SECONDS);
            if (epochNs == null) {
                throw new AssertionError("only " + next + " within " + DEADLINE_S + " s");
            }
            next.add(epochNs);
        }
        return next;
    }

    List<Long> handledSoFar() {
        return List.copyOf(handled);
    }
}
