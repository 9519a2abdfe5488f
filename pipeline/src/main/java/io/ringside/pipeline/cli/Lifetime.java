package io.ringside.pipeline.cli;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.logging.log4j.LogManager;

/**
 * From start to exit code. The main thread waits here; a signal, a deadline or a failure ends the wait, whichever comes
 * first; then the main thread closes the pipeline and the process ends with that one's code.
 *
 * <p>SIGTERM and SIGINT are an orderly end with code 0: the JVM runs its shutdown hook, which lets the main thread
 * finish, for at most four and a half seconds, and then ends the process itself.
 *
 * <p><em>Threading:</em> {@link #end} from any thread; the rest from the main thread.
 */
final class Lifetime {

    static final int OK = 0;
    static final int FAILED = 1;

    private static final long CLOSE_TIMEOUT_MS = 4_500;

    private final CompletableFuture<Integer> exitCode = new CompletableFuture<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    /** The first call counts. */
    void end(int code) {
        exitCode.complete(code);
    }

    /** Returns the exit code once something has ended the run, at the latest after {@code durationMs} with OK. */
    int await(long durationMs) throws InterruptedException {
        try {
            return exitCode.get(durationMs, TimeUnit.MILLISECONDS);
        } catch (TimeoutException durationIsOver) {
            end(OK);
            return exitCode.join();
        } catch (ExecutionException impossible) {
            throw new IllegalStateException("an exit code never fails", impossible);
        }
    }

    /** From now on a signal ends the run in order. */
    void watchSignals() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::onShutdown, "shutdown"));
    }

    /** Everything is closed: the process may end. A run that nothing has ended has failed. */
    void closed() {
        end(FAILED);
        LogManager.shutdown();
        closed.countDown();
    }

    private void onShutdown() {
        end(OK);
        try {
            if (!closed.await(CLOSE_TIMEOUT_MS, TimeUnit.MILLISECONDS)) {
                System.err.println("ringside: not everything was closed in " + CLOSE_TIMEOUT_MS + " ms, ending now");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(exitCode.join());
    }
}
