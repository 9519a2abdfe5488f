package io.ringside.core.runtime;

import java.util.concurrent.atomic.AtomicLong;

/**
 * One number that only grows, named as a plural past event ("quotes dropped").
 *
 * <p><em>Threading:</em> any thread reads. A counter belongs either to one thread, which uses {@link #increment} and
 * {@link #add} (a plain load and an ordered store, no locked instruction on the tick path), or to many, which use
 * {@link #incrementShared} only.
 */
public final class Counter {

    private final String name;
    private final AtomicLong value = new AtomicLong();

    Counter(String name) {
        this.name = name;
    }

    public void increment() {
        add(1);
    }

    public void add(long amount) {
        value.lazySet(value.getPlain() + amount);
    }

    public void incrementShared() {
        value.incrementAndGet();
    }

    public long value() {
        return value.get();
    }

    public String name() {
        return name;
    }
}
