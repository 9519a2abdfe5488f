package io.ringside.core.ring;

import com.lmax.disruptor.InsufficientCapacityException;
import com.lmax.disruptor.RingBuffer;
import com.lmax.disruptor.dsl.Disruptor;
import com.lmax.disruptor.dsl.ProducerType;
import io.ringside.core.runtime.Counter;
import io.ringside.core.runtime.Counters;
import io.ringside.core.runtime.ThreadNames;

/** Through a bare Disruptor. Threading: as {@link Hop}. */
final class DisruptorHop implements Hop {

    private final Counter handled = new Counters().counter("events handled");
    private final Fields source = new Fields();
    private final Disruptor<Fields> disruptor;
    private final RingBuffer<Fields> ringBuffer;
    private final boolean filling;
    private long bidPrices;

    /** A tick's fields in a plain event class. */
    private static final class Fields {

        private long header;
        private long symbolId;
        private long updateId;
        private long bidPrice;
        private long bidQty;
        private long askPrice;
        private long askQty;
        private long receivedNs;
        private long receivedEpochNs;
        private long decodedNs;
        private long publishedNs;

        void copyFrom(Fields from) {
            header = from.header;
            symbolId = from.symbolId;
            updateId = from.updateId;
            bidPrice = from.bidPrice;
            bidQty = from.bidQty;
            askPrice = from.askPrice;
            askQty = from.askQty;
            receivedNs = from.receivedNs;
            receivedEpochNs = from.receivedEpochNs;
            decodedNs = from.decodedNs;
            publishedNs = from.publishedNs;
        }
    }

    private DisruptorHop(WaitMode waitMode, ProducerType producers, boolean filling) {
        this.filling = filling;
        disruptor = new Disruptor<>(Fields::new, SLOTS, ThreadNames.factory("bare"), producers, waitMode.newStrategy());
        disruptor.handleEventsWith((event, sequence, endOfBatch) -> {
            if (filling) {
                bidPrices += event.bidPrice;
            }
            handled.increment();
        });
        ringBuffer = disruptor.getRingBuffer();
        disruptor.start();
    }

    /** Neither writes nor reads the event. */
    static DisruptorHop empty(WaitMode waitMode, ProducerType producers) {
        return new DisruptorHop(waitMode, producers, false);
    }

    /** Copies a tick's fields into the event and reads one of them. */
    static DisruptorHop filling(WaitMode waitMode, ProducerType producers) {
        return new DisruptorHop(waitMode, producers, true);
    }

    @Override
    public boolean tryPublish() {
        long sequence;
        try {
            sequence = ringBuffer.tryNext();
        } catch (InsufficientCapacityException full) {
            return false;
        }
        if (filling) {
            ringBuffer.get(sequence).copyFrom(source);
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
