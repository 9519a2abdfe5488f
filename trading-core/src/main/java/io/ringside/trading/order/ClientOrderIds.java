package io.ringside.trading.order;

import java.util.Locale;

/**
 * Makes client order ids: unique over all restarts, because each run has an id of its own, and known before the first
 * send. At most 36 characters of {@code [A-Za-z0-9_-]}, which is what Binance accepts (error -1100).
 *
 * @param runId grows from run to run
 */
public record ClientOrderIds(long runId) {

    private static final int RADIX = 36;

    public String of(long orderNumber) {
        return ("rs-" + Long.toString(runId, RADIX) + "-" + Long.toString(orderNumber, RADIX))
            .toLowerCase(Locale.ROOT);
    }
}
