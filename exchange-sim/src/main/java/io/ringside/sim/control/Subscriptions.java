package io.ringside.sim.control;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The streams of one connection, in the order in which they were asked for, and the form of its messages.
 *
 * <p><em>Threading:</em> the exchange's event loop.
 */
public final class Subscriptions {

    private final Set<String> streams = new LinkedHashSet<>();
    private final int maxStreams;
    private final Observations observations;
    private boolean combined;

    public Subscriptions(boolean combined, int maxStreams, Observations observations) {
        this.combined = combined;
        this.maxStreams = maxStreams;
        this.observations = observations;
    }

    /** Adds all, or none if that would be too many. */
    public boolean tryAdd(List<String> names) {
        long added = names.stream().distinct().filter(name -> !streams.contains(name)).count();
        if (streams.size() + added > maxStreams) {
            return false;
        }
        for (String name : names) {
            if (streams.add(name)) {
                observations.onSubscribed(name);
            }
        }
        return true;
    }

    void remove(List<String> names) {
        for (String name : names) {
            if (streams.remove(name)) {
                observations.onUnsubscribed(name);
            }
        }
    }

    public void clear() {
        remove(names());
    }

    public boolean contains(String name) {
        return streams.contains(name);
    }

    public boolean isEmpty() {
        return streams.isEmpty();
    }

    List<String> names() {
        return List.copyOf(streams);
    }

    public boolean isCombined() {
        return combined;
    }

    void combined(boolean on) {
        combined = on;
    }
}
