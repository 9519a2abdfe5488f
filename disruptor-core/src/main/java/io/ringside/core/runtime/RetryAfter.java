package io.ringside.core.runtime;

import java.util.concurrent.TimeUnit;

/** The Retry-After header of an HTTP response (429 and, at Binance, 418): a number of seconds. */
public final class RetryAfter {

    private static final long MAX_S = TimeUnit.DAYS.toSeconds(3);

    private RetryAfter() {
    }

    /** 0 for a missing or unreadable header; at most three days, the longest ban known. */
    public static long ms(String header) {
        if (header == null || !header.matches("[0-9]{1,9}")) {
            return 0;
        }
        return TimeUnit.SECONDS.toMillis(Math.min(Long.parseLong(header), MAX_S));
    }
}
