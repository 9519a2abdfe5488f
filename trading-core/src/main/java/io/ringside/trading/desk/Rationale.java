package io.ringside.trading.desk;

import io.ringside.core.event.Decimals;
import io.ringside.core.event.Tick;
import io.ringside.trading.market.RingTime;
import io.ringside.trading.order.OrderRequest;
import io.ringside.trading.risk.RiskVerdict;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;

/**
 * The reasons for an order, as text that is journaled with it: the quote, the strategy's numbers, and every risk check
 * with limit and headroom.
 */
public final class Rationale {

    private Rationale() {
    }

    /** {@code quote} may be null. */
    static String of(OrderRequest request, Tick quote, RiskVerdict verdict, RingTime time) {
        StringBuilder out = new StringBuilder(512);
        out.append("decided by ").append(request.source()).append(" at ").append(instant(time.epochNs()))
            .append(", sequence ").append(time.sequence()).append('\n');
        appendQuote(out, quote, time.epochNs());
        if (!request.reasoning().isEmpty()) {
            out.append("strategy: ").append(request.reasoning()).append('\n');
        }
        return out.append(verdict.text()).toString();
    }

    public static Instant instant(long epochNs) {
        return Instant.EPOCH.plusNanos(epochNs).truncatedTo(ChronoUnit.MICROS);
    }

    private static void appendQuote(StringBuilder out, Tick quote, long nowEpochNs) {
        if (quote == null) {
            out.append("quote: none\n");
            return;
        }
        out.append("quote: bid ");
        Decimals.append(out, quote.bidPrice(), quote.priceExponent()).append(" x ");
        Decimals.append(out, quote.bidQty(), quote.qtyExponent()).append(", ask ");
        Decimals.append(out, quote.askPrice(), quote.priceExponent()).append(" x ");
        Decimals.append(out, quote.askQty(), quote.qtyExponent())
            .append(", update ").append(quote.updateId())
            .append(", ").append(us(nowEpochNs - quote.receivedEpochNs())).append(" us old");
        out.append('\n');
    }

    private static long us(long ns) {
        return TimeUnit.NANOSECONDS.toMicros(Math.max(ns, 0));
    }
}
