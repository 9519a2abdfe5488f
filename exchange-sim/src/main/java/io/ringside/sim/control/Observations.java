package io.ringside.sim.control;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * Records what happened on a simulated exchange, for tests: written by the event loop, read and waited for by others.
 * Of each kind the newest 4,096 are kept.
 *
 * <p><em>Threading:</em> any thread; one monitor guards everything.
 */
public final class Observations {

    private static final int KEPT = 4096;

    private final List<String> handshakeUris = new ArrayList<>();
    private final List<String> received = new ArrayList<>();
    private final List<String> pongs = new ArrayList<>();
    private final List<String> closes = new ArrayList<>();
    private final Map<String, Integer> subscribers = new HashMap<>();
    private long attempts;
    private long accepted;
    private int connections;

    public synchronized void onAttempt() {
        attempts++;
        notifyAll();
    }

    public synchronized void onHandshake(String uri) {
        add(handshakeUris, uri);
    }

    public synchronized void onAccepted() {
        accepted++;
        connections++;
        notifyAll();
    }

    public synchronized void onGone() {
        connections--;
        notifyAll();
    }

    public synchronized void onText(String text) {
        add(received, text);
    }

    public synchronized void onPong(String payload) {
        add(pongs, payload);
    }

    public synchronized void onClose(int code, String reason) {
        add(closes, (code + " " + reason).strip());
    }

    synchronized void onSubscribed(String stream) {
        subscribers.merge(stream, 1, Integer::sum);
        notifyAll();
    }

    synchronized void onUnsubscribed(String stream) {
        subscribers.computeIfPresent(stream, (name, count) -> count == 1 ? null : count - 1);
        notifyAll();
    }

    public synchronized long attempts() {
        return attempts;
    }

    public synchronized long accepted() {
        return accepted;
    }

    public synchronized int connections() {
        return connections;
    }

    public synchronized int subscribers(String stream) {
        return subscribers.getOrDefault(stream, 0);
    }

    public synchronized List<String> handshakeUris() {
        return List.copyOf(handshakeUris);
    }

    public synchronized List<String> received() {
        return List.copyOf(received);
    }

    public synchronized List<String> pongs() {
        return List.copyOf(pongs);
    }

    public synchronized List<String> closes() {
        return List.copyOf(closes);
    }

    public synchronized boolean await(BooleanSupplier condition, Duration timeout) throws InterruptedException {
        long deadlineNs = System.nanoTime() + timeout.toNanos();
        while (!condition.getAsBoolean()) {
            long leftMs = (deadlineNs - System.nanoTime() + 999_999) / 1_000_000;
            if (leftMs <= 0) {
                return false;
            }
            wait(leftMs);
        }
        return true;
    }

    private void add(List<String> list, String text) {
        if (list.size() == KEPT) {
            list.remove(0);
        }
        list.add(text);
        notifyAll();
    }
}
