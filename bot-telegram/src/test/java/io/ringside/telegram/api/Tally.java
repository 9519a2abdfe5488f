package io.ringside.telegram.api;

import io.ringside.core.runtime.Counter;
import io.ringside.core.runtime.Counters;

/** Reads counters by name. */
public final class Tally {

    private Tally() {
    }

    public static long of(Counters counters, String name) {
        return counters.all().stream().filter(counter -> counter.name().equals(name)).mapToLong(Counter::value)
            .findFirst().orElseThrow();
    }
}
