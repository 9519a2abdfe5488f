package io.ringside.pipeline.terminal;

import io.ringside.core.command.PlainText;
import io.ringside.core.command.Reply;
import io.ringside.core.command.ReplySink;
import io.ringside.core.command.Verb;
import io.ringside.core.event.Command;
import io.ringside.core.runtime.Counter;
import io.ringside.core.runtime.Counters;
import io.ringside.core.runtime.ThreadNames;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.agrona.concurrent.ManyToOneConcurrentArrayQueue;

/**
 * Prints lines in the order in which they were offered, on a thread of its own: a slow or stopped terminal must not
 * delay whoever prints. Up to 1,024 texts wait; further ones are dropped and counted.
 *
 * <p><em>Threading:</em> {@link #offer} and {@link #print} from any thread, the ring's included. They never wait and
 * take no lock.
 */
public final class Terminal implements ReplySink, AutoCloseable {

    private static final int MOST_WAITING = 1_024;
    private static final long CLOSE_TIMEOUT_MS = 500;
    private static final long IDLE_NS = TimeUnit.SECONDS.toNanos(1);

    private final Consumer<String> printer;
    private final ManyToOneConcurrentArrayQueue<String> waiting = new ManyToOneConcurrentArrayQueue<>(MOST_WAITING);
    private final Counter dropped;
    private final Thread thread = ThreadNames.factory(ThreadNames.CONSOLE_OUT).newThread(this::run);
    private volatile boolean closed;

    public Terminal(Consumer<String> printer, Counters counters) {
        this.printer = printer;
        this.dropped = counters.counter("console lines dropped");
    }

    public void start() {
        thread.start();
    }

    @Override
    public boolean offer(Reply reply) {
        return print(PlainText.of(reply));
    }

    public boolean print(String text) {
        if (!waiting.offer(text)) {
            dropped.incrementShared();
            return false;
        }
        LockSupport.unpark(thread);
        return true;
    }

    /** Prints a command as it came out of the ring. */
    public void show(Command command) {
        print("[CMD] /" + Verb.wordOf(command.verbCode()) + " [" + command.arguments().replace(" ", ", ") + "]");
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
            String text = waiting.poll();
            if (text == null) {
                // returns at once after an unpark() since the poll, and when close() has interrupted
                LockSupport.parkNanos(IDLE_NS);
            } else {
                printer.accept(text);
            }
        }
        for (String text = waiting.poll(); text != null; text = waiting.poll()) {
            printer.accept(text);
        }
    }
}
