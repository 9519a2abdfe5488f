package io.ringside.feed;

import io.netty.channel.EventLoop;
import io.ringside.core.event.FeedStatus;
import io.ringside.core.runtime.Backoff;
import io.ringside.core.runtime.Counter;
import io.ringside.feed.connect.ConnectBudget;
import io.ringside.feed.session.FeedSession;
import io.ringside.feed.tick.TickPublisher;
import io.ringside.feed.venue.StreamPlan;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one set of streams connected: the only place that decides to connect. There is one live session, and for a
 * renewal a second one beside it until all its streams are subscribed and its quotes flow; duplicates are dropped by
 * update id.
 *
 * <p><em>Threading:</em> the feed's event loop.
 */
final class FeedConnection implements FeedSession.Owner {

    /** Makes sessions. */
    interface Sessions {

        /** A new session that is connecting; its owner is not called before this returns. */
        FeedSession open(StreamPlan plan, FeedSession.Owner owner);
    }

    private static final Logger LOG = LoggerFactory.getLogger(FeedConnection.class);

    private final int number;
    private final StreamPlan plan;
    private final Sessions sessions;
    private final TickPublisher publisher;
    private final ConnectBudget budget;
    private final Backoff backoff;
    private final EventLoop loop;
    private final Counter losses;
    private FeedSession live;
    private FeedSession successor;
    private FeedStatus status = FeedStatus.DOWN;
    private boolean connectScheduled;
    private boolean closed;

    /**
     * @param number unique in the process
     * @param losses counts connections that ended without being closed by us
     */
    FeedConnection(int number, StreamPlan plan, Sessions sessions, TickPublisher publisher, ConnectBudget budget,
                   Backoff backoff, EventLoop loop, Counter losses) {
        this.number = number;
        this.plan = plan;
        this.sessions = sessions;
        this.publisher = publisher;
        this.budget = budget;
        this.backoff = backoff;
        this.loop = loop;
        this.losses = losses;
    }

    /** Connects when the budget allows: as the live session, or as its successor beside it. */
    void connect() {
        connectScheduled = false;
        if (closed || successor != null) {
            return;
        }
        long delayMs = budget.takeOrDelayMs();
        if (delayMs > 0) {
            LOG.warn("feed connection {} waits {} ms: too many attempts", number, delayMs);
            scheduleConnect(delayMs);
            return;
        }
        FeedSession session = sessions.open(plan, this);
        if (live == null) {
            live = session;
            forgetUpdateIds();
        } else {
            successor = session;
        }
    }

    /** Both sessions as they are now: what one of them reads may make the other one the live one. */
    void resume() {
        FeedSession first = live;
        FeedSession second = successor;
        if (first != null) {
            first.resume();
        }
        if (second != null) {
            second.resume();
        }
    }

    void close() {
        closed = true;
        if (successor != null) {
            successor.close("the feed closes");
        }
        if (live != null) {
            live.close("the feed closes");
        }
    }

    @Override
    public boolean onQuote(FeedSession session) {
        if (session == successor) {
            if (!session.isSubscribed()) {
                return false;
            }
            FeedSession old = live;
            live = successor;
            successor = null;
            LOG.info("feed connection {} renewed", number);
            old.close("renewed");
        }
        backoff.reset();
        LOG.info("feed connection {} is up: quotes flow", number);
        change(FeedStatus.UP, "quotes flow");
        return true;
    }

    @Override
    public void onStale(FeedSession session, String reason) {
        if (session == live) {
            LOG.warn("feed connection {} is stale: {}", number, reason);
            change(FeedStatus.STALE, reason);
        }
    }

    @Override
    public void onRenewalDue(FeedSession session, String reason) {
        if (session == live && successor == null && !connectScheduled) {
            LOG.info("feed connection {} will be renewed: {}", number, reason);
            connect();
        }
    }

    @Override
    public void onEnded(FeedSession session, String reason, long minDelayMs) {
        if (session == successor) {
            successor = null;
            retry("renewal failed: " + reason, minDelayMs);
        } else if (session == live) {
            live = successor;
            successor = null;
            forgetUpdateIds();
            if (!closed) {
                losses.increment();
            }
            change(FeedStatus.DOWN, reason);
            if (live == null) {
                retry("down: " + reason, minDelayMs);
            }
        }
    }

    private void forgetUpdateIds() {
        plan.symbolIds().forEach(publisher::forgetUpdateId);
    }

    private void retry(String what, long minDelayMs) {
        if (closed) {
            return;
        }
        long delayMs = Math.max(backoff.nextDelayMs(), minDelayMs);
        LOG.warn("feed connection {} {}; next try in {} ms", number, what, delayMs);
        scheduleConnect(delayMs);
    }

    private void scheduleConnect(long delayMs) {
        if (!connectScheduled) {
            connectScheduled = true;
            loop.schedule(this::connect, delayMs, TimeUnit.MILLISECONDS);
        }
    }

    private void change(FeedStatus newStatus, String reason) {
        boolean repeatedUp = newStatus == status && newStatus != FeedStatus.DOWN;
        status = newStatus;
        if (!repeatedUp) {
            publisher.onState(number, newStatus, reason);
        }
    }
}
