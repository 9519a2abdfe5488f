package io.ringside.core.ring;

import java.util.concurrent.TimeUnit;

/**
 * One kind of trouble, and when to report it: starts at least a minute apart, an earlier one once the minute is over if
 * it still lasts, and an end for exactly those whose start was reported.
 *
 * <p><em>Threading:</em> one thread.
 */
final class Trouble {

    private static final long INTERVAL_NS = TimeUnit.MINUTES.toNanos(1);

    private boolean lasts;
    private boolean told;
    private boolean everTold;
    private long toldNs;

    boolean lasts() {
        return lasts;
    }

    void begin() {
        lasts = true;
    }

    /** True if this trouble should be reported now. */
    boolean shouldTell(long nowNs) {
        if (!lasts || told || everTold && nowNs - toldNs < INTERVAL_NS) {
            return false;
        }
        told = true;
        everTold = true;
        toldNs = nowNs;
        return true;
    }

    /** True if its end should be reported. */
    boolean end() {
        boolean wasTold = told;
        lasts = false;
        told = false;
        return wasTold;
    }
}
