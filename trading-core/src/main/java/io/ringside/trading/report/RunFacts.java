package io.ringside.trading.report;

/**
 * What does not change during a run, for {@code /status}.
 *
 * @param label        name of the run, from the ENV setting
 * @param startEpochNs when it started
 * @param slots        size of the ring
 * @param waiting      how the consumer waits
 * @param transport    how the feed talks to the operating system
 */
public record RunFacts(String label, long startEpochNs, int slots, String waiting, String transport) {
}
