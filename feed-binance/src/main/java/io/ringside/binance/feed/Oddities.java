package io.ringside.binance.feed;

import io.ringside.core.runtime.RateLimitedLog;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows people the first bytes of what the feed could not use: the first of each kind, then one a minute.
 *
 * <p><em>Threading:</em> the feed's thread.
 */
final class Oddities {

    private static final Logger LOG = LoggerFactory.getLogger(FeedSession.class);
    private static final int SHOWN_BYTES = 120;

    private final Map<String, RateLimitedLog> logs = new HashMap<>();
    private final LongSupplier nanoClock;

    Oddities(LongSupplier nanoClock) {
        this.nanoClock = nanoClock;
    }

    void report(String kind, byte[] bytes, int offset, int length) {
        RateLimitedLog log = logs.computeIfAbsent(kind, unseen -> new RateLimitedLog(nanoClock));
        if (log.permits()) {
            String start = new String(bytes, offset, Math.min(length, SHOWN_BYTES), StandardCharsets.UTF_8);
            LOG.warn("{} ({} not logged before), {} bytes: {}", kind, log.leftOut(), length,
                start.replaceAll("\\p{Cntrl}", "?"));
        }
    }
}
