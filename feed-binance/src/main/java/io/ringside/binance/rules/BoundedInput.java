package io.ringside.binance.rules;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Fails as soon as more than a number of bytes was read.
 *
 * <p><em>Threading:</em> one thread.
 */
final class BoundedInput extends FilterInputStream {

    private final long maxBytes;
    private long read;

    BoundedInput(InputStream in, long maxBytes) {
        super(in);
        this.maxBytes = maxBytes;
    }

    @Override
    public int read() throws IOException {
        int next = super.read();
        count(next < 0 ? 0 : 1);
        return next;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = super.read(bytes, offset, length);
        count(Math.max(count, 0));
        return count;
    }

    private void count(int bytes) throws TooLong {
        read += bytes;
        if (read > maxBytes) {
            throw new TooLong();
        }
    }

    /** There is more to read than allowed. */
    static final class TooLong extends IOException {

        private static final long serialVersionUID = 1L;
    }
}
