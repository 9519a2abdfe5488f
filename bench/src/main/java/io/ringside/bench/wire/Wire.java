package io.ringside.bench.wire;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * A connection as the sender sees it: buffers frames and sends them on demand.
 *
 * <p><em>Threading:</em> one thread.
 */
public interface Wire extends Closeable {

    /** Longest frame it accepts. */
    int FRAME_BYTES = 256;

    /** Reads some bytes, blocking until there are any; -1 at the end. */
    int read(ByteBuffer target) throws IOException;

    /** Sends these bytes at once. */
    void write(ByteBuffer bytes) throws IOException;

    /** False if {@link #flush} is due before the next frame. */
    boolean hasRoom();

    /** Where the next frame is written; {@link #endFrame} completes it. */
    ByteBuffer frame();

    void endFrame() throws IOException;

    /** Sends all frames since the last flush. */
    void flush() throws IOException;
}
