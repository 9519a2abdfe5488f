package io.ringside.feed.session;

import java.util.concurrent.TimeUnit;

/**
 * The two watchdogs of a session: one for frames of any kind, one for quotes. Reads no clock: times are passed in.
 *
 * <p><em>Threading:</em> the feed's thread.
 */
final class SessionWatch {

    /** What is due, worst first. */
    enum Finding { DEAD, RENEWAL_DUE, STALE, PING_DUE, FINE }

    private final FeedTimeouts timeouts;
    private final long pingEveryMs;
    private final long openedNs;
    private long heardNs;
    private long quotedNs;
    private long askedNs;
    private long pingedNs;
    private boolean awaitingAnswer;
    private boolean stale;
    private boolean renewing;
    private String reason = "";

    /**
     * @param pingEveryMs also ping at this interval while the venue is not silent; 0 for never
     */
    SessionWatch(FeedTimeouts timeouts, long pingEveryMs, long openedNs) {
        this.timeouts = timeouts;
        this.pingEveryMs = pingEveryMs;
        this.openedNs = openedNs;
        this.heardNs = openedNs;
        this.quotedNs = openedNs;
        this.pingedNs = openedNs;
    }

    /**
     * Each finding except FINE and DEAD is reported once until its cause is gone.
     *
     * @param lastHeardNs  when the last bytes of any kind arrived
     * @param lastQuotedNs when the last quote arrived
     */
    Finding check(long nowNs, long lastHeardNs, long lastQuotedNs) {
        if (lastHeardNs != heardNs) {
            heardNs = lastHeardNs;
            awaitingAnswer = false;
        }
        if (lastQuotedNs != quotedNs) {
            quotedNs = lastQuotedNs;
            stale = false;
        }
        if (overdue(nowNs, heardNs, timeouts.frameMs())) {
            return found(Finding.DEAD, "no frame of any kind for " + timeouts.frameMs() + " ms");
        }
        if (awaitingAnswer && overdue(nowNs, askedNs, timeouts.pongMs())) {
            return found(Finding.DEAD, "ping not answered for " + timeouts.pongMs() + " ms");
        }
        if (overdue(nowNs, quotedNs, timeouts.dataMs())) {
            return found(Finding.DEAD, "connected, but no quote for " + timeouts.dataMs() + " ms");
        }
        if (!renewing && overdue(nowNs, openedNs, timeouts.renewMs())) {
            renewing = true;
            return found(Finding.RENEWAL_DUE, "open for " + timeouts.renewMs() + " ms");
        }
        if (!stale && overdue(nowNs, quotedNs, timeouts.staleMs())) {
            stale = true;
            return found(Finding.STALE, "no quote for " + timeouts.staleMs() + " ms");
        }
        return isPingDue(nowNs) ? Finding.PING_DUE : Finding.FINE;
    }

    /** Why the last finding was made. */
    String reason() {
        return reason;
    }

    private boolean isPingDue(long nowNs) {
        if (!awaitingAnswer && overdue(nowNs, heardNs, timeouts.pingAfterMs())) {
            awaitingAnswer = true;
            askedNs = nowNs;
            pingedNs = nowNs;
            return true;
        }
        if (pingEveryMs > 0 && overdue(nowNs, pingedNs, pingEveryMs)) {
            pingedNs = nowNs;
            return true;
        }
        return false;
    }

    private Finding found(Finding finding, String why) {
        reason = why;
        return finding;
    }

    private static boolean overdue(long nowNs, long sinceNs, long limitMs) {
        return nowNs - sinceNs >= TimeUnit.MILLISECONDS.toNanos(limitMs);
    }
}
