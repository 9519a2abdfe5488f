package io.ringside.binance.feed;

import io.ringside.core.runtime.Counter;
import io.ringside.core.runtime.Counters;

/**
 * What the feed counts. Every text message is one of: quote accepted, not advancing or refused, symbol unknown, answer,
 * other, malformed. Every quote accepted is handed to the ring or, under conflation, superseded.
 */
record FeedCounters(Counter accepted, Counter superseded, Counter notAdvancing, Counter refused, Counter unknownSymbols,
                    Counter answers, Counter others, Counter malformed, Counter violations, Counter attempts,
                    Counter losses, Counter statesSuperseded) {

    static FeedCounters in(Counters counters) {
        return new FeedCounters(
            counters.counter("quotes accepted"),
            counters.counter("quotes superseded"),
            counters.counter("quotes not advancing"),
            counters.counter("quotes refused"),
            counters.counter("symbols unknown"),
            counters.counter("control answers"),
            counters.counter("messages other"),
            counters.counter("messages malformed"),
            counters.counter("frames violating"),
            counters.counter("connections tried"),
            counters.counter("connections lost"),
            counters.counter("feed states superseded"));
    }
}
