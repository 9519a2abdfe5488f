package io.ringside.trading.risk;

import io.ringside.core.event.Origin;
import io.ringside.trading.account.TradingBooks;
import io.ringside.trading.market.Amounts;
import io.ringside.trading.market.FeedHealth;
import io.ringside.trading.order.OrderRequest;
import io.ringside.trading.snapshot.SnapshotPart;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Every order passes this gate, from users and strategies alike. All checks run in a fixed order, even after one has
 * rejected, so that {@code /why} can show each with limit and headroom.
 *
 * <p>On a spot account a sale only reduces a position: pause, daily loss, drawdown and the largest position do not hold
 * for it. An exit, a sale of at most what the book of its source holds free, also passes the limits for open orders and
 * for orders per minute, and the price band; a market exit passes the largest order, as the desk divides it. The stop,
 * the feed, the venue's rules and the balance hold for every order.
 *
 * <p>A symbol whose quote asset has no amount among the {@link RiskLimits} is rejected, not taken for unlimited.
 *
 * <p>A new check is a method here or in a class of checks, and a line in {@link #inOrder}.
 *
 * <p><em>Threading:</em> the ring thread.
 */
public final class RiskGate implements SnapshotPart {

    private final RiskLimits limits;
    private final TradingBooks books;
    private final TradingState state;
    private final LossLimits losses;
    private final MarketChecks market;
    private final Exits exits;
    private final SizeChecks size;
    private final OrderRate rate;
    private final List<Consumer<OrderCheck>> checks;
    private Supplier<String> barring = () -> null;

    public RiskGate(RiskLimits limits, TradingBooks books, FeedHealth health, TradingState state, LossLimits losses) {
        this.limits = limits;
        this.books = books;
        this.state = state;
        this.losses = losses;
        this.size = new SizeChecks(limits, books);
        this.rate = new OrderRate(limits.maxOrdersPerMinute());
        this.market = new MarketChecks(limits, health, books.time());
        this.exits = new Exits(limits, books, market);
        this.checks = inOrder(new VenueChecks(books));
    }

    /** All checks, in the order in which {@code /why} shows them; the first that rejects is the one that is told. */
    private List<Consumer<OrderCheck>> inOrder(VenueChecks venue) {
        return List.of(
            this::checkHalt,
            this::checkPause,
            market::checkTrading,
            market::checkFeed,
            market::checkQuoteAge,
            size::checkGrids,
            size::checkMinNotional,
            size::checkFreeBalance,
            venue::checkMaxNotional,
            venue::checkPriceBand,
            venue::checkMaxPosition,
            venue::checkOpenOrders,
            size::checkMaxNotional,
            size::checkMaxPosition,
            size::checkBook,
            this::checkOpenOrders,
            this::checkOrderRate,
            market::checkPriceBand,
            this::checkDailyLoss,
            this::checkDrawdown);
    }

    /** {@code sequence} is that of the event on which the order was decided. Nothing counts until it is placed. */
    public RiskVerdict check(OrderRequest request, long sequence) {
        OrderCheck check = OrderCheck.of(request, books.quotes(), exits.isExit(request));
        losses.countedIn(check.quoteAsset()).forEach(asset -> losses.value(asset, sequence));
        checks.forEach(one -> one.accept(check));
        return check.lines().verdict();
    }

    /** How much of each limit is used. */
    public LimitUses uses() {
        return new LimitUses(limits, books, losses, size, rate);
    }

    /** As {@link LossLimits#resetDrawdown}. */
    public String resetDrawdown(Origin origin) {
        return losses.resetDrawdown(origin);
    }

    /** What holds for sales. */
    public Exits exits() {
        return exits;
    }

    /** What an order is answered while trading is halted; null if it is not. */
    public String haltRejection() {
        RiskLines lines = new RiskLines();
        checkHalt(lines);
        return lines.verdict().rejection();
    }

    /** While it gives a reason, no entry passes; the reason names what has to end first. */
    public void barEntriesWhile(Supplier<String> reason) {
        barring = reason;
    }

    public boolean isHalted() {
        return state.isHalted();
    }

    /** An order leaves, or a record says that it left: it counts in the minute after {@code epochNs}. */
    public void onPlaced(long epochNs) {
        rate.add(epochNs);
    }

    /** A record says that an order was checked then and rejected: earlier ones cannot have been placed later. */
    public void onRejected(long epochNs) {
        rate.count(epochNs);
    }

    @Override
    public void save(DataOutput out) throws IOException {
        rate.save(out);
    }

    @Override
    public void load(DataInput in, int version) throws IOException {
        rate.load(in);
    }

    private void checkHalt(OrderCheck check) {
        checkHalt(check.lines());
    }

    private void checkHalt(RiskLines lines) {
        if (state.isHalted()) {
            lines.reject("trading halted", "", "yes", "no order leaves after sequence " + state.haltSequence()
                + ", /start resumes");
        } else {
            lines.pass("trading halted", "", "no");
        }
    }

    private void checkPause(OrderCheck check) {
        String barredUntil = barring.get();
        if (check.request().isSale()) {
            check.lines().skip("paused", OrderCheck.ENTRIES_ONLY);
        } else if (state.isPaused()) {
            check.lines().reject("paused", "", "yes", "no entries, only sales, until /start");
        } else if (barredUntil != null) {
            check.lines().reject("paused", "", "yes", "no entries until " + barredUntil + " has ended");
        } else {
            check.lines().pass("paused", "", "no");
        }
    }

    private void checkOpenOrders(OrderCheck check) {
        if (check.exit()) {
            check.lines().skip("max open orders", OrderCheck.ENTRIES_ONLY);
            return;
        }
        int open = books.orders().open().size() + 1;
        check.lines().atMost("max open orders", BigDecimal.valueOf(open),
            BigDecimal.valueOf(limits.maxOpenOrders()), "");
    }

    private void checkOrderRate(OrderCheck check) {
        if (check.exit()) {
            check.lines().skip("max orders per minute", OrderCheck.ENTRIES_ONLY);
            return;
        }
        int inMinute = rate.count(books.time().epochNs()) + 1;
        check.lines().atMost("max orders per minute", BigDecimal.valueOf(inMinute),
            BigDecimal.valueOf(limits.maxOrdersPerMinute()), "");
    }

    private void checkDailyLoss(OrderCheck check) {
        checkLoss(check, "daily loss", limits.maxDailyLoss(), losses::dailyLoss);
    }

    private void checkDrawdown(OrderCheck check) {
        checkLoss(check, "drawdown", limits.maxDrawdown(), losses::drawdown);
    }

    private void checkLoss(OrderCheck check, String name, Map<String, BigDecimal> amounts,
                           Function<String, BigDecimal> lossIn) {
        if (check.request().isSale()) {
            check.lines().skip(name, OrderCheck.ENTRIES_ONLY);
            return;
        }
        for (String asset : losses.countedIn(check.quoteAsset())) {
            BigDecimal limit = amounts.get(asset);
            String unquoted = losses.unquoted(asset);
            if (limit == null) {
                check.lines().rejectUnset(name, asset);
            } else if (unquoted != null) {
                check.lines().reject(name, Amounts.text(limit, asset), "not known",
                    "not known while " + unquoted + " is held and has no quote");
            } else {
                check.lines().below(name, lossIn.apply(asset), limit, asset);
            }
        }
    }
}
