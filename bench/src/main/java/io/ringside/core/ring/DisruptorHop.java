package io.ringside.core.ring;

import com.lmax.disruptor.InsufficientCapacityException;
import com.lmax.disruptor.RingBuffer;
import com.lmax.disruptor.dsl.Disruptor;
import com.lmax.disruptor.dsl.ProducerType;
import io.ringside.core.runtime.Counter;
import io.ringside.core.runtime.Counters;
import io.ringside.core.runtime.ThreadNames;

/** Through a bare Disruptor whose events are empty. Threading: as {@link Hop}. */
final class DisruptorHop implements Hop {

    private final Counter handled = new Counters().counter("events handled");
    private final Disruptor<Empty> disruptor;
    private final RingBuffer<Empty> ringBuffer;

    /** An event without content. */
    private static final class Empty {
    }

    DisruptorHop(WaitMode waitMode, ProducerType producers) {
        disruptor = new Disruptor<>(Empty::new, SLOTS, ThreadNames.factory("bare"), producers, waitMode.newStrategy());
        disruptor.handleEventsWith((event, sequence, endOfBatch) -> handled.increment());
        ringBuffer = disruptor.getRingBuffer();
        disruptor.start();
    }

    @Override
    public boolean tryPublish() {
        long sequence;
        try {
            sequence = ringBuffer.tryNext();
        } catch (InsufficientCapacityException full) {
            return false;
        }
        ringBuffer.publish(sequence);
        return true;
    }

    @Override
    public long handled() {
        return handled.value();
    }

    @Override
    public void close() {
        disruptor.halt();
    }
}
