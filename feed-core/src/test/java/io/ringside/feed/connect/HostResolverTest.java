package io.ringside.feed.connect;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.feed.RunningFeed;
import java.net.InetSocketAddress;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class HostResolverTest {

    private final BlockingQueue<Object> answers = new LinkedBlockingQueue<>();

    @Test
    void shouldAnswerOnTheFeedsThreadWithAnAddress() throws InterruptedException {
        BlockingQueue<Runnable> feed = new LinkedBlockingQueue<>();
        try (HostResolver resolver = new HostResolver(feed::add)) {
            resolver.resolve("127.0.0.1", 443, this::take);
            Runnable answer = feed.poll(RunningFeed.DEADLINE_S, TimeUnit.SECONDS);
            boolean answeredBefore = !answers.isEmpty();
            answer.run();

            assertThat(answeredBefore).isFalse();
            assertThat(answers.poll()).isEqualTo(new InetSocketAddress("127.0.0.1", 443));
        }
    }

    @Test
    void shouldAnswerWithAFailureForANameThatIsNone() throws InterruptedException {
        try (HostResolver resolver = new HostResolver(Runnable::run)) {
            resolver.resolve("no name at all", 443, this::take);

            assertThat(answers.poll(RunningFeed.DEADLINE_S, TimeUnit.SECONDS)).isEqualTo("unknown");
        }
    }

    @Test
    void shouldBeSilentWhenTheFeedHasClosedMeanwhile() throws InterruptedException {
        BlockingQueue<Throwable> uncaught = new LinkedBlockingQueue<>();
        BlockingQueue<Thread> lookups = new LinkedBlockingQueue<>();
        try (HostResolver resolver = new HostResolver(task -> {
            lookups.add(Thread.currentThread());
            Thread.currentThread().setUncaughtExceptionHandler((thread, failure) -> uncaught.add(failure));
            throw new RejectedExecutionException("closed");
        })) {
            resolver.resolve("127.0.0.1", 443, this::take);
            resolver.resolve("127.0.0.1", 443, this::take);
            Thread first = lookups.poll(RunningFeed.DEADLINE_S, TimeUnit.SECONDS);
            Thread second = lookups.poll(RunningFeed.DEADLINE_S, TimeUnit.SECONDS);

            assertThat(second).isSameAs(first);
            assertThat(uncaught).isEmpty();
        }
    }

    private void take(InetSocketAddress address, Exception unknown) {
        answers.add(unknown == null ? address : "unknown");
    }
}
