package io.ringside.core.runtime;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WakeSignalTest {

    private final WakeSignal signal = new WakeSignal();

    @Test
    void shouldNotWaitForASignalThatWasRaisedBefore() throws InterruptedException {
        signal.raise();

        signal.await(Long.MAX_VALUE);

        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void shouldNotLoseASignalHoweverThreadsInterleave() throws InterruptedException {
        long signals = 50_000;
        AtomicLong published = new AtomicLong();
        CountDownLatch all = new CountDownLatch(1);
        Thread sleeper = new Thread(() -> {
            try {
                while (published.get() < signals) {
                    signal.await(Long.MAX_VALUE);
                }
                all.countDown();
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
        });
        sleeper.start();

        for (long i = 0; i < signals; i++) {
            published.incrementAndGet();
            signal.raise();
        }

        assertThat(all.await(30, SECONDS)).isTrue();
    }

    @Test
    void shouldReturnWhenTheTimeIsOver() throws InterruptedException {
        signal.await(1);

        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void shouldEndTheWaitOfAnInterruptedThread() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> signal.await(Long.MAX_VALUE)).isInstanceOf(InterruptedException.class);
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }
}
