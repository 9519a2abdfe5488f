package io.ringside.trading.risk;

import io.ringside.trading.decision.SnapshotPart;
import io.ringside.trading.market.Amounts;
import io.ringside.trading.market.Instrument;
import io.ringside.trading.order.OrderRequest;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Map;

/**
 * The one gate that every order passes, whoever made it. All rules speak in a fixed order, also behind the first that
 * refuses, so that {@code /why} can show each with limit and margin. Rules for entries let sales pass: on a spot
 * account selling only makes a position smaller.
 *
 * <p>A symbol whose quote asset has no amount among the {@link RiskLimits} is refused, not taken for unlimited.
 *
 * <p><em>Threading:</em> the ring thread.
 */
public final class RiskGate implements SnapshotPart {

    private final RiskLimits limits;
    private final RiskView view;
    private final MarketChecks market;
    private final SizeChecks size;
    private final OrderRate rate;

    public RiskGate(RiskLimits limits, RiskView view) {
        this.limits = limits;
        this.view = view;
        this.market = new MarketChecks(limits, view);
        this.size = new SizeChecks(limits, view);
        this.rate = new OrderRate(limits.maxOrdersPerMinute());
    }

    /** {@code sequence} is that of the event on which the order was decided. Nothing counts until it is placed. */
    public RiskVerdict check(OrderRequest request, long sequence) {
        OrderCheck check = OrderCheck.of(request, view.quotes());
        view.losses().value(check.quoteAsset(), sequence);
        checkHalt(check);
        checkPause(check);
        market.checkTrading(check);
        market.checkFeed(check);
        market.checkQuoteAge(check);
        size.checkGrids(check);
        size.checkMinNotional(check);
        size.checkMaxNotional(check);
        size.checkMaxPosition(check);
        checkCounts(check);
        market.checkPriceBand(check);
        checkLosses(check);
        return check.lines().verdict();
    }

    public boolean isHalted() {
        return view.tradingState().isHalted();
    }

    /** The largest quantity of one market sale at this moment; 0 when none can be told. */
    public long mostPerSale(Instrument instrument) {
        return size.mostPerSale(instrument);
    }

    /** An order leaves, or a record says that it left: it counts in the minute behind {@code epochNs}. */
    public void onPlaced(long epochNs) {
        rate.add(epochNs);
    }

    @Override
    public void save(DataOutput out) throws IOException {
        rate.save(out);
    }

    @Override
    public void load(DataInput in) throws IOException {
        rate.load(in);
    }

    private void checkHalt(OrderCheck check) {
        if (view.tradingState().isHalted()) {
            check.lines().refuse("trading halted", "", "yes", "no order leaves after sequence "
                + view.tradingState().haltSequence() + ", /start resumes");
        } else {
            check.lines().pass("trading halted", "", "no");
        }
    }

    private void checkPause(OrderCheck check) {
        if (check.request().isExit()) {
            check.lines().skip("paused", OrderCheck.ENTRIES_ONLY);
        } else if (view.tradingState().isPaused()) {
            check.lines().refuse("paused", "", "yes", "no entries, only sales, until /start");
        } else {
            check.lines().pass("paused", "", "no");
        }
    }

    private void checkCounts(OrderCheck check) {
        int open = view.orders().open().size() + 1;
        check.lines().atMost("max open orders", BigDecimal.valueOf(open),
            BigDecimal.valueOf(limits.maxOpenOrders()), "");
        int inMinute = rate.count(view.time().epochNs()) + 1;
        check.lines().atMost("max orders per minute", BigDecimal.valueOf(inMinute),
            BigDecimal.valueOf(limits.maxOrdersPerMinute()), "");
    }

    private void checkLosses(OrderCheck check) {
        String quoteAsset = check.quoteAsset();
        checkLoss(check, "daily loss", limits.maxDailyLoss(), view.losses().dailyLoss(quoteAsset));
        checkLoss(check, "drawdown", limits.maxDrawdown(), view.losses().drawdown(quoteAsset));
    }

    private void checkLoss(OrderCheck check, String rule, Map<String, BigDecimal> amounts, BigDecimal loss) {
        String quoteAsset = check.quoteAsset();
        BigDecimal limit = amounts.get(quoteAsset);
        String unquoted = view.losses().unquoted(quoteAsset);
        if (check.request().isExit()) {
            check.lines().skip(rule, OrderCheck.ENTRIES_ONLY);
        } else if (limit == null) {
            check.lines().refuseUnset(rule, quoteAsset);
        } else if (unquoted != null) {
            check.lines().refuse(rule, Amounts.text(limit, quoteAsset), "not known",
                "not known while " + unquoted + " is held and has no quote");
        } else {
            check.lines().below(rule, loss, limit, quoteAsset);
        }
    }
}
