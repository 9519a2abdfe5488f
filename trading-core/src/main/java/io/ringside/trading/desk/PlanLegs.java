package io.ringside.trading.desk;

import io.ringside.core.event.Symbols;
import io.ringside.trading.account.Assets;
import io.ringside.trading.account.FreeFunds;
import io.ringside.trading.account.Portfolio;
import io.ringside.trading.account.TradingBooks;
import io.ringside.trading.decision.Side;
import io.ringside.trading.market.Amounts;
import io.ringside.trading.market.Instrument;
import io.ringside.trading.order.Order;
import io.ringside.trading.order.OrderRequest;
import io.ringside.trading.risk.RiskGate;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * What a plan has sold and has yet to sell, and why something cannot be sold.
 *
 * <p><em>Threading:</em> the ring thread.
 */
final class PlanLegs {

    private static final int AVERAGE_DECIMALS = 8;

    /**
     * A book, and what no order of the plan stands for.
     *
     * @param instrument by which it is sold; null if no symbol of this run sells it
     * @param qty        all of it
     * @param steps      what market orders can sell now, on the exponent of the instrument's quantities
     * @param isBlocked  whether an order that is not the plan's may change it
     * @param isCanceled whether somebody has canceled an order that sold it
     */
    record Leg(String source, String asset, Instrument instrument, BigDecimal qty, long steps, boolean isBlocked,
               boolean isCanceled) {

        /** No market order will sell it. */
        boolean isHopeless() {
            return instrument == null || isCanceled || !instrument.trading();
        }

        /** For example {@code 0.02 BTC of crossover}. */
        String text() {
            return Amounts.text(qty, asset) + (source.equals(OrderRequest.USER) ? "" : " of " + source);
        }
    }

    private final TradingBooks books;
    private final FreeFunds funds;
    private final RiskGate risk;

    PlanLegs(TradingBooks books, RiskGate risk) {
        this.books = books;
        this.funds = new FreeFunds(books);
        this.risk = risk;
    }

    /** All that the plan is to sell and is not sold, dust included; a new list. */
    List<Leg> of(Plan plan) {
        List<Leg> legs = new ArrayList<>();
        if (plan.isCloseAll()) {
            for (Portfolio.Book book : books.portfolio().books()) {
                BigDecimal left = book.qty().subtract(onItsWay(plan, book));
                if (left.signum() > 0) {
                    legs.add(leg(plan, book, left));
                }
            }
        } else if (plan.left().signum() > 0) {
            legs.add(leg(plan));
        }
        return legs;
    }

    /** Orders of the plan that have not ended; a new list. */
    List<Order> open(Plan plan) {
        return books.orders().open().stream().filter(plan::isOwn).toList();
    }

    /** Less than the venue takes; false while its price is not known. */
    boolean isDust(Leg leg) {
        return leg.steps() == 0 || leg.steps() < risk.exits().leastPerSale(leg.instrument());
    }

    /** True if a plan that ends has done all that could be done: dust may be left. */
    boolean isDone(Plan plan) {
        return open(plan).isEmpty() && of(plan).stream().allMatch(this::isLeftAsDust);
    }

    /** A line for each symbol that was sold, for each that was not and why, and for each order that is open. */
    List<String> report(Plan plan) {
        List<String> lines = new ArrayList<>();
        plan.sold().forEach((book, sold) -> {
            if (sold.qty().signum() > 0) {
                BigDecimal average = sold.quote().divide(sold.qty(), AVERAGE_DECIMALS, RoundingMode.HALF_EVEN);
                lines.add("sold " + Amounts.text(sold.qty()) + " " + book.symbol()
                    + (book.source().equals(OrderRequest.USER) ? "" : " of " + book.source()) + " at "
                    + Amounts.text(average) + " on average");
            }
        });
        of(plan).forEach(leg -> lines.add(isLeftAsDust(leg) ? "dust: " + leg.text() + ", less than the venue takes"
            : "✗ not sold: " + leg.text() + ": " + why(plan, leg)));
        open(plan).forEach(order -> lines.add(order.text() + " has not ended"));
        return lines;
    }

    private boolean isLeftAsDust(Leg leg) {
        return !leg.isHopeless() && !leg.isBlocked() && isDust(leg);
    }

    private String why(Plan plan, Leg leg) {
        if (leg.instrument() == null) {
            return "no symbol of this run sells it";
        }
        if (leg.isCanceled()) {
            return "its sale was canceled";
        }
        if (!leg.instrument().trading()) {
            return "the venue takes no orders for " + leg.instrument().symbol() + " now";
        }
        if (leg.isBlocked()) {
            return "orders that were canceled have not ended, see /orders";
        }
        String staleness = risk.exits().staleness(leg.instrument());
        if (staleness != null) {
            return staleness + "; repeat it when quotes of " + leg.instrument().symbol() + " come, see /status";
        }
        return plan.pace().failure().isEmpty() ? "it was not placed yet" : plan.pace().failure();
    }

    /** What orders of the plan still have to sell of a book. */
    private BigDecimal onItsWay(Plan plan, Portfolio.Book book) {
        BigDecimal open = BigDecimal.ZERO;
        for (Order order : books.orders().openOf(book.source())) {
            if (plan.isOwn(order) && Assets.base(order.instrument()).equals(book.asset())) {
                open = open.add(order.qtyValue(order.openQty()));
            }
        }
        return open;
    }

    private Leg leg(Plan plan, Portfolio.Book book, BigDecimal left) {
        int symbolId = books.portfolio().exitSymbol(book);
        Instrument instrument = symbolId == Symbols.UNKNOWN ? null : books.instruments().get(symbolId);
        if (instrument == null) {
            return new Leg(book.source(), book.asset(), null, left, 0, false, false);
        }
        return new Leg(book.source(), book.asset(), instrument, left,
            toStep(instrument, funds.sellableSteps(book.source(), instrument)), isBlocked(plan, book.asset()),
            plan.isCanceled(book.source(), instrument.symbol()));
    }

    private Leg leg(Plan plan) {
        int symbolId = books.instruments().symbolId(plan.symbol());
        Instrument instrument = symbolId == Symbols.UNKNOWN ? null : books.instruments().get(symbolId);
        if (instrument == null) {
            return new Leg(plan.source(), plan.symbol(), null, plan.left(), 0, false, false);
        }
        String asset = Assets.base(instrument);
        BigDecimal sellable = plan.left().min(funds.free(asset)).max(BigDecimal.ZERO);
        return new Leg(plan.source(), asset, instrument, plan.left(),
            toStep(instrument, instrument.qty().floor(sellable)), false,
            plan.isCanceled(plan.source(), plan.symbol()));
    }

    /** Market orders can have a coarser step than holdings. */
    private static long toStep(Instrument instrument, long held) {
        return held - held % instrument.marketQty().step();
    }

    /** An order of anybody else that locks the asset, or may bring more of it. */
    private boolean isBlocked(Plan plan, String asset) {
        for (Order order : books.orders().open()) {
            Instrument instrument = order.instrument();
            if (!plan.isOwn(order) && (asset.equals(Assets.base(instrument))
                || asset.equals(Assets.quote(instrument)) && order.side() == Side.BUY)) {
                return true;
            }
        }
        return false;
    }
}
