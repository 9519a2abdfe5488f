package io.ringside.trading.account;

import io.ringside.trading.decision.Side;
import java.math.BigDecimal;

/** What one unit of an asset without known cost counts when it is used. Immutable. */
public record Worth(String costAsset, BigDecimal price) {

    /** The newest touch of a symbol: what a sale gets, what a buy pays; null without one. */
    public interface Touches {
        BigDecimal touch(Side side, int symbolId);
    }
}
