package io.ringside.trading.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.core.command.ReplyBody;
import io.ringside.core.command.Verb;
import io.ringside.core.event.FeedStatus;
import io.ringside.core.event.OrderStatus;
import io.ringside.core.event.OrderUpdate;
import io.ringside.core.event.OrderUpdate.ExecutionType;
import io.ringside.core.event.OrderUpdate.Ids;
import io.ringside.core.event.OrderUpdate.Liquidity;
import io.ringside.core.event.OrderUpdate.Report;
import io.ringside.core.event.OrderUpdate.Trade;
import io.ringside.core.event.Origin;
import io.ringside.core.event.PipelineEvent;
import io.ringside.core.route.Router;
import io.ringside.core.runtime.Counter;
import io.ringside.core.runtime.Counters;
import io.ringside.trading.decision.AccountId;
import io.ringside.trading.decision.Decision.OrderPlaced;
import io.ringside.trading.engine.JournaledEngine;
import io.ringside.trading.engine.RunRecord;
import io.ringside.trading.journal.ForceMode;
import io.ringside.trading.journal.JournalClaim;
import io.ringside.trading.journal.JournalConfig;
import io.ringside.trading.market.TradeFixtures;
import io.ringside.trading.order.Order;
import io.ringside.trading.order.OrderGateway;
import io.ringside.trading.risk.RiskDesk;
import io.ringside.trading.settings.StrategyTypes;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A journaled run whose venue is the test: what it says of orders is told, not decided. */
final class LiveSession implements AutoCloseable {

    private final Counter failures = new Counters().counter("failures");
    private final Router router = new Router(() -> 0, failures);
    private final AccountId account;
    private final JournaledEngine trading;
    private final List<Long> reconciled = new ArrayList<>();
    private boolean taking = true;
    private long nextSequence;
    private long nowNs = RiskDesk.NOON_NS;

    /** Goes on where the run before it in that directory ended, if there was one. */
    LiveSession(Path directory, AccountId account) throws IOException {
        this.account = account;
        JournalConfig config = new JournalConfig(directory, 1 << 20, 1L << 30, 1L << 40, true, ForceMode.NEVER);
        JournalClaim claim = JournalClaim.take(config);
        RunRecord run = new RunRecord(claim.lastRunId() + 1, TradeFixtures.SYMBOLS.names(), new int[]{0, 1, 1, 1}, 2, 0,
            Origin.telegram(0, -99, 5, 0), true, Map.of("PAPER_BALANCES", "10000USDT"), TradeFixtures.KNOWN, account);
        this.trading = new JournaledEngine(run, StrategyTypes.builtIn(), books -> new Venue(), reply -> true,
            (nowEpochNs, state) -> ReplyBody.text(state), new Counters());
        try (claim) {
            nextSequence = trading.open(claim);
        }
        trading.attachTo(router, place -> { });
        feed(0);
        feed(1);
        pass();
        quote(1_999_900, 2_000_000);
    }

    /** Takes what it is asked for, unless told otherwise, and says nothing by itself. */
    private final class Venue implements OrderGateway {

        @Override
        public AccountId account() {
            return account;
        }

        @Override
        public boolean submit(OrderPlaced order, long journalPosition) {
            return taking;
        }

        @Override
        public boolean cancel(Sent order, long journalPosition) {
            return taking;
        }

        @Override
        public boolean resolve(Sent order) {
            return true;
        }

        @Override
        public void reconcile(Map<String, BigDecimal> balances, List<Sent> open) {
            open.forEach(order -> reconciled.add(order.placed().number()));
        }
    }

    void takeNothing() {
        taking = false;
    }

    void takeAll() {
        taking = true;
    }

    /** Numbers of the orders that the venue was told of before the first event. */
    List<Long> reconciled() {
        return reconciled;
    }

    Order order(long number) {
        return trading.engine().books().orders().find(number);
    }

    void give(Verb verb, String arguments) {
        PipelineEvent event = new PipelineEvent();
        event.command().set(Origin.telegram(11, -22, 33, nextSequence), 1, verb.code(), arguments,
            TimeUnit.NANOSECONDS.toMillis(nowNs), nowNs);
        emit(event);
    }

    /** By what the venue names an order; any other than those placed is nobody's. */
    Ids ids(long number, String exchangeOrderId) {
        Order order = order(number);
        return new Ids(account.code(), 0, order == null ? "web_" + number : order.clientOrderId(), exchangeOrderId);
    }

    void tell(long number, OrderStatus status, ExecutionType execution, String reason) {
        tell(ids(number, "b47ac10b-58cc-4372-a567-0e02b2c3d4" + number), status, execution, reason);
    }

    void tell(Ids ids, OrderStatus status, ExecutionType execution, String reason) {
        tell(OrderUpdate.state(ids, status, execution, 0, -5, Report.event(nowNs, reason)));
    }

    /** All of an order trades, as the taker, at a price in hundredths. */
    void fill(Ids ids, long qty, long price) {
        tell(OrderUpdate.trade(ids, OrderStatus.FILLED, qty, -5,
            new Trade("T-1", qty, price, -2, 1, -3, "BNB", Liquidity.TAKER), Report.event(nowNs)));
    }

    void pass() {
        PipelineEvent event = new PipelineEvent();
        event.timer().set(nowNs);
        emit(event);
    }

    @Override
    public void close() {
        trading.close();
    }

    private void tell(OrderUpdate update) {
        PipelineEvent event = new PipelineEvent();
        event.orderAck().set(update);
        emit(event);
    }

    private void feed(int connection) {
        PipelineEvent event = new PipelineEvent();
        event.feedState().set(connection, FeedStatus.UP, nowNs, "quotes flow");
        emit(event);
    }

    private void quote(long bid, long ask) {
        PipelineEvent event = new PipelineEvent();
        event.tick().set(0, 7, 0, nowNs);
        event.tick().setQuote(-2, -8, bid, 100_000_000, ask, 100_000_000);
        emit(event);
    }

    private void emit(PipelineEvent event) {
        router.onEvent(event, nextSequence++, true);
        nowNs += TimeUnit.MILLISECONDS.toNanos(1);
        assertThat(failures.value()).isZero();
    }
}
