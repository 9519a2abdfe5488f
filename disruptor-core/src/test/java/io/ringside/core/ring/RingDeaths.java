package io.ringside.core.ring;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/** Records what a ring says of its consumer's end. */
final class RingDeaths implements Consumer<Throwable> {

    private final List<Throwable> failures = new CopyOnWriteArrayList<>();
    private final CountDownLatch first = new CountDownLatch(1);

    /** For rings whose consumer must live. */
    static void unexpected(Throwable failure) {
        throw new AssertionError("the consumer must not end", failure);
    }

    @Override
    public void accept(Throwable failure) {
        failures.add(failure);
        first.countDown();
    }

    void awaitFirst() {
        GatedHandler.await(first);
    }

    List<Throwable> failures() {
        return failures;
    }
}
