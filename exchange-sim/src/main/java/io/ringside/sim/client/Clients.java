package io.ringside.sim.client;

import io.netty.buffer.Unpooled;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.EventExecutor;
import io.ringside.sim.control.Faults;
import io.ringside.sim.quote.QuoteMessage;
import io.ringside.sim.quote.QuoteOutlet;
import io.ringside.sim.quote.QuoteSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * All clients that completed the handshake, and the outlet of the quote source. Starts the source when the first of
 * them has subscribed to something.
 *
 * <p><em>Threading:</em> the exchange's event loop.
 */
public final class Clients implements QuoteOutlet, ClientSession.Listener {

    private final EventLoop loop;
    private final QuoteSource source;
    private final Faults faults;
    private final Set<ClientSession> sessions = new LinkedHashSet<>();
    private boolean sourceStarted;

    public Clients(EventLoop loop, QuoteSource source, Faults faults) {
        this.loop = loop;
        this.source = source;
        this.faults = faults;
    }

    void add(ClientSession session) {
        sessions.add(session);
        onChanged();
    }

    @Override
    public void onGone(ClientSession session) {
        sessions.remove(session);
        onChanged();
    }

    public List<ClientSession> all() {
        return List.copyOf(sessions);
    }

    @Override
    public boolean isStalled() {
        return faults.isStalled();
    }

    @Override
    public void onChanged() {
        if (sourceStarted) {
            source.onOutletChanged();
        } else if (sessions.stream().anyMatch(ClientSession::isListening)) {
            sourceStarted = true;
            source.start(this);
        }
    }

    @Override
    public EventExecutor executor() {
        return loop;
    }

    @Override
    public boolean isWanted(String stream) {
        for (ClientSession session : sessions) {
            if (session.wants(stream)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean isReady() {
        boolean someone = false;
        for (ClientSession session : sessions) {
            if (session.isListening()) {
                someone = true;
                if (!session.channel().isWritable()) {
                    return false;
                }
            }
        }
        return someone && !faults.isStalled();
    }

    @Override
    public int write(QuoteMessage message) {
        if (faults.isStalled()) {
            return 0;
        }
        int written = 0;
        for (ClientSession session : sessions) {
            if (session.wants(message.stream()) && session.channel().isWritable()) {
                session.write(message);
                written++;
            }
        }
        return written;
    }

    /** Over a copy: a flush that finds its client gone may remove it. */
    @Override
    public void flush() {
        for (ClientSession session : all()) {
            session.channel().flush();
        }
    }

    @Override
    public void afterSent(Runnable task) {
        List<ClientSession> pending = new ArrayList<>(sessions);
        if (pending.isEmpty()) {
            task.run();
        }
        for (ClientSession session : all()) {
            session.channel().writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(sent -> {
                pending.remove(session);
                if (pending.isEmpty()) {
                    task.run();
                }
            });
        }
    }
}
