package io.ringside.trading.desk;

import io.ringside.core.runtime.Counter;
import io.ringside.core.runtime.Counters;

/**
 * What trading counts for {@code /status}.
 *
 * @param refused     orders that the risk gate refused
 * @param unknownOrderAcks order updates of orders that are not known (any more)
 */
public record TradingCounters(Counter refused, Counter unknownOrderAcks) {

    public static TradingCounters in(Counters counters) {
        return new TradingCounters(counters.counter("orders refused by risk"),
            counters.counter("order updates of unknown orders"));
    }
}
