package io.ringside.trading.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.core.command.Verb;
import io.ringside.core.event.Command;
import io.ringside.core.event.Decimals;
import io.ringside.core.event.FeedStatus;
import io.ringside.core.event.OrderUpdate;
import io.ringside.core.event.Origin;
import io.ringside.core.event.PipelineEvent;
import io.ringside.core.event.Tick;
import io.ringside.trading.decision.Decision;
import io.ringside.trading.decision.Decision.AssetValued;
import io.ringside.trading.decision.Decision.LossMarked;
import io.ringside.trading.decision.Decision.OrderPlaced;
import io.ringside.trading.decision.Decision.OrderRejected;
import io.ringside.trading.decision.Decision.ReplySent;
import io.ringside.trading.decision.Decision.TradingStateChanged;
import io.ringside.trading.decision.OrderType;
import io.ringside.trading.decision.Side;
import io.ringside.trading.market.Amounts;
import io.ringside.trading.market.Instrument;
import io.ringside.trading.market.Instruments;
import io.ringside.trading.risk.RiskLimits;
import io.ringside.trading.settings.TradingConfig;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Judges a journal, record by record, without any part of the trading core: what may leave when, what is answered, and
 * what all executions add up to.
 */
public final class EngineOracle {

    private record Quote(BigDecimal bid, BigDecimal ask, long epochNs) {
    }

    private static final BigDecimal BPS = BigDecimal.valueOf(10_000);
    private static final long MINUTE_NS = TimeUnit.MINUTES.toNanos(1);

    private final RunRecord run;
    private final List<Consumer<EngineOracle>> past = new ArrayList<>();
    private final RiskLimits limits;
    private final Instruments instruments;
    private final AccountFold account;
    private final OrderFold orders = new OrderFold();
    private final FundsOracle funds;
    private final Quote[] quotes = new Quote[EngineRun.SYMBOLS.size()];
    private final FeedStatus[] feeds = new FeedStatus[EngineRun.CONNECTIONS];
    private final Map<String, LossMarked> losses = new HashMap<>();
    private final Set<List<Long>> messages = new HashSet<>();
    private List<Long> placedEpochNs = new ArrayList<>();
    private TradingStateChanged switched = new TradingStateChanged(false, 0, false);
    private boolean halted;
    private boolean paused;
    private boolean redelivered;
    private long nowEpochNs;
    private int placed;
    private int rejected;

    public EngineOracle(RunRecord run) {
        this.run = run;
        TradingConfig config = run.trading();
        this.limits = config.limits();
        this.instruments = run.tradable();
        this.account = new AccountFold(instruments, config.paper().balances());
        this.funds = new FundsOracle(instruments, account, orders);
        Arrays.fill(feeds, FeedStatus.DOWN);
    }

    public AccountFold account() {
        return account;
    }

    public OrderFold orders() {
        return orders;
    }

    public int placed() {
        return placed;
    }

    public int rejected() {
        return rejected;
    }

    /** How many records and restarts it has judged. */
    public int judged() {
        return past.size();
    }

    /** Another one, which has judged only the first of them. */
    public EngineOracle judgedUntil(int first) {
        EngineOracle other = new EngineOracle(run);
        past.subList(0, first).forEach(record -> record.accept(other));
        return other;
    }

    /** Null without a quote, or if that side is empty. */
    public BigDecimal touch(Side side, int symbolId) {
        Quote quote = quotes[symbolId];
        return quote == null ? null : side == Side.BUY ? quote.ask : quote.bid;
    }

    /** A process has ended and another has recovered: it trades as it was journaled, the market is unknown. */
    public void restart(long recoveredEpochNs) {
        past.add(oracle -> oracle.restart(recoveredEpochNs));
        halted = switched.halted();
        paused = switched.paused();
        nowEpochNs = recoveredEpochNs;
        Arrays.fill(feeds, FeedStatus.DOWN);
        Arrays.fill(quotes, null);
    }

    public void accept(EngineRig.Entry entry) {
        past.add(oracle -> oracle.accept(entry));
        if (entry.event() != null) {
            onEvent(entry.event());
        } else {
            onDecision(entry.decision());
        }
    }

    private void onEvent(PipelineEvent event) {
        redelivered = false;
        switch (event.type()) {
            case TIMER -> nowEpochNs = event.timer().epochNs();
            case TICK -> onTick(event.tick());
            case COMMAND -> onCommand(event.command());
            case FEED_STATE -> feeds[event.feedState().connection()] = event.feedState().status();
            case ORDER_ACK -> onUpdate(event.orderAck().update());
            default -> throw new IllegalStateException("no such event: " + event.type());
        }
    }

    private void onUpdate(OrderUpdate update) {
        OrderFold.Known traded = orders.onUpdate(update);
        if (traded != null) {
            account.onTrade(traded.placed(), update);
        }
    }

    private void onTick(Tick tick) {
        nowEpochNs = Math.max(nowEpochNs, tick.receivedEpochNs());
        quotes[tick.symbolId()] = new Quote(price(tick.bidPrice(), tick), price(tick.askPrice(), tick),
            tick.receivedEpochNs());
    }

    private static BigDecimal price(long mantissa, Tick tick) {
        return mantissa == 0 ? null : Decimals.toBigDecimal(mantissa, tick.priceExponent());
    }

    private void onCommand(Command command) {
        nowEpochNs = Math.max(nowEpochNs, command.receivedEpochNs());
        Origin origin = command.origin();
        redelivered = origin.channel().redelivers()
            && !messages.add(List.of(origin.chatId(), origin.messageId()));
        if (redelivered) {
            return;
        }
        if (command.verbCode() == Verb.STOP.code()) {
            halted = true;
        } else if (command.verbCode() == Verb.PAUSE.code()) {
            paused |= !halted;
        } else if (command.verbCode() == Verb.START.code()) {
            halted = false;
            paused = false;
        }
    }

    private void onDecision(Decision decision) {
        assertThat(redelivered && !(decision instanceof ReplySent)).as("carried out twice: " + decision).isFalse();
        if (decision instanceof OrderPlaced order) {
            placed++;
            judge(order);
            orders.onPlaced(order);
            placedEpochNs.add(nowEpochNs);
        } else if (decision instanceof OrderRejected) {
            rejected++;
            clampMinute();
        } else if (decision instanceof LossMarked marked) {
            LossMarked before = losses.put(marked.asset(), marked);
            if (before != null) {
                assertThat(new BigDecimal(marked.peak())).isGreaterThanOrEqualTo(new BigDecimal(before.peak()));
                assertThat(marked.day() != before.day() || marked.dayStart().equals(before.dayStart()))
                    .as("%s begins the same day as %s", marked, before).isTrue();
            }
        } else if (decision instanceof AssetValued valued) {
            assertThat(valued).as("at the touch").isEqualTo(new AssetValued(valued.account(), "BTC", "USDT",
                Amounts.text(touch(Side.SELL, EngineRun.SYMBOLS.indexOf("BTCUSDT")))));
            account.value("BTC", "USDT", new BigDecimal(valued.price()));
        } else if (decision instanceof TradingStateChanged change) {
            switched = change;
            assertThat(change.halted()).isEqualTo(halted);
        }
    }

    private void judge(OrderPlaced order) {
        boolean isBuy = order.side() == Side.BUY;
        Instrument instrument = instruments.of(order);
        String asset = instrument.quoteAsset();
        assertThat(halted).as("order after a halt").isFalse();
        assertThat(isBuy && paused).as("entry in a pause").isFalse();
        assertThat(order.epochNs()).isEqualTo(nowEpochNs);
        assertThat(feeds[EngineRun.connectionOf(order.symbolId())]).isEqualTo(FeedStatus.UP);
        assertThat(order.qty()).isPositive().matches(qty -> qty % instrument.qty(order.type()).step() == 0);

        Quote quote = quotes[order.symbolId()];
        BigDecimal touch = isBuy ? quote.ask : quote.bid;
        assertThat(nowEpochNs - quote.epochNs).isLessThanOrEqualTo(limits.maxQuoteAgeMs() * 1_000_000);
        BigDecimal price = order.type() == OrderType.MARKET ? touch : instrument.price().value(order.price());
        BigDecimal notional = price.multiply(instrument.qty().value(order.qty()));
        BigDecimal maxNotional = limits.maxOrderNotional().get(asset);
        if (maxNotional != null || order.type() == OrderType.LIMIT || !funds.isExit(order)) {
            assertThat(notional).as("market exits need no limit").isLessThanOrEqualTo(maxNotional);
        }
        assertThat(isBuy ? notional : instrument.qty().value(order.qty())).as("paid by %s", order)
            .isLessThanOrEqualTo(funds.free(isBuy ? asset : instrument.baseAsset(), id -> quotes[id] == null ? null
                : quotes[id].ask));
        if (!funds.isExit(order)) {
            assertThat(price.subtract(touch).abs().multiply(BPS))
                .isLessThanOrEqualTo(touch.multiply(BigDecimal.valueOf(limits.maxPriceOffBps())));
            assertThat(orders.open().size() + 1).isLessThanOrEqualTo(limits.maxOpenOrders());
            assertThat(ordersInMinute() + 1).isLessThanOrEqualTo(limits.maxOrdersPerMinute());
        }
        if (isBuy) {
            assertThat(notional.add(exposure(instrument, touch))).isLessThanOrEqualTo(limits.maxPosition().get(asset));
            judgeLosses(asset);
            if (asset.equals("BTC") && touch(Side.SELL, EngineRun.SYMBOLS.indexOf("BTCUSDT")) != null) {
                judgeLosses("USDT");
            }
        }
    }

    private BigDecimal exposure(Instrument instrument, BigDecimal ask) {
        BigDecimal exposure = account.held(instrument.baseAsset()).multiply(ask);
        for (OrderFold.Known open : orders.open()) {
            OrderPlaced order = open.placed();
            Instrument bought = instruments.of(order);
            if (bought.baseAsset().equals(instrument.baseAsset()) && order.side() == Side.BUY) {
                boolean isLimit = order.symbolId() == instrument.symbolId() && order.type() == OrderType.LIMIT;
                BigDecimal price = isLimit ? instrument.price().value(order.price()) : ask;
                exposure = exposure.add(price.multiply(bought.qty().value(open.openQty())));
            }
        }
        return exposure;
    }

    private void judgeLosses(String asset) {
        BigDecimal net = account.net(asset, this::touch);
        LossMarked mark = losses.get(asset);
        if (net == null || mark == null) {
            return;
        }
        assertThat(new BigDecimal(mark.dayStart()).subtract(net)).as("daily loss")
            .isLessThan(limits.maxDailyLoss().get(asset));
        assertThat(new BigDecimal(mark.peak()).subtract(net)).as("drawdown")
            .isLessThan(limits.maxDrawdown().get(asset));
    }

    private int ordersInMinute() {
        clampMinute();
        return (int) placedEpochNs.stream().filter(epochNs -> nowEpochNs - epochNs < MINUTE_NS).count();
    }

    /** A clock that was set back: what has left, has left by now. */
    private void clampMinute() {
        int first = Math.max(0, placedEpochNs.size() - limits.maxOrdersPerMinute());
        placedEpochNs = new ArrayList<>(placedEpochNs.subList(first, placedEpochNs.size()));
        placedEpochNs.replaceAll(epochNs -> Math.min(epochNs, nowEpochNs));
    }
}
