package io.ringside.binance.feed;

/** What all sessions of a feed share; everything here belongs to the feed's thread. */
record FeedParts(FeedConfig config, FeedClock clock, FeedCounters counters, MarketDataDecoder decoder, Quote quote,
                 TickPublisher publisher, Oddities oddities) {
}
