package io.ringside.feed.connect;

import io.ringside.core.runtime.ThreadNames;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BiConsumer;

/**
 * Resolves host names off the event loop, which a slow name server must not block. Every connection resolves again and
 * takes the next of the host's addresses, so that one dead address does not keep the feed down.
 *
 * <p><em>Threading:</em> the feed's thread asks and is answered; the look-up has a thread of its own.
 */
final class HostResolver implements AutoCloseable {

    private final ExecutorService lookups =
        Executors.newSingleThreadExecutor(ThreadNames.factory(ThreadNames.FEED_DNS));
    private final Executor feed;
    private int turn;

    HostResolver(Executor feed) {
        this.feed = feed;
    }

    /** Answers on the feed's thread with an address or with a failure, the other being null. */
    void resolve(String host, int port, BiConsumer<InetSocketAddress, UnknownHostException> answer) {
        int offset = turn++;
        lookups.execute(() -> {
            try {
                InetAddress[] addresses = InetAddress.getAllByName(host);
                InetAddress address = addresses[Math.floorMod(offset, addresses.length)];
                answer(() -> answer.accept(new InetSocketAddress(address, port), null));
            } catch (UnknownHostException unknown) {
                answer(() -> answer.accept(null, unknown));
            }
        });
    }

    private void answer(Runnable task) {
        try {
            feed.execute(task);
        } catch (RejectedExecutionException expected) {
            // the feed has closed during the look-up
        }
    }

    @Override
    public void close() {
        lookups.shutdownNow();
    }
}
