package io.ringside.trading.journal;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * Where, how much and how safely is journaled.
 *
 * @param directory    created if missing; one process writes to it
 * @param segmentBytes size of a segment file, from 1 MB to 1 GB
 * @param keepBytes    the oldest segments are deleted while the total is larger; at least three are kept
 * @param keepMs       segments are deleted once all their records are older
 * @param ticks        false leaves quotes out; nothing else can be left out
 * @param force        what survives a power loss
 */
public record JournalConfig(Path directory, long segmentBytes, long keepBytes, long keepMs, boolean ticks,
                            ForceMode force) {

    public static final long DEFAULT_SEGMENT_BYTES = 32L << 20;
    public static final long DEFAULT_KEEP_BYTES = 2L << 30;
    public static final long DEFAULT_KEEP_MS = TimeUnit.DAYS.toMillis(30);

    /** How many segments there should be room for at any time; with less, users are told. */
    public static final int SPARE_SEGMENTS = 4;

    static final long MIN_SEGMENT_BYTES = 1L << 20;
    static final long MAX_SEGMENT_BYTES = 1L << 30;

    /** With quotes, 32 MB a segment, at most 2 GB or 30 days of them, never forced to the disk. */
    public static JournalConfig in(Path directory) {
        return new JournalConfig(directory, DEFAULT_SEGMENT_BYTES, DEFAULT_KEEP_BYTES, DEFAULT_KEEP_MS, true,
            ForceMode.NEVER);
    }

    public JournalConfig {
        requireWithin("segmentBytes", segmentBytes, MIN_SEGMENT_BYTES, MAX_SEGMENT_BYTES);
        requireWithin("keepBytes", keepBytes, segmentBytes, Long.MAX_VALUE);
        requireWithin("keepMs", keepMs, 1, Long.MAX_VALUE);
    }

    private static void requireWithin(String name, long value, long min, long max) {
        if (value < min || value > max) {
            throw new IllegalArgumentException(name + " is " + value + ", allowed: " + min + " to " + max);
        }
    }
}
