package io.ringside.trading.account;

import io.ringside.trading.market.Instruments;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * One symbol's trading: how much is held, its cost, its profit. All exact; the cost of a part that is sold is rounded
 * to 18 decimals, and what the rounding left stays with what is held, so that nothing is ever lost.
 *
 * <p>Only what was bought here is a position. What the account held before is not: a sale beyond the position is a sale
 * of holdings, whose cost is taken to be its proceeds, so that it earns nothing ({@link #holdingsSold()}).
 *
 * <p><em>Threading:</em> the ring thread.
 */
public final class Position {

    private static final int COST_DECIMALS = 18;

    private final String symbol;
    private final String baseAsset;
    private final String quoteAsset;
    private final int symbolId;
    private BigDecimal qty = BigDecimal.ZERO;
    private BigDecimal cost = BigDecimal.ZERO;
    private BigDecimal realised = BigDecimal.ZERO;
    private BigDecimal fees = BigDecimal.ZERO;
    private BigDecimal holdingsSold = BigDecimal.ZERO;

    /** {@code symbolId} is {@link io.ringside.core.event.Symbols#UNKNOWN} for a symbol of an earlier run only. */
    Position(String symbol, String baseAsset, String quoteAsset, int symbolId) {
        this.symbol = symbol;
        this.baseAsset = baseAsset;
        this.quoteAsset = quoteAsset;
        this.symbolId = symbolId;
    }

    public String symbol() {
        return symbol;
    }

    public String baseAsset() {
        return baseAsset;
    }

    public String quoteAsset() {
        return quoteAsset;
    }

    /** {@link io.ringside.core.event.Symbols#UNKNOWN} for a symbol that this run does not know. */
    public int symbolId() {
        return symbolId;
    }

    /** In the base asset, never below 0. */
    public BigDecimal qty() {
        return qty;
    }

    /** What the quantity held was bought for, in the quote asset, without fees. */
    public BigDecimal cost() {
        return cost;
    }

    /** Proceeds minus cost of what was sold, without fees. */
    public BigDecimal realised() {
        return realised;
    }

    /** Commissions in the quote asset, and those in the base asset at the price of their fill. */
    public BigDecimal fees() {
        return fees;
    }

    /** Proceeds of sales beyond the position; no profit. */
    public BigDecimal holdingsSold() {
        return holdingsSold;
    }

    public boolean isHeld() {
        return qty.signum() > 0;
    }

    /** Cost per unit held, rounded half up for display; 0 when nothing is held. */
    public BigDecimal averageEntry(int decimals) {
        return isHeld() ? cost.divide(qty, decimals, RoundingMode.HALF_UP) : BigDecimal.ZERO;
    }

    /** Worth of what is held minus its cost; 0 without a mark, as it is valued at its average entry then. */
    public BigDecimal unrealised(BigDecimal markOrNull) {
        return markOrNull == null ? BigDecimal.ZERO : qty.multiply(markOrNull).subtract(cost);
    }

    void buy(BigDecimal bought, BigDecimal price) {
        qty = qty.add(bought);
        cost = cost.add(bought.multiply(price));
    }

    void sell(BigDecimal sold, BigDecimal price) {
        BigDecimal ofPosition = sold.min(qty);
        release(ofPosition, price);
        holdingsSold = holdingsSold.add(sold.subtract(ofPosition).multiply(price));
    }

    void payInQuote(BigDecimal fee) {
        fees = fees.add(fee);
    }

    /**
     * A commission in the base asset is a sale at the price of its fill, whose proceeds paid the fee. Of a buy, it
     * leaves the cost per unit of the rest as it was: {@code bought} is what that fill brought, 0 for a sale.
     *
     * @return the part that neither the fill nor the position could pay: the venue took it from other holdings
     */
    BigDecimal payInBase(BigDecimal fee, BigDecimal bought, BigDecimal price) {
        BigDecimal ofBought = fee.min(bought);
        qty = qty.subtract(ofBought);
        cost = cost.subtract(ofBought.multiply(price));
        fees = fees.add(ofBought.multiply(price));

        BigDecimal rest = fee.subtract(ofBought);
        BigDecimal ofPosition = rest.min(qty);
        release(ofPosition, price);
        fees = fees.add(ofPosition.multiply(price));
        return rest.subtract(ofPosition);
    }

    /** A part of what is held goes at that price: its share of the cost goes with it, the difference is realised. */
    private void release(BigDecimal part, BigDecimal price) {
        if (part.signum() == 0) {
            return;
        }
        BigDecimal removed = part.compareTo(qty) == 0 ? cost
            : cost.multiply(part).divide(qty, COST_DECIMALS, RoundingMode.HALF_EVEN).min(cost);
        qty = qty.subtract(part);
        cost = cost.subtract(removed);
        realised = realised.add(part.multiply(price)).subtract(removed);
    }

    void save(DataOutput out) throws IOException {
        out.writeUTF(symbol);
        out.writeUTF(baseAsset);
        out.writeUTF(quoteAsset);
        out.writeUTF(qty.toString());
        out.writeUTF(cost.toString());
        out.writeUTF(realised.toString());
        out.writeUTF(fees.toString());
        out.writeUTF(holdingsSold.toString());
    }

    static Position load(DataInput in, Instruments instruments) throws IOException {
        String symbol = in.readUTF();
        Position position = new Position(symbol, in.readUTF(), in.readUTF(), instruments.symbolId(symbol));
        position.qty = new BigDecimal(in.readUTF());
        position.cost = new BigDecimal(in.readUTF());
        position.realised = new BigDecimal(in.readUTF());
        position.fees = new BigDecimal(in.readUTF());
        position.holdingsSold = new BigDecimal(in.readUTF());
        return position;
    }
}
