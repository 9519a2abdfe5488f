package io.ringside.telegram;

import io.ringside.core.runtime.Counter;
import io.ringside.core.runtime.Counters;

/** Reads counters by name. */
final class Tally {

    private Tally() {
    }

    static long of(Counters counters, String name) {
        return counters.all().stream().filter(counter -> counter.name().equals(name)).mapToLong(Counter::value)
            .findFirst().orElseThrow();
    }
}
