package io.ringside.binance.feed;

import java.util.concurrent.TimeUnit;

/**
 * The two watchdogs of a session: one on frames of any kind, one on quotes. Pure state over given times.
 *
 * <p><em>Threading:</em> the feed's thread.
 */
final class SessionWatch {

    /** What is due, worst first. */
    enum Finding { DEAD, RENEWAL_DUE, STALE, PING_DUE, FINE }

    private final FeedTimeouts timeouts;
    private final long openedNs;
    private long lastFrameNs;
    private long lastQuoteNs;
    private long pingedNs;
    private boolean pinged;
    private boolean stale;
    private boolean renewing;
    private String reason = "";

    SessionWatch(FeedTimeouts timeouts, long openedNs) {
        this.timeouts = timeouts;
        this.openedNs = openedNs;
        this.lastFrameNs = openedNs;
        this.lastQuoteNs = openedNs;
    }

    void onBytes(long nowNs) {
        lastFrameNs = nowNs;
        pinged = false;
    }

    void onQuote(long nowNs) {
        lastQuoteNs = nowNs;
        stale = false;
    }

    /** Each finding but FINE and DEAD is told once until its cause has gone. */
    Finding check(long nowNs) {
        if (overdue(nowNs, lastFrameNs, timeouts.frameMs())) {
            return found(Finding.DEAD, "no frame of any kind for " + timeouts.frameMs() + " ms");
        }
        if (pinged && overdue(nowNs, pingedNs, timeouts.pongMs())) {
            return found(Finding.DEAD, "ping not answered for " + timeouts.pongMs() + " ms");
        }
        if (overdue(nowNs, lastQuoteNs, timeouts.dataMs())) {
            return found(Finding.DEAD, "connected, but no quote for " + timeouts.dataMs() + " ms");
        }
        if (!renewing && overdue(nowNs, openedNs, timeouts.renewMs())) {
            renewing = true;
            return found(Finding.RENEWAL_DUE, "open for " + timeouts.renewMs() + " ms");
        }
        if (!stale && overdue(nowNs, lastQuoteNs, timeouts.staleMs())) {
            stale = true;
            return found(Finding.STALE, "no quote for " + timeouts.staleMs() + " ms");
        }
        if (!pinged && overdue(nowNs, lastFrameNs, timeouts.pingAfterMs())) {
            pinged = true;
            pingedNs = nowNs;
            return Finding.PING_DUE;
        }
        return Finding.FINE;
    }

    /** Why the last finding was made. */
    String reason() {
        return reason;
    }

    private Finding found(Finding finding, String why) {
        reason = why;
        return finding;
    }

    private static boolean overdue(long nowNs, long sinceNs, long limitMs) {
        return nowNs - sinceNs >= TimeUnit.MILLISECONDS.toNanos(limitMs);
    }
}
