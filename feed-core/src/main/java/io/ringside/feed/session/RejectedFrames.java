package io.ringside.feed.session;

import io.ringside.core.runtime.Counter;
import io.ringside.core.runtime.Counters;
import io.ringside.core.runtime.RateLimitedLog;
import io.ringside.feed.venue.MessageKind;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts the frames without a quote, and logs the first bytes of those that the feed could not use: the first of each
 * kind, then one a minute.
 *
 * <p><em>Threading:</em> the feed's thread.
 */
public final class RejectedFrames {

    private static final Logger LOG = LoggerFactory.getLogger(RejectedFrames.class);
    private static final int SHOWN_BYTES = 120;

    private final Map<String, RateLimitedLog> logs = new HashMap<>();
    private final LongSupplier nanoClock;
    private final Counter unknownSymbols;
    private final Counter answers;
    private final Counter others;
    private final Counter malformed;
    private final Counter violations;

    public RejectedFrames(Counters counters, LongSupplier nanoClock) {
        this.nanoClock = nanoClock;
        this.unknownSymbols = counters.counter("symbols unknown");
        this.answers = counters.counter("control answers");
        this.others = counters.counter("messages other");
        this.malformed = counters.counter("messages malformed");
        this.violations = counters.counter("frames violating");
    }

    /** Any text but a quote of ours. The publisher counts unreadable quotes, with those it rejects itself. */
    void onMessage(MessageKind kind, byte[] bytes, int offset, int length) {
        switch (kind) {
            case BAD_QUOTE -> log("quote rejected", bytes, offset, length);
            case UNKNOWN_SYMBOL -> unknownSymbols.increment();
            case CONFIRMED, REJECTED -> answers.increment();
            case SERVER_SHUTDOWN, PONG -> others.increment();
            case OTHER -> {
                others.increment();
                log("message not used", bytes, offset, length);
            }
            case MALFORMED -> {
                malformed.increment();
                log("message malformed", bytes, offset, length);
            }
            default -> { /* the publisher takes quotes */ }
        }
    }

    /** A binary message; no decoder reads them yet. */
    void onBinary() {
        others.increment();
    }

    /** A frame that breaks the protocol and ends its connection. */
    void onViolation() {
        violations.increment();
    }

    private void log(String kind, byte[] bytes, int offset, int length) {
        RateLimitedLog log = logs.computeIfAbsent(kind, unseen -> new RateLimitedLog(nanoClock));
        if (log.permits()) {
            String start = new String(bytes, offset, Math.min(length, SHOWN_BYTES), StandardCharsets.UTF_8);
            LOG.warn("{} ({} not logged before), {} bytes: {}", kind, log.leftOut(), length,
                start.replaceAll("\\p{Cntrl}", "?"));
        }
    }
}
