package io.ringside.sim.quote;

import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.util.concurrent.EventExecutor;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Notes what a source writes; its event loop runs nothing by itself. */
final class RecordingOutlet implements QuoteOutlet {

    private final EmbeddedChannel channel = new EmbeddedChannel();
    private final Set<String> wanted = new HashSet<>();
    private final List<String> written = new ArrayList<>();
    private int unflushed;

    void want(String stream) {
        wanted.add(stream);
    }

    List<String> written() {
        return written;
    }

    int unflushed() {
        return unflushed;
    }

    @Override
    public EventExecutor executor() {
        return channel.eventLoop();
    }

    @Override
    public boolean isWanted(String stream) {
        return wanted.contains(stream);
    }

    @Override
    public boolean isReady() {
        return true;
    }

    @Override
    public int write(QuoteMessage message) {
        written.add(message.text());
        unflushed++;
        return 1;
    }

    @Override
    public void flush() {
        unflushed = 0;
    }

    @Override
    public void afterSent(Runnable task) {
        task.run();
    }
}
