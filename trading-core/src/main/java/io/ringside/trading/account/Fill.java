package io.ringside.trading.account;

import io.ringside.trading.decision.Side;
import io.ringside.trading.market.Instrument;
import java.math.BigDecimal;

/**
 * One execution of an order, as the venue reported it.
 *
 * @param orderNumber     of the order that traded
 * @param symbolId        id in {@link io.ringside.core.event.Symbols}
 * @param instrument      of that symbol
 * @param qty             in the base asset, before any commission, above 0
 * @param price           in the quote asset
 * @param commission      what the venue kept, 0 for none
 * @param commissionAsset in which it was kept; not looked at without a commission
 * @param epochNs         the venue's time
 * @param sequence        ring sequence of the ORDER_ACK that told of it
 */
public record Fill(long orderNumber, int symbolId, Instrument instrument, Side side, BigDecimal qty, BigDecimal price,
                   BigDecimal commission, String commissionAsset, long epochNs, long sequence) {

    /** Exact price times quantity, in the quote asset. */
    public BigDecimal notional() {
        return qty.multiply(price);
    }
}
