package io.ringside.pipeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class LifetimeTest {

    private final Lifetime lifetime = new Lifetime();

    @Test
    void shouldEndInOrderWhenTheDurationIsOver() throws InterruptedException {
        assertThat(lifetime.await(1)).isEqualTo(Lifetime.OK);
    }

    @Test
    void shouldReturnTheCodeOfTheFirstEnd() throws InterruptedException {
        lifetime.end(Lifetime.FAILED);
        lifetime.end(Lifetime.OK);

        assertThat(lifetime.await(Long.MAX_VALUE)).isEqualTo(Lifetime.FAILED);
    }

    @Test
    void shouldKeepTheDurationsCodeAgainstALaterFailure() throws InterruptedException {
        lifetime.await(1);
        lifetime.end(Lifetime.FAILED);

        assertThat(lifetime.await(Long.MAX_VALUE)).isEqualTo(Lifetime.OK);
    }

    @Test
    void shouldWakeTheWaitFromAnotherThread() throws Exception {
        CompletableFuture<Integer> waiting = CompletableFuture.supplyAsync(this::awaitEnd);

        lifetime.end(Lifetime.FAILED);

        assertThat(waiting.get(10, TimeUnit.SECONDS)).isEqualTo(Lifetime.FAILED);
    }

    private int awaitEnd() {
        try {
            return lifetime.await(Long.MAX_VALUE);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
