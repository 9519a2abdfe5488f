package io.ringside.bench.wire;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/** Plain TCP. Threading: as {@link Wire}. */
final class PlainWire implements Wire {

    private static final int BATCH_BYTES = 64 * 1024;

    private final SocketChannel channel;
    private final ByteBuffer batch = ByteBuffer.allocateDirect(BATCH_BYTES);

    PlainWire(SocketChannel channel) {
        this.channel = channel;
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        return channel.read(target);
    }

    @Override
    public void write(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    @Override
    public boolean hasRoom() {
        return batch.remaining() >= FRAME_BYTES;
    }

    @Override
    public ByteBuffer frame() {
        return batch;
    }

    @Override
    public void endFrame() {
        // the next one follows it
    }

    @Override
    public void flush() throws IOException {
        batch.flip();
        write(batch);
        batch.clear();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
