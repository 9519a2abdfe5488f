package io.ringside.core.ring;

import java.util.concurrent.TimeUnit;

/**
 * One kind of trouble, and when to speak of it: beginnings at least a minute apart, one that came too soon for that
 * once the minute is over if it still lasts, and an end for exactly those whose beginning was told.
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

    /** True when this trouble should be told now. */
    boolean shouldTell(long nowNs) {
        if (!lasts || told || everTold && nowNs - toldNs < INTERVAL_NS) {
            return false;
        }
        told = true;
        everTold = true;
        toldNs = nowNs;
        return true;
    }

    /** True when its end should be told. */
    boolean end() {
        boolean wasTold = told;
        lasts = false;
        told = false;
        return wasTold;
    }
}
