package io.ringside.trading.journal;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * The time of the journal's own housekeeping: ages of segments and pauses between tries. No decision depends on it.
 *
 * @param nanoClock    monotonic, nanoseconds
 * @param epochMsClock wall clock, milliseconds since 1970
 */
record JournalClock(LongSupplier nanoClock, LongSupplier epochMsClock) {

    static final JournalClock SYSTEM = new JournalClock(System::nanoTime, System::currentTimeMillis);

    long epochNs() {
        return TimeUnit.MILLISECONDS.toNanos(epochMsClock.getAsLong());
    }
}
