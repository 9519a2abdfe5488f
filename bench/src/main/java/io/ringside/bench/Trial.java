package io.ringside.bench;

import io.ringside.bench.frame.TickFrames;
import io.ringside.bench.measure.Arrivals;
import io.ringside.bench.measure.Load;
import io.ringside.bench.measure.Measurement;
import io.ringside.bench.measure.Meter;
import io.ringside.bench.measure.Percentiles;
import io.ringside.bench.wire.TickSender;
import io.ringside.bench.wire.TickServer;
import io.ringside.bench.wire.Wire;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;

/**
 * One contender under one load, from connecting to closing.
 *
 * <p><em>Threading:</em> {@link #run} on the rig's main thread; starts and ends the sender's thread. Bounded by the
 * load, plus ten seconds each for connecting and for frames still on the way.
 */
final class Trial {

    private static final long TIMEOUT_NS = TimeUnit.SECONDS.toNanos(10);
    private static final long SETTLE_NS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final long POLL_NS = TimeUnit.MILLISECONDS.toNanos(1);

    private final Contender contender;
    private final Load load;
    private final TickSender sender;
    private final Arrivals arrivals = new Arrivals();
    private final CompletableFuture<Long> origin = new CompletableFuture<>();
    private final CompletableFuture<Void> arrived = new CompletableFuture<>();
    private final CountDownLatch contenderClosed = new CountDownLatch(1);
    private final Meter meter = new Meter();

    Trial(Contender contender, Load load) {
        this.contender = contender;
        this.load = load;
        this.sender = new TickSender(load);
    }

    Measurement run() throws Exception {
        try (TickServer server = new TickServer(0, contender.serverTls())) {
            Thread sending = new Thread(() -> serve(server), "sender");
            sending.setDaemon(true);
            sending.start();
            contender.start(server.port(), arrivals);
            long originNs = origin.get(TIMEOUT_NS, TimeUnit.NANOSECONDS);
            waitUntil(originNs + load.warmUpNs());
            Meter.Reading before = meter.read(sending, arrivals);
            waitUntil(originNs + load.totalNs());
            Meter.Reading after = meter.read(sending, arrivals);
            arrived.get(2 * TIMEOUT_NS, TimeUnit.NANOSECONDS);
            contender.close();
            contenderClosed.countDown();
            return measurement(before, after);
        } catch (ExecutionException | TimeoutException failure) {
            throw new IllegalStateException(contender.name() + " failed under " + load.text() + " after "
                + arrivals.count() + " frames", failure);
        } finally {
            contender.close();
            contenderClosed.countDown();
        }
    }

    /** Runs on the sender's thread. The contender closes the connection first, so that it does not reconnect. */
    private void serve(TickServer server) {
        try (Wire client = server.accept()) {
            LockSupport.parkNanos(SETTLE_NS);
            long originNs = System.nanoTime();
            if (!load.isFlood()) {
                arrivals.recordFrom(TickFrames.FIRST_UPDATE_ID + load.warmUpNs(), originNs);
            }
            origin.complete(originNs);
            sender.send(client, originNs);
            awaitCount();
            arrived.complete(null);
            contenderClosed.await();
        } catch (IOException failure) {
            origin.completeExceptionally(failure);
            arrived.completeExceptionally(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitCount() {
        long deadlineNs = System.nanoTime() + TIMEOUT_NS;
        while (arrivals.count() < sender.sent() && deadlineNs - System.nanoTime() > 0) {
            LockSupport.parkNanos(POLL_NS);
        }
    }

    private Measurement measurement(Meter.Reading before, Meter.Reading after) {
        long frames = Math.max(1, after.frames() - before.frames());
        double perSecond = load.isFlood()
            ? frames * (double) TimeUnit.SECONDS.toNanos(1) / (after.timeNs() - before.timeNs())
            : sender.achievedPerSecond();
        return new Measurement(contender.name(), load, perSecond, Percentiles.of(arrivals.latencies()),
            sender.medianLatenessNs() / 1_000.0, (after.cpuNs() - before.cpuNs()) / 1_000.0 / frames,
            after.allocatedSince(before) / (double) frames, sender.sent() - arrivals.count());
    }

    private static void waitUntil(long timeNs) {
        long leftNs = timeNs - System.nanoTime();
        while (leftNs > 0) {
            LockSupport.parkNanos(leftNs);
            leftNs = timeNs - System.nanoTime();
        }
    }
}
