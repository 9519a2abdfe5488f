package io.ringside.pipeline.terminal;

import io.ringside.core.command.Reply;
import io.ringside.core.command.ReplySink;
import io.ringside.core.runtime.Counter;
import io.ringside.core.runtime.Counters;
import io.ringside.core.runtime.ThreadNames;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Prints lines, in the order in which they are offered, on a thread of its own: a terminal that is slow or stopped must
 * not hold up whoever speaks. Up to 1,024 texts wait; more are given up and counted.
 *
 * <p><em>Threading:</em> {@link #offer} and {@link #print} from any thread, the ring's included: they never wait.
 */
public final class Terminal implements ReplySink, AutoCloseable {

    private static final int MOST_WAITING = 1_024;
    private static final long CLOSE_TIMEOUT_MS = 500;

    private final Consumer<String> printer;
    private final BlockingQueue<String> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final Counter givenUp;
    private final Thread thread = ThreadNames.factory(ThreadNames.CONSOLE_OUT).newThread(this::run);
    private volatile boolean closed;

    public Terminal(Consumer<String> printer, Counters counters) {
        this.printer = printer;
        this.givenUp = counters.counter("console lines given up");
    }

    public void start() {
        thread.start();
    }

    @Override
    public boolean offer(Reply reply) {
        return print(reply.text());
    }

    public boolean print(String text) {
        boolean taken = waiting.offer(text);
        if (!taken) {
            givenUp.incrementShared();
        }
        return taken;
    }

    /** Prints what waits, for at most half a second. Idempotent. */
    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        try {
            thread.join(CLOSE_TIMEOUT_MS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!closed) {
            try {
                String text = waiting.poll(1, TimeUnit.SECONDS);
                if (text != null) {
                    printer.accept(text);
                }
            } catch (InterruptedException expected) {
                // close() wants the rest to be printed without waiting for more
            }
        }
        for (String text = waiting.poll(); text != null; text = waiting.poll()) {
            printer.accept(text);
        }
    }
}
