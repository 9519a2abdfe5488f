package io.ringside.trading.report;

import java.util.concurrent.TimeUnit;

/** Durations as users read them: 0.4 s, 12 s, 3 min 5 s, 2 h 0 min, 4 d 1 h. */
public final class Ages {

    private static final long MINUTE_S = 60;
    private static final long HOUR_S = 3_600;
    private static final long DAY_S = 86_400;

    private Ages() {
    }

    public static String text(long ns) {
        long ms = TimeUnit.NANOSECONDS.toMillis(Math.max(ns, 0));
        long s = ms / 1_000;
        if (s < 10) {
            return s + "." + ms % 1_000 / 100 + " s";
        }
        if (s < MINUTE_S) {
            return s + " s";
        }
        if (s < HOUR_S) {
            return s / MINUTE_S + " min " + s % MINUTE_S + " s";
        }
        if (s < DAY_S) {
            return s / HOUR_S + " h " + s % HOUR_S / MINUTE_S + " min";
        }
        return s / DAY_S + " d " + s % DAY_S / HOUR_S + " h";
    }
}
