package io.ringside.core.runtime;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * All counters of the process, in the order in which they were made, for {@code /status} and the exit summary.
 *
 * <p><em>Threading:</em> any thread; counters are made while the process is wired, then only used.
 */
public final class Counters {

    private final List<Counter> all = new CopyOnWriteArrayList<>();

    /** A new counter; throws {@link IllegalArgumentException} when the name is taken. */
    public Counter counter(String name) {
        if (all.stream().anyMatch(counter -> counter.name().equals(name))) {
            throw new IllegalArgumentException("a counter '" + name + "' exists already");
        }
        Counter counter = new Counter(name);
        all.add(counter);
        return counter;
    }

    public List<Counter> all() {
        return List.copyOf(all);
    }
}
