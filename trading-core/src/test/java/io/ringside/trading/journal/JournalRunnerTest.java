package io.ringside.trading.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.agrona.concurrent.Agent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The real thread; every wait has a deadline that only a failure reaches. */
class JournalRunnerTest {

    private static final int MANY = 1 << 30;
    private static final int DEADLINE_MS = 30_000;
    /** Longer than any test: without a wake-up there is no further cycle. */
    private static final long IDLE_NS = TimeUnit.HOURS.toNanos(1);

    private final BlockingQueue<String> cycles = new LinkedBlockingQueue<>();
    private final BlockingQueue<Error> deaths = new LinkedBlockingQueue<>();
    private final Semaphore permits = new Semaphore(0);
    private volatile Throwable thrown;
    private JournalRunner runner = new JournalRunner(agent(new CountDownLatch(1)), deaths::add, IDLE_NS,
        DEADLINE_MS);

    @AfterEach
    void end() {
        permits.drainPermits();
        permits.release(MANY);
        runner.close();
    }

    @Test
    void shouldRunACycleForEachWakeUpOnAThreadOfItsName() throws Exception {
        permits.release(3);
        runner.start();

        assertThat(next(cycles)).isEqualTo("cycle on journal-test");
        runner.wake();
        assertThat(next(cycles)).isEqualTo("cycle on journal-test");
    }

    @Test
    void shouldGoOnAfterACycleThatFailed() throws Exception {
        thrown = new IllegalStateException("planted");
        permits.release(2);
        runner.start();
        assertThat(next(cycles)).startsWith("failed");

        thrown = null;
        runner.wake();

        assertThat(next(cycles)).startsWith("cycle");
        assertThat(deaths).isEmpty();
    }

    @Test
    void shouldEndAndReportAnError() throws Exception {
        Error error = new StackOverflowError("planted");
        error.setStackTrace(new StackTraceElement[0]);
        thrown = error;
        permits.release(2);
        runner.start();

        assertThat(next(deaths)).isSameAs(error);
        assertThat(runner.close()).isTrue();
        assertThat(cycles).containsExactly("failed on journal-test");
    }

    @Test
    void shouldCloseAfterTheLastCycle() throws Exception {
        permits.release(MANY);
        runner.start();
        next(cycles);

        assertThat(runner.close()).isTrue();
        assertThat(drained()).last().isEqualTo("closed on journal-test");
    }

    @Test
    void shouldCloseAnAgentThatWasNeverStarted() {
        assertThat(runner.close()).isTrue();
        assertThat(cycles).containsExactly("closed on " + Thread.currentThread().getName());
    }

    @Test
    void shouldNotWaitLongerThanItsTimeoutForACycleThatDoesNotEnd() throws Exception {
        CountDownLatch entered = new CountDownLatch(1);
        runner = new JournalRunner(agent(entered), deaths::add, IDLE_NS, 1);
        runner.start();
        assertThat(entered.await(DEADLINE_MS, TimeUnit.MILLISECONDS)).isTrue();

        assertThat(runner.close()).isFalse();
        assertThat(cycles).as("neither interrupted nor ended").isEmpty();
    }

    /** One cycle per permit. */
    private Agent agent(CountDownLatch entered) {
        return new Agent() {

            @Override
            public int doWork() throws Exception {
                entered.countDown();
                permits.acquire();
                Throwable failure = thrown;
                cycles.add((failure == null ? "cycle" : "failed") + " on " + Thread.currentThread().getName());
                if (failure instanceof Error error) {
                    throw error;
                }
                if (failure != null) {
                    throw (Exception) failure;
                }
                return 0;
            }

            @Override
            public String roleName() {
                return "journal-test";
            }

            @Override
            public void onClose() {
                cycles.add("closed on " + Thread.currentThread().getName());
            }
        };
    }

    private static <T> T next(BlockingQueue<T> queue) throws InterruptedException {
        T next = queue.poll(DEADLINE_MS, TimeUnit.MILLISECONDS);
        assertThat(next).as("within the deadline").isNotNull();
        return next;
    }

    private List<String> drained() {
        List<String> all = new ArrayList<>();
        cycles.drainTo(all);
        return all;
    }
}
