package io.ringside.binance.sim;

/**
 * A bookTicker message of a capture.
 *
 * @param receivedNs when it was received, by the recorder's clock: nanoseconds since the epoch
 */
record RecordedQuote(long receivedNs, QuoteMessage message) {
}
