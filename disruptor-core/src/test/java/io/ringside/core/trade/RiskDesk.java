package io.ringside.core.trade;

import static io.ringside.core.trade.TradeFixtures.INSTRUMENTS;
import static io.ringside.core.trade.TradeFixtures.SYMBOLS;
import static io.ringside.core.trade.TradeFixtures.placed;

import io.ringside.core.event.FeedStatus;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Everything that the risk gate looks at, at a time turned by hand: noon of a day, feeds UP, BTCUSDT at 20,000. */
final class RiskDesk {

    static final long DAY = 20_000;
    static final long NOON_NS = TimeUnit.DAYS.toNanos(DAY) + TimeUnit.HOURS.toNanos(12);

    private final List<Decision> decisions = new ArrayList<>();
    private final RingTime time = new RingTime();
    private final Quotes quotes = new Quotes(SYMBOLS);
    private final FeedHealth health = new FeedHealth(2, 0);
    private final Orders orders = new Orders(INSTRUMENTS);
    private final Ledger ledger = new Ledger(INSTRUMENTS, Map.of());
    private final Switches switches = new Switches(this::record);
    private final LossWatch losses = new LossWatch(ledger, quotes, time, this::record);
    private final RiskGate gate;

    /** Small limits: of USDT and the like 100 an order, 500 a position, 50 a day, 100 from the peak. */
    static final RiskLimits LIMITS = new RiskLimits(amounts("100", "0.001"), amounts("500", "0.005"),
        amounts("50", "0.0005"), amounts("100", "0.001"), 20, 30, 500, 5_000);

    RiskDesk() {
        this(LIMITS);
    }

    private static Map<String, BigDecimal> amounts(String usdt, String btc) {
        return Map.of("USDT", new BigDecimal(usdt), "BTC", new BigDecimal(btc));
    }

    RiskDesk(RiskLimits limits) {
        gate = new RiskGate(limits, new RiskView(time, quotes, health, symbolId -> symbolId == 0 ? 0 : 1, orders,
            ledger, switches, losses));
        time.onTimer(NOON_NS);
        feed(0, FeedStatus.UP);
        feed(1, FeedStatus.UP);
        quote(0, 1_999_900, 2_000_000);
    }

    List<Decision> decisions() {
        return decisions;
    }

    RingTime time() {
        return time;
    }

    Orders orders() {
        return orders;
    }

    Ledger ledger() {
        return ledger;
    }

    Switches switches() {
        return switches;
    }

    LossWatch losses() {
        return losses;
    }

    RiskGate gate() {
        return gate;
    }

    Quotes quotes() {
        return quotes;
    }

    void feed(int connection, FeedStatus status) {
        health.onFeedState(TradeEvents.feedState(connection, status, NOON_NS, "no data for 5 s"), 1);
    }

    /** In hundredths. */
    void quote(int symbolId, long bid, long ask) {
        quotes.onTick(TradeEvents.tick(symbolId, bid, ask, time.epochNs()), 1);
    }

    void at(long epochNs) {
        time.onTimer(epochNs);
    }

    void trade(Instrument instrument, Side side, String qty, String price) {
        Fill fill = TradeFixtures.fill(instrument, side, qty, price, "0", "");
        ledger.onFill(fill);
        losses.onFill(fill);
    }

    Order open(OrderRequest request) {
        return orders.add(placed(orders.nextNumber(), request, time.epochNs()));
    }

    String refusal(OrderRequest request) {
        return gate.check(request, 9).refusal();
    }

    RiskLine line(OrderRequest request, String rule) {
        return gate.check(request, 9).lines().stream().filter(line -> line.rule().equals(rule)).findFirst()
            .orElseThrow();
    }

    private void record(Decision decision, long sequence) {
        decisions.add(decision);
    }
}
