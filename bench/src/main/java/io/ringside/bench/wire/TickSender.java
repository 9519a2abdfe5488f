package io.ringside.bench.wire;

import io.ringside.bench.frame.TickFrames;
import io.ringside.bench.measure.Load;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;

/**
 * Sends one load to one client. Paced frames carry their intended send time. A sender that is late, or blocked by the
 * client, makes its frames older and skips none, so there is no coordinated omission.
 *
 * <p><em>Threading:</em> {@link #send} on the sender's thread; the rest may be read when it has returned.
 */
public final class TickSender {

    private static final long HIGHEST_NS = TimeUnit.MINUTES.toNanos(1);

    /** A sleeping thread wakes up late by about this much, or more. */
    private static final long LATE_NS = 80_000;

    private final Load load;
    /** The end of each wait is spun, so that frames leave on time; 0 at rates at which that would burn a core. */
    private final long spunNs;
    private final TickFrames frames = new TickFrames();
    private final Histogram lateness = new Histogram(HIGHEST_NS, 2);
    private long sent;
    private long durationNs;

    public TickSender(Load load) {
        this.load = load;
        this.spunNs = !load.isFlood() && load.offsetNs(1) > 2 * LATE_NS ? LATE_NS : 0;
    }

    /** Sends the whole load; {@code originNs} is the intended send time of the first frame. */
    public void send(Wire client, long originNs) throws IOException {
        if (load.isFlood()) {
            flood(client, originNs);
        } else {
            pace(client, originNs);
        }
        durationNs = System.nanoTime() - originNs;
    }

    public long sent() {
        return sent;
    }

    /** Frames per second over the whole load. */
    public double achievedPerSecond() {
        return sent * (double) TimeUnit.SECONDS.toNanos(1) / durationNs;
    }

    /** How late the median frame was handed to the operating system; 0 in a flood. */
    public long medianLatenessNs() {
        return lateness.getTotalCount() == 0 ? 0 : lateness.getValueAtPercentile(50);
    }

    private void flood(Wire client, long originNs) throws IOException {
        while (System.nanoTime() - originNs < load.totalNs()) {
            while (client.hasRoom()) {
                frames.append(client.frame(), TickFrames.FIRST_UPDATE_ID + sent++);
                client.endFrame();
            }
            client.flush();
        }
    }

    private void pace(Wire client, long originNs) throws IOException {
        while (load.offsetNs(sent) < load.totalNs()) {
            long sinceOriginNs = System.nanoTime() - originNs;
            long waitNs = load.offsetNs(sent) - sinceOriginNs;
            if (waitNs > 0) {
                pause(waitNs);
            } else {
                appendDue(client, sinceOriginNs);
                client.flush();
            }
        }
    }

    private void pause(long waitNs) {
        if (waitNs > spunNs) {
            LockSupport.parkNanos(waitNs - spunNs);
        } else {
            Thread.onSpinWait();
        }
    }

    private void appendDue(Wire client, long sinceOriginNs) throws IOException {
        long offsetNs = load.offsetNs(sent);
        while (offsetNs <= sinceOriginNs && offsetNs < load.totalNs() && client.hasRoom()) {
            frames.append(client.frame(), TickFrames.FIRST_UPDATE_ID + offsetNs);
            client.endFrame();
            lateness.recordValue(Math.min(sinceOriginNs - offsetNs, HIGHEST_NS));
            sent++;
            offsetNs = load.offsetNs(sent);
        }
    }
}
