package io.ringside.sim.capture;

import io.ringside.sim.quote.QuoteMessage;

/**
 * A bookTicker message of a capture.
 *
 * @param receivedNs when it was received, by the recorder's clock: nanoseconds since the epoch
 */
public record RecordedQuote(long receivedNs, QuoteMessage message) {
}
