package io.ringside.core.route;

import com.lmax.disruptor.EventHandler;
import io.ringside.core.event.EventType;
import io.ringside.core.event.PipelineEvent;
import io.ringside.core.runtime.Counter;
import io.ringside.core.runtime.RateLimitedLog;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one event handler of the ring: hands each event to the handlers of its type, in the order in which they were
 * subscribed. A handler that throws is counted and logged with type and sequence; the others still see the event. An
 * {@link Error} is not caught: it ends the consumer.
 *
 * <p><em>Threading:</em> subscribe while wiring, before the ring starts; then it belongs to the ring thread.
 * {@link #runningHandler()} may be asked from any thread. Routing allocates nothing.
 */
public final class Router implements EventHandler<PipelineEvent> {

    private static final Logger LOG = LoggerFactory.getLogger(Router.class);

    private final LongSupplier nanoClock;
    private final Counter failures;
    private final Subscription[][] byType = new Subscription[EventType.COUNT][0];
    private final AtomicReference<Subscription> running = new AtomicReference<>();
    private long firstSequence;
    private boolean started;

    /**
     * @param nanoClock limits how often failures are logged; asked only when a handler throws
     * @param failures  counts the exceptions of handlers
     */
    public Router(LongSupplier nanoClock, Counter failures) {
        this.nanoClock = nanoClock;
        this.failures = failures;
    }

    public Router onTick(String name, TickHandler handler) {
        return subscribe(EventType.TICK, name, (event, sequence) -> handler.onTick(event.tick(), sequence));
    }

    public Router onCommand(String name, CommandHandler handler) {
        return subscribe(EventType.COMMAND, name, (event, sequence) -> handler.onCommand(event.command(), sequence));
    }

    public Router onOrderAck(String name, OrderAckHandler handler) {
        return subscribe(EventType.ORDER_ACK, name,
            (event, sequence) -> handler.onOrderAck(event.orderAck(), sequence));
    }

    public Router onFeedState(String name, FeedStateHandler handler) {
        return subscribe(EventType.FEED_STATE, name,
            (event, sequence) -> handler.onFeedState(event.feedState(), sequence));
    }

    public Router onTimer(String name, TimerHandler handler) {
        return subscribe(EventType.TIMER, name,
            (event, sequence) -> handler.onTimer(event.timer().epochNs(), sequence));
    }

    public Router onRules(String name, RulesHandler handler) {
        return subscribe(EventType.RULES, name, (event, sequence) -> handler.onRules(event.rules(), sequence));
    }

    /**
     * Handlers see sequences from this one on: a ring counts from 0 at each start, but sequences in replies and in the
     * journal must stay valid after a restart.
     */
    public void countFrom(long sequence) {
        firstSequence = sequence;
    }

    /** Subscribes to one type of event, for handlers that copy or forward events whole. */
    public Router subscribe(EventType type, String name, EventListener listener) {
        if (started) {
            throw new IllegalStateException("cannot subscribe " + name + ": the ring has already started");
        }
        Subscription[] before = byType[type.code()];
        Subscription[] after = Arrays.copyOf(before, before.length + 1);
        after[before.length] = new Subscription(name, listener, new RateLimitedLog(nanoClock));
        byType[type.code()] = after;
        return this;
    }

    /** Subscribes to every type of event. */
    public Router onEvery(String name, EventListener listener) {
        for (EventType type : EventType.values()) {
            subscribe(type, name, listener);
        }
        return this;
    }

    /** Names of the handlers of that type of event, in the order in which they are called. */
    public List<String> handlerNames(EventType type) {
        return Arrays.stream(byType[type.code()]).map(Subscription::name).toList();
    }

    /** True when some handler takes events of that type. */
    boolean handles(EventType type) {
        return byType[type.code()].length > 0;
    }

    /** Name of the handler running at this moment, null when there is none. */
    public String runningHandler() {
        Subscription subscription = running.getOpaque();
        return subscription == null ? null : subscription.name();
    }

    @Override
    public void onStart() {
        started = true;
    }

    @Override
    public void onEvent(PipelineEvent event, long ringSequence, boolean endOfBatch) {
        long sequence = firstSequence + ringSequence;
        for (Subscription subscription : byType[event.typeCode()]) {
            running.setOpaque(subscription);
            try {
                subscription.listener().onEvent(event, sequence);
            } catch (Exception failure) {
                failures.increment();
                subscription.onFailure(event, sequence, failure);
            }
        }
        running.setOpaque(null);
    }

    /** One handler's place in the order, and how its failures are logged. */
    private record Subscription(String name, EventListener listener, RateLimitedLog failureLog) {

        void onFailure(PipelineEvent event, long sequence, Exception failure) {
            if (failureLog.permits()) {
                LOG.error("handler {} failed on {} at sequence {}, the ring goes on ({} failures not logged before)",
                    name, event.type(), sequence, failureLog.leftOut(), failure);
            }
        }
    }
}
