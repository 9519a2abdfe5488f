package io.ringside.telegram.send;

import io.ringside.core.command.Reply;
import io.ringside.core.command.ReplySink;
import io.ringside.core.event.Origin;
import io.ringside.core.runtime.Counters;
import io.ringside.core.runtime.OutOfMemory;
import io.ringside.core.runtime.ThreadNames;
import io.ringside.telegram.api.TelegramApi;
import io.ringside.telegram.api.TelegramConfig;
import io.ringside.telegram.api.Timing;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Outbound to Telegram: takes replies without waiting and sends them in the order of their priority, paced below
 * Telegram's limits.
 *
 * <p><em>Threading:</em> {@link #offer} from any thread, the ring's included: it takes no lock. {@link #start()} and
 * {@link #close()} from the owner's; sends on the send thread.
 *
 * <p>Holds {@value #CAPACITY} replies. Full: an answer pushes out the oldest of the less important replies once the
 * call under way has ended; without any of those it is rejected. Failing: what surely was not sent is sent again,
 * everything else is counted and dropped; alerts expire after 5 minutes. Closed: every offer is rejected.
 */
public final class Outbox implements ReplySink, AutoCloseable {

    static final int CAPACITY = 256;

    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
    private static final long FLUSH_TIMEOUT_MS = 2_000;
    private static final long END_TIMEOUT_MS = 1_000;

    private final TelegramApi api;
    private final SendQueue queue;
    private final Delivery delivery;
    private final LongSupplier nanoClock;
    private final long flushTimeoutMs;
    private volatile boolean closing;
    private volatile boolean stopped;
    private Thread thread;

    public Outbox(TelegramConfig config, Counters counters) {
        this(TelegramApi.forSending(config), Timing.system(), counters, FLUSH_TIMEOUT_MS);
    }

    Outbox(TelegramApi api, Timing timing, Counters counters, long flushTimeoutMs) {
        this.api = api;
        this.nanoClock = timing.nanoClock();
        this.flushTimeoutMs = flushTimeoutMs;
        this.queue = new SendQueue(CAPACITY, counters);
        this.delivery = new Delivery(api, queue, timing, counters);
    }

    /** Once only; returns at once. Replies offered earlier are kept. */
    public void start() {
        thread = ThreadNames.factory(ThreadNames.TG_SEND).newThread(this::run);
        thread.start();
    }

    /** Never waits. Rejects what Telegram would reject: a reply to another channel, or one without text. */
    @Override
    public boolean offer(Reply reply) {
        OutgoingMessage message = OutgoingMessage.of(reply, nanoClock.getAsLong());
        if (reply.to().channel() != Origin.Channel.TELEGRAM || message.rest().isEmpty()) {
            return queue.reject();
        }
        return queue.offer(message);
    }

    /** Sends what waits, most important first, for at most 2 s, then cancels a call in progress. Idempotent. */
    @Override
    public void close() {
        closing = true;
        queue.close();
        if (thread != null) {
            joinThread(flushTimeoutMs);
            stopped = true;
            api.cancel();
            queue.wake();
            joinThread(END_TIMEOUT_MS);
        }
        int left = queue.size();
        if (left > 0) {
            LOG.warn("outbox closed with {} replies not sent", left);
        }
        api.close();
    }

    private void run() {
        try {
            while (!stopped && !(closing && queue.size() == 0)) {
                long waitNs = step();
                if (waitNs > 0) {
                    queue.await(waitNs);
                }
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } catch (Error failure) {
            queue.close();
            LOG.error("the send thread ended, further replies are rejected", failure);
            OutOfMemory.escalate(failure);
        }
    }

    /** A bug in sending one reply must not silence all others; that reply has left the queue. */
    private long step() {
        try {
            return delivery.step();
        } catch (RuntimeException failure) {
            LOG.error("a reply could not be sent and is dropped", failure);
            return 0;
        }
    }

    private void joinThread(long timeoutMs) {
        try {
            thread.join(timeoutMs);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
