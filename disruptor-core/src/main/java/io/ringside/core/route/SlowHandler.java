package io.ringside.core.route;

import io.ringside.core.event.EventType;
import io.ringside.core.event.PipelineEvent;
import io.ringside.core.ring.ConflatingPublisher;
import io.ringside.core.ring.EventRing;
import io.ringside.core.ring.RingConfig;
import io.ringside.core.runtime.Counter;
import io.ringside.core.runtime.Counters;
import io.ringside.core.runtime.RateLimitedLog;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hand-over to slow handlers (printing, files, a database): a small ring with a thread and a router of their own, so
 * that they never delay the others. When it is full, ticks are conflated to the newest per symbol, timers are skipped,
 * and anything else is rejected, counted and logged.
 *
 * <p><em>Threading:</em> {@link #attachTo} while wiring; events are handed over on the ring thread, which never waits;
 * the handlers of {@code slow} run on this object's thread and see its sequences, not the first ring's.
 */
public final class SlowHandler implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SlowHandler.class);

    private final RingConfig config;
    private final Router slow;
    private final EventRing ring;
    private final ConflatingPublisher ticks;
    private final Counter rejected;
    private final RateLimitedLog rejectedLog;

    /**
     * @param slow    routes to the slow handlers; subscribe them before {@link #attachTo}
     * @param symbols number of symbols, for the newest tick of each
     * @param onDeath as in {@link EventRing}
     */
    public SlowHandler(RingConfig config, Router slow, int symbols, Counters counters, LongSupplier nanoClock,
                       Consumer<Throwable> onDeath) {
        this.config = config;
        this.slow = slow;
        this.ring = new EventRing(config, slow, onDeath);
        this.ticks =
            new ConflatingPublisher(ring, symbols, counters.counter(config.threadName() + " ticks conflated"));
        this.rejected = counters.counter(config.threadName() + " events rejected");
        this.rejectedLog = new RateLimitedLog(nanoClock);
    }

    /** Subscribes to what the slow handlers take, and to the timer, which flushes waiting ticks. */
    public SlowHandler attachTo(Router fast) {
        for (EventType type : EventType.values()) {
            if (slow.handles(type) || type == EventType.TIMER) {
                fast.subscribe(type, config.threadName(), this::handOver);
            }
        }
        return this;
    }

    public void start() {
        ring.start();
    }

    /** Lets the slow handlers finish, at most the configured drain timeout. */
    @Override
    public void close() {
        ring.close();
    }

    private void handOver(PipelineEvent event, long sequence) {
        boolean handedOver = switch (event.type()) {
            case TICK -> conflate(event);
            case TIMER -> moveOn(event);
            case COMMAND, ORDER_ACK, FEED_STATE, RULES -> ring.tryPublish(event);
        };
        if (!handedOver) {
            reject(event, sequence);
        }
    }

    private boolean conflate(PipelineEvent event) {
        ticks.publish(event, event.tick().symbolId());
        return true;
    }

    /** A timer is skipped while ticks wait, and when the ring is full: another follows. */
    private boolean moveOn(PipelineEvent timer) {
        if (ticks.flush() && slow.handles(EventType.TIMER)) {
            ring.tryPublish(timer);
        }
        return true;
    }

    private void reject(PipelineEvent event, long sequence) {
        rejected.increment();
        if (rejectedLog.permits()) {
            LOG.warn("{} is full: {} at sequence {} not handed over ({} not logged before)",
                config.threadName(), event.type(), sequence, rejectedLog.leftOut());
        }
    }
}
