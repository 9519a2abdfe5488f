package io.ringside.trading.report;

/** Makes the answer to {@code /status}; on the ring thread. */
@FunctionalInterface
public interface StatusText {

    /** {@code trading} tells in a few words whether orders may leave. */
    String text(long nowEpochNs, String trading);
}
