package io.ringside.trading.report;

import io.ringside.core.command.ReplyBody;

/** Makes the answer to {@code /status}; on the ring thread. */
@FunctionalInterface
public interface StatusText {

    /** {@code trading} tells in a few words whether orders may leave. */
    ReplyBody body(long nowEpochNs, String trading);
}
