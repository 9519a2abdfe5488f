package io.ringside.core.ring;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;

/**
 * The handlers seen running in the last samples: a sampling profiler of the consumer, at no cost to it.
 *
 * <p><em>Threading:</em> one thread.
 */
final class HandlerSamples {

    private static final int KEPT = 50;

    private final Deque<String> seen = new ArrayDeque<>(KEPT);

    /** Null for a sample in which no handler was running; it is not kept. */
    void add(String handler) {
        if (handler == null) {
            return;
        }
        if (seen.size() == KEPT) {
            seen.removeFirst();
        }
        seen.addLast(handler);
    }

    String mostSeen() {
        return seen.stream().distinct()
            .max((a, b) -> Collections.frequency(seen, a) - Collections.frequency(seen, b))
            .orElse("unknown");
    }
}
