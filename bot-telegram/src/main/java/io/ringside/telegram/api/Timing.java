package io.ringside.telegram.api;

import java.time.Instant;
import java.util.SplittableRandom;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/**
 * Clocks and randomness for one thread.
 *
 * @param epochNsClock wall clock in nanoseconds, for the age of commands
 * @param nanoClock    monotonic clock, for every wait
 * @param random       for jitter; used by one thread
 */
public record Timing(LongSupplier epochNsClock, LongSupplier nanoClock, RandomGenerator random) {

    public static Timing system() {
        return new Timing(Timing::epochNs, System::nanoTime, new SplittableRandom());
    }

    private static long epochNs() {
        Instant now = Instant.now();
        return now.getEpochSecond() * 1_000_000_000L + now.getNano();
    }
}
