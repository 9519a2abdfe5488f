package io.ringside.core.ring;

import io.ringside.core.runtime.Counter;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Watches the ring from outside the consumer, so that it reports even when the consumer is stuck. Alerts when the ring
 * is three quarters full, when it has fallen below one quarter again, and when the consumer has not moved for five
 * seconds although events wait; a backlog is reported at its third sample. Each alert names the handler that was seen
 * running most often. Alerts of one kind are at least a minute apart; each is followed by exactly one all-clear.
 *
 * <p><em>Threading:</em> the timer thread calls {@link #sample}.
 */
public final class RingMonitor {

    private static final long STALL_NS = TimeUnit.SECONDS.toNanos(5);

    /**
     * A backlog that is gone before so many samples is counted, not reported: a single sample could name any handler.
     */
    private static final int TELLING_SAMPLES = 3;

    private static final long NOT_SAMPLED = Long.MIN_VALUE;

    private final EventRing ring;
    private final Supplier<String> runningHandler;
    private final LongSupplier nanoClock;
    private final Consumer<String> alerts;
    private final Counter backUps;
    private final HandlerSamples samples = new HandlerSamples();
    private final Trouble backUp = new Trouble();
    private final Trouble standstill = new Trouble();
    private long handledSequence = NOT_SAMPLED;
    private long movedNs;
    private int backUpSamples;

    /**
     * @param runningHandler name of the handler running now, or null between handlers
     * @param alerts         takes one line of text; must not wait
     * @param backUps        counts how often the ring became three quarters full
     */
    public RingMonitor(EventRing ring, Supplier<String> runningHandler, LongSupplier nanoClock,
                       Consumer<String> alerts, Counter backUps) {
        this.ring = ring;
        this.runningHandler = runningHandler;
        this.nanoClock = nanoClock;
        this.alerts = alerts;
        this.backUps = backUps;
    }

    public void sample() {
        long nowNs = nanoClock.getAsLong();
        long backlog = ring.backlog();
        samples.add(backlog > 0 ? runningHandler.get() : null);
        watchFill(nowNs, backlog);
        watchProgress(nowNs, backlog);
    }

    private void watchFill(long nowNs, long backlog) {
        if (!backUp.lasts() && backlog * 4 >= ring.slots() * 3L) {
            backUp.begin();
            backUps.increment();
            backUpSamples = 0;
        } else if (backUp.lasts() && backlog * 4 < ring.slots() && backUp.end()) {
            alerts.accept("✓ ring recovered: " + backlog + " of " + ring.slots() + " slots wait");
        }
        if (backUp.lasts() && ++backUpSamples >= TELLING_SAMPLES && backUp.shouldTell(nowNs)) {
            alerts.accept("⚠ ring backs up: " + backlog + " of " + ring.slots()
                + " slots wait, slowest handler: " + samples.mostSeen());
        }
    }

    private void watchProgress(long nowNs, long backlog) {
        long handled = ring.handledSequence();
        if (handled != handledSequence || backlog == 0) {
            handledSequence = handled;
            movedNs = nowNs;
            if (standstill.end()) {
                alerts.accept("✓ ring moves again at sequence " + handled);
            }
        } else if (nowNs - movedNs >= STALL_NS) {
            standstill.begin();
        }
        if (standstill.shouldTell(nowNs)) {
            alerts.accept("⚠ ring stands still at sequence " + handled + " for "
                + TimeUnit.NANOSECONDS.toSeconds(nowNs - movedNs) + " s, " + backlog
                + " events wait, handler at work: " + samples.mostSeen());
        }
    }
}
