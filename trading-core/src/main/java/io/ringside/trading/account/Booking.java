package io.ringside.trading.account;

import io.ringside.trading.account.Position.Part;
import io.ringside.trading.decision.Side;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Books one execution: what is paid leaves the books, its cost moves to what is received, and what comes back in the
 * asset of its own cost is realised. {@link Portfolio} describes the rules.
 *
 * <p><em>Threading:</em> the ring thread.
 */
final class Booking {

    private final Map<String, BigDecimal> balances;
    private final Map<String, Worth> worths;
    private final Books books;
    private final Profits profits;

    Booking(Map<String, BigDecimal> balances, Map<String, Worth> worths, Books books, Profits profits) {
        this.balances = balances;
        this.worths = worths;
        this.books = books;
        this.profits = profits;
    }

    void book(Fill fill) {
        boolean isBuy = fill.side() == Side.BUY;
        String base = Assets.base(fill.instrument());
        String quote = Assets.quote(fill.instrument());
        String feeAsset = Assets.on(fill.instrument(), fill.commissionAsset());
        BigDecimal unpaid;
        if (isBuy) {
            List<Part> paid = pay(fill.source(), quote, fill.notional(), base, true);
            unpaid = receive(fill, base, fill.qty(), paid, feeAsset);
        } else {
            List<Part> paid = pay(fill.source(), base, fill.qty(), quote, false);
            unpaid = receive(fill, quote, fill.notional(), paid, feeAsset);
        }
        if (unpaid.signum() > 0) {
            payFee(fill.source(), feeAsset, unpaid, isBuy && feeAsset.equals(quote));
        }
    }

    private List<Part> pay(String source, String asset, BigDecimal qty, String received, boolean isBuy) {
        List<Part> parts = new ArrayList<>();
        BigDecimal unowned = collect(source, asset, qty, received, parts);
        if (unowned.signum() > 0 || parts.isEmpty()) {
            parts.add(isBuy ? atWorth(asset, unowned) : Part.outside(unowned));
        }
        change(asset, qty.negate());
        return parts;
    }

    /** From the source's own book, then from what is external, then from other books; returns what has no cost. */
    private BigDecimal collect(String source, String asset, BigDecimal qty, String first, List<Part> into) {
        BigDecimal external = external(asset);
        BigDecimal left = books.take(source, asset, qty, first, into);
        BigDecimal ofExternal = left.min(external);
        left = left.subtract(ofExternal);
        for (String other : books.sources(asset)) {
            left = books.take(other, asset, left, first, into);
        }
        return ofExternal.add(left);
    }

    /** Units without known cost take the touch that was recorded last; money counts as itself. */
    private Part atWorth(String asset, BigDecimal qty) {
        Worth worth = worths.get(asset);
        return worth == null ? new Part(asset, qty, qty, false)
            : new Part(worth.costAsset(), qty, qty.multiply(worth.price()), true);
    }

    /** Each part paid brings its share of what is received; a commission in that asset is taken off first. */
    private BigDecimal receive(Fill fill, String asset, BigDecimal qty, List<Part> paid, String feeAsset) {
        BigDecimal fee = feeAsset.equals(asset) ? fill.commission().min(qty) : BigDecimal.ZERO;
        BigDecimal paidQty = paid.stream().map(Part::qty).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal qtyLeft = qty;
        BigDecimal feeLeft = fee;
        for (int i = 0; i < paid.size(); i++) {
            boolean last = i == paid.size() - 1;
            Part part = paid.get(i);
            BigDecimal received = last ? qtyLeft : Position.share(qty, part.qty(), paidQty).min(qtyLeft);
            BigDecimal partFee = (last ? feeLeft : Position.share(fee, received, qty)).min(received).min(feeLeft);
            take(fill.source(), asset, part, received, partFee);
            qtyLeft = qtyLeft.subtract(received);
            feeLeft = feeLeft.subtract(partFee);
        }
        change(asset, qty.subtract(fee).add(feeLeft));
        return fill.commission().subtract(fee).add(feeLeft);
    }

    private void take(String source, String asset, Part paid, BigDecimal received, BigDecimal fee) {
        if (paid.isOutside()) {
            profits.realise(source, asset, BigDecimal.ZERO);
            profits.payOtherFee(asset, fee);
        } else if (paid.costAsset().equals(asset)) {
            profits.realise(source, asset, received.subtract(paid.cost()));
            profits.payFee(source, asset, fee);
        } else if (received.compareTo(fee) == 0) {
            profits.payFee(source, paid.costAsset(), paid.cost());
        } else {
            BigDecimal feeCost = Position.share(paid.cost(), fee, received);
            profits.payFee(source, paid.costAsset(), feeCost);
            books.put(source, asset, paid.as(received.subtract(fee), paid.cost().subtract(feeCost)));
        }
    }

    /** A commission that what was received could not pay. */
    private void payFee(String source, String asset, BigDecimal fee, boolean inQuote) {
        List<Part> parts = new ArrayList<>();
        BigDecimal unowned = collect(source, asset, fee, asset, parts);
        if (inQuote && unowned.signum() > 0) {
            parts.add(atWorth(asset, unowned));
        } else {
            profits.payOtherFee(asset, unowned);
        }
        parts.forEach(part -> profits.payFee(source, part.costAsset(), part.cost()));
        change(asset, fee.negate());
    }

    private BigDecimal external(String asset) {
        return balances.getOrDefault(asset, BigDecimal.ZERO).subtract(books.held(asset)).max(BigDecimal.ZERO);
    }

    private void change(String asset, BigDecimal by) {
        balances.merge(asset, by, BigDecimal::add);
    }
}
