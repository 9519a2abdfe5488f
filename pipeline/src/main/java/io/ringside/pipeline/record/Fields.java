package io.ringside.pipeline.record;

import io.ringside.core.event.Decimals;
import io.ringside.core.event.Origin;
import io.ringside.trading.decision.Cause;
import io.ringside.trading.decision.OrderTerms;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Collects the names and values of one record in display order. */
final class Fields {

    private final Map<String, Object> map = new LinkedHashMap<>();
    private final JournalNames names;

    Fields(JournalNames names) {
        this.names = names;
    }

    Map<String, Object> map() {
        return map;
    }

    void put(String name, Object value) {
        map.put(name, value);
    }

    void symbol(int symbolId) {
        map.put("symbol", names.symbol(symbolId));
    }

    void decimal(String name, long mantissa, int exponent) {
        map.put(name, Decimals.toString(mantissa, exponent));
    }

    Fields time(String name, long epochNs) {
        map.put(name, Instant.ofEpochSecond(0, epochNs).toString());
        return this;
    }

    void origin(Origin origin) {
        map.put("channel", origin.channel().name());
        map.put("userId", origin.userId());
        map.put("chatId", origin.chatId());
        map.put("messageId", origin.messageId());
    }

    void cause(Cause cause) {
        put("source", cause.source());
        put("intent", cause.intent().name());
        if (cause.parent() != 0) {
            put("plan", cause.parent());
        }
        origin(cause.origin());
    }

    void terms(OrderTerms terms) {
        symbol(terms.symbolId());
        map.put("side", terms.side().name());
        map.put("orderType", terms.type().name());
        map.put("timeInForce", terms.timeInForce().name());
        decimal("qty", terms.qty(), terms.qtyExponent());
        decimal("price", terms.price(), terms.priceExponent());
    }
}
