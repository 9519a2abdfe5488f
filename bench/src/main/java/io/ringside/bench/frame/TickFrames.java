package io.ringside.bench.frame;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Writes bookTicker frames as a server sends them, each with an update id of the caller's choice. The id encodes the
 * intended send time, so that no field is added and every client can compute its latency.
 *
 * <p><em>Threading:</em> one thread. Allocates nothing after construction.
 */
public final class TickFrames {

    /** Smallest update id; ids have 13 digits, so that all frames of a symbol keep their length. */
    public static final long FIRST_UPDATE_ID = 1_000_000_000_000L;
    /** Largest update id: two and a half hours, in nanoseconds, after the smallest. */
    static final long LAST_UPDATE_ID = 9_999_999_999_999L;

    private static final long SEED = 7;
    private static final int DIGITS = 13;
    private static final String ID_KEY = "\"u\":";

    private final List<byte[]> frames = new ArrayList<>();
    private final int[] idOffsets = new int[SampleFrames.COUNT];
    private final byte[] digits = new byte[DIGITS];
    private int next;

    public TickFrames() {
        SplittableRandom random = new SplittableRandom(SEED);
        int symbols = SampleFrames.symbols().size();
        for (int i = 0; i < SampleFrames.COUNT; i++) {
            byte[] payload = SampleFrames.payload(random, i % symbols, FIRST_UPDATE_ID);
            byte[] frame = SampleFrames.framed(payload);
            frames.add(frame);
            idOffsets[i] = new String(frame, StandardCharsets.ISO_8859_1).indexOf(ID_KEY) + ID_KEY.length();
        }
    }

    /** Appends the next frame with that update id, which must be between the smallest and the largest. */
    public void append(ByteBuffer target, long updateId) {
        int i = next;
        next = (next + 1) % frames.size();
        int start = target.position();
        target.put(frames.get(i));
        long rest = updateId;
        for (int k = DIGITS - 1; k >= 0; k--) {
            digits[k] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        target.put(start + idOffsets[i], digits);
    }
}
