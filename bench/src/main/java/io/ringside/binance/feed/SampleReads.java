package io.ringside.binance.feed;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import io.ringside.bench.frame.SampleFrames;
import java.util.List;

/** The sample frames as a socket delivers them: a fixed number per read, cycling. Threading: one thread. */
final class SampleReads {

    private final ByteBuf[] reads;
    private int next;

    SampleReads(int framesPerRead) {
        List<byte[]> payloads = SampleFrames.payloads();
        reads = new ByteBuf[payloads.size() / framesPerRead];
        for (int i = 0; i < reads.length; i++) {
            reads[i] = PooledByteBufAllocator.DEFAULT.directBuffer();
            for (int k = 0; k < framesPerRead; k++) {
                reads[i].writeBytes(SampleFrames.framed(payloads.get(i * framesPerRead + k)));
            }
        }
    }

    /** The next read; the caller releases it. */
    ByteBuf next() {
        ByteBuf read = reads[next];
        next = (next + 1) % reads.length;
        return read.readerIndex(0).retain();
    }

    /** True if {@link #next} starts over, and with it the update ids. */
    boolean atStart() {
        return next == 0;
    }
}
