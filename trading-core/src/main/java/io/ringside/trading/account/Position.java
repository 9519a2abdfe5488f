package io.ringside.trading.account;

import io.ringside.trading.snapshot.StateFields;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What one source holds of one asset, as far as its cost is counted in one other asset. The cost of a part that leaves
 * is rounded to 18 decimals, and what the rounding left stays with the rest, so that nothing is ever lost.
 *
 * <p><em>Threading:</em> the ring thread.
 */
public final class Position {

    private static final int COST_DECIMALS = 18;

    /**
     * A quantity on its way from one asset to another, with its cost.
     *
     * @param costAsset empty for what the account held before and sells now, which has no cost
     * @param valued    whether any of the cost was taken from the touch
     */
    record Part(String costAsset, BigDecimal qty, BigDecimal cost, boolean valued) {

        static Part outside(BigDecimal qty) {
            return new Part("", qty, BigDecimal.ZERO, false);
        }

        boolean isOutside() {
            return costAsset.isEmpty();
        }

        /** What became of it: the cost stays. */
        Part as(BigDecimal otherQty, BigDecimal otherCost) {
            return new Part(costAsset, otherQty, otherCost, valued);
        }
    }

    private final String asset;
    private final String source;
    private final String costAsset;
    private BigDecimal qty = BigDecimal.ZERO;
    private BigDecimal cost = BigDecimal.ZERO;
    private boolean valued;

    Position(String asset, String source, String costAsset) {
        this.asset = asset;
        this.source = source;
        this.costAsset = costAsset;
    }

    public String asset() {
        return asset;
    }

    /** Who holds it: the user or a strategy. */
    public String source() {
        return source;
    }

    /** The asset in which its cost, and so its profit, is counted. */
    public String costAsset() {
        return costAsset;
    }

    /** Above 0. */
    public BigDecimal qty() {
        return qty;
    }

    /** What the quantity held was bought for, without fees. */
    public BigDecimal cost() {
        return cost;
    }

    /** Whether a part of its cost was taken from the touch, because it was paid with units of unknown cost. */
    public boolean isValued() {
        return valued;
    }

    /** Cost per unit held, rounded half up for display. */
    public BigDecimal averageEntry(int decimals) {
        return cost.divide(qty, decimals, RoundingMode.HALF_UP);
    }

    /** Worth of what is held minus its cost; 0 without a worth of one unit, as it is valued at its cost then. */
    public BigDecimal unrealised(BigDecimal unitWorthOrNull) {
        return unitWorthOrNull == null ? BigDecimal.ZERO : qty.multiply(unitWorthOrNull).subtract(cost);
    }

    void add(Part part) {
        qty = qty.add(part.qty());
        cost = cost.add(part.cost());
        valued |= part.valued();
    }

    /** At most what is held. */
    Part take(BigDecimal part) {
        BigDecimal ofCost = share(cost, part, qty);
        Part taken = new Part(costAsset, part, ofCost, valued);
        qty = qty.subtract(part);
        cost = cost.subtract(ofCost);
        return taken;
    }

    /** {@code amount × part ÷ whole}, rounded half even to 18 decimals, not above the amount; exact for all of it. */
    static BigDecimal share(BigDecimal amount, BigDecimal part, BigDecimal whole) {
        return part.compareTo(whole) == 0 ? amount
            : amount.multiply(part).divide(whole, COST_DECIMALS, RoundingMode.HALF_EVEN).min(amount);
    }

    void save(DataOutput out) throws IOException {
        out.writeUTF(asset);
        out.writeUTF(source);
        out.writeUTF(costAsset);
        StateFields.name(out, "quantity", asset, source);
        out.writeUTF(qty.toString());
        StateFields.name(out, "cost", asset, source);
        out.writeUTF(cost.toString());
        StateFields.name(out, "valued at the touch", asset, source);
        out.writeBoolean(valued);
    }

    static Position load(DataInput in) throws IOException {
        Position position = new Position(in.readUTF(), in.readUTF(), in.readUTF());
        position.qty = new BigDecimal(in.readUTF());
        position.cost = new BigDecimal(in.readUTF());
        position.valued = in.readBoolean();
        return position;
    }
}
