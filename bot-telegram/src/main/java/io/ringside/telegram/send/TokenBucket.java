package io.ringside.telegram.send;

/**
 * Permits one event per interval on average, and a burst after a quiet time. In any span of {@code n} intervals at most
 * {@code burst + n} events pass.
 *
 * <p><em>Threading:</em> one thread.
 */
final class TokenBucket {

    private final long burstNs;
    private final long intervalNs;
    private long nextNs;

    TokenBucket(int burst, long intervalNs, long nowNs) {
        this.burstNs = (burst - 1) * intervalNs;
        this.intervalNs = intervalNs;
        this.nextNs = nowNs;
    }

    /** How long until an event may pass; 0 or less when it may now. */
    long waitNs(long nowNs) {
        return nextNs - burstNs - nowNs;
    }

    void take(long nowNs) {
        nextNs = (nextNs - nowNs > 0 ? nextNs : nowNs) + intervalNs;
    }
}
