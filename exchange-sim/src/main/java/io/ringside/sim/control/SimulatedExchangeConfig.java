package io.ringside.sim.control;

/**
 * Port and limits of a simulated exchange; the defaults are the real one's.
 *
 * @param port                 port on 127.0.0.1, 0 for any free one
 * @param pingIntervalMs       time between server pings; a client that answers none for three of them is dropped
 * @param maxStreams           streams per connection
 * @param maxMessagesPerSecond frames that a client may send per second, pings and pongs included
 */
public record SimulatedExchangeConfig(int port, long pingIntervalMs, int maxStreams, int maxMessagesPerSecond) {

    public static final long DEFAULT_PING_INTERVAL_MS = 20_000;
    public static final int DEFAULT_MAX_STREAMS = 1024;
    public static final int DEFAULT_MAX_MESSAGES_PER_SECOND = 5;

    private static final int MAX_PORT = 65_535;
    private static final long MAX_PING_INTERVAL_MS = 3_600_000;
    private static final int MAX_LIMIT = 1_000_000;

    public SimulatedExchangeConfig {
        check("port", port, 0, MAX_PORT);
        check("pingIntervalMs", pingIntervalMs, 1, MAX_PING_INTERVAL_MS);
        check("maxStreams", maxStreams, 1, MAX_LIMIT);
        check("maxMessagesPerSecond", maxMessagesPerSecond, 1, MAX_LIMIT);
    }

    /** Any free port, the real exchange's limits. */
    public static SimulatedExchangeConfig onAnyPort() {
        return onPort(0);
    }

    /** The real exchange's limits. */
    public static SimulatedExchangeConfig onPort(int port) {
        return new SimulatedExchangeConfig(port, DEFAULT_PING_INTERVAL_MS, DEFAULT_MAX_STREAMS,
            DEFAULT_MAX_MESSAGES_PER_SECOND);
    }

    public SimulatedExchangeConfig withLimits(int streams, int messagesPerSecond) {
        return new SimulatedExchangeConfig(port, pingIntervalMs, streams, messagesPerSecond);
    }

    private static void check(String name, long value, long lowest, long highest) {
        if (value < lowest || value > highest) {
            throw new IllegalArgumentException(
                name + " is " + value + ", allowed are " + lowest + " to " + highest);
        }
    }
}
