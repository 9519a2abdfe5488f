package io.ringside.trading.risk;

import static io.ringside.trading.market.TradeFixtures.INSTRUMENTS;
import static io.ringside.trading.market.TradeFixtures.SYMBOLS;
import static io.ringside.trading.market.TradeFixtures.placed;

import io.ringside.core.event.FeedStatus;
import io.ringside.trading.account.Fill;
import io.ringside.trading.account.Portfolio;
import io.ringside.trading.account.TradingBooks;
import io.ringside.trading.decision.AccountId;
import io.ringside.trading.decision.Decision;
import io.ringside.trading.decision.Side;
import io.ringside.trading.ledger.ProfitHistory;
import io.ringside.trading.market.FeedHealth;
import io.ringside.trading.market.Instrument;
import io.ringside.trading.market.Quotes;
import io.ringside.trading.market.RingTime;
import io.ringside.trading.market.TradeEvents;
import io.ringside.trading.market.TradeFixtures;
import io.ringside.trading.order.Order;
import io.ringside.trading.order.OrderRequest;
import io.ringside.trading.order.Orders;
import io.ringside.trading.settings.SettingsReader;
import io.ringside.trading.settings.TradingSettings;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Everything that the risk gate looks at, at a time turned by hand: noon of a day, feeds UP, BTCUSDT at 20,000. */
public final class RiskDesk {

    public static final long DAY = 20_000;
    public static final long NOON_NS = TimeUnit.DAYS.toNanos(DAY) + TimeUnit.HOURS.toNanos(12);

    /** Held from the start, so in no position. */
    private static final Map<String, BigDecimal> BALANCES =
        Map.of("USDT", new BigDecimal("100000"), "BTC", new BigDecimal("1000"), "ETH", new BigDecimal("1000"));

    private final List<Decision> decisions = new ArrayList<>();
    private final RingTime time = new RingTime();
    private final Quotes quotes = new Quotes(SYMBOLS);
    private final FeedHealth health = new FeedHealth(new int[]{0, 1, 1, 1}, 2, 0);
    private final Orders orders = new Orders(INSTRUMENTS);
    private final Portfolio portfolio = new Portfolio(INSTRUMENTS, BALANCES);
    private final TradingState tradingState = new TradingState(this::record);
    private final LossLimits losses = new LossLimits(AccountId.PAPER, portfolio, quotes, time, this::record);
    private final RiskGate gate;

    /** Small limits: of USDT 100 an order, 500 a position, 50 a day, 100 from the peak; of BTC a hundred-thousandth. */
    public static final Map<String, String> SETTINGS = Map.of("RISK_MAX_ORDER_NOTIONAL", "100USDT,0.001BTC",
        "RISK_MAX_POSITION", "500USDT,0.005BTC", "RISK_MAX_DAILY_LOSS", "50USDT,0.0005BTC",
        "RISK_MAX_DRAWDOWN", "100USDT,0.001BTC");
    public static final RiskLimits LIMITS = limits(SETTINGS);

    public RiskDesk() {
        this(LIMITS);
    }

    public static RiskLimits limits(Map<String, String> settings) {
        return new TradingSettings(new SettingsReader(settings)).read().limits();
    }

    public RiskDesk(RiskLimits limits) {
        gate = new RiskGate(limits, new TradingBooks(time, INSTRUMENTS, quotes, orders, portfolio,
            new ProfitHistory()), health,
            tradingState, losses);
        time.onTimer(NOON_NS);
        feed(0, FeedStatus.UP);
        feed(1, FeedStatus.UP);
        quote(0, 1_999_900, 2_000_000);
    }

    public List<Decision> decisions() {
        return decisions;
    }

    public RingTime time() {
        return time;
    }

    public Orders orders() {
        return orders;
    }

    public Portfolio portfolio() {
        return portfolio;
    }

    public TradingState tradingState() {
        return tradingState;
    }

    public LossLimits losses() {
        return losses;
    }

    public RiskGate gate() {
        return gate;
    }

    public Quotes quotes() {
        return quotes;
    }

    public void feed(int connection, FeedStatus status) {
        health.onFeedState(TradeEvents.feedState(connection, status, NOON_NS, "no data for 5 s"), 1);
    }

    /** In hundredths. */
    public void quote(int symbolId, long bid, long ask) {
        quotes.onTick(TradeEvents.tick(symbolId, bid, ask, time.epochNs()), 1);
    }

    public void at(long epochNs) {
        time.onTimer(epochNs);
    }

    public void trade(Instrument instrument, Side side, String qty, String price) {
        Fill fill = TradeFixtures.fill(instrument, side, qty, price, "0", "");
        portfolio.onFill(fill);
        losses.onFill(fill);
    }

    public Order open(OrderRequest request) {
        return orders.add(placed(orders.nextNumber(), request, time.epochNs()));
    }

    public String rejection(OrderRequest request) {
        return gate.check(request, 9).rejection();
    }

    public RiskLine line(OrderRequest request, String check) {
        return gate.check(request, 9).lines().stream().filter(line -> line.check().equals(check)).findFirst()
            .orElseThrow();
    }

    private void record(Decision decision, long sequence) {
        decisions.add(decision);
    }
}
