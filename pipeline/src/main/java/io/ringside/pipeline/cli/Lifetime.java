package io.ringside.pipeline.cli;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.logging.log4j.LogManager;

/**
 * From start to exit code. The main thread waits here for a signal, a deadline or a failure. The first of them decides
 * the exit code; then the main thread closes the pipeline and the process ends.
 *
 * <p>SIGTERM and SIGINT are an orderly end with code 0: the shutdown hook lets the main thread finish for at most four
 * and a half seconds, then ends the process.
 *
 * <p><em>Threading:</em> {@link #end} from any thread; the rest from the main thread.
 */
final class Lifetime {

    static final int OK = 0;
    static final int FAILED = 1;
    /** The next process would end like this one until somebody changes something; EX_CONFIG of sysexits.h. */
    static final int UNFIT = 78;

    private static final long CLOSE_TIMEOUT_MS = 4_500;

    private final CompletableFuture<Integer> exitCode = new CompletableFuture<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    /** The first call counts. */
    void end(int code) {
        exitCode.complete(code);
    }

    /** A failure ends the run. */
    void fail(boolean restartHelps) {
        end(codeOf(restartHelps));
    }

    static int codeOf(boolean restartHelps) {
        return restartHelps ? FAILED : UNFIT;
    }

    /** Returns the exit code once the run has ended; after {@code durationMs} at the latest, with OK. */
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

    /** Makes a signal end the run in order. */
    void watchSignals() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::onShutdown, "shutdown"));
    }

    /** Everything is closed: the process may end. A run that was not ended by {@link #end} has failed. */
    void closed() {
        end(FAILED);
        LogManager.shutdown();
        closed.countDown();
    }

    private void onShutdown() {
        end(OK);
        try {
            if (!closed.await(CLOSE_TIMEOUT_MS, TimeUnit.MILLISECONDS)) {
                System.err.println("ringside: not closed within " + CLOSE_TIMEOUT_MS + " ms, ending now");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(exitCode.join());
    }
}
