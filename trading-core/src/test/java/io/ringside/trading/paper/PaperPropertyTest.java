package io.ringside.trading.paper;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.core.event.OrderUpdate;
import io.ringside.trading.decision.OrderType;
import io.ringside.trading.decision.Side;
import io.ringside.trading.decision.TimeInForce;
import io.ringside.trading.market.Instrument;
import io.ringside.trading.order.Order;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Random interleavings of quotes, orders, cancels, questions, timers, answers that come back late, a ring that rejects,
 * and snapshots. A twin sees the same events with a ring that never rejects and without any snapshot: whatever it
 * answers, the first one must have answered.
 */
class PaperPropertyTest {

    private static final Map<String, BigDecimal> BALANCES =
        Map.of("USDT", new BigDecimal(400), "BTC", new BigDecimal(5), "ETH", new BigDecimal(5));
    private static final long CENT = 1_000_000;
    private static final int BOTH_SIDES = 3;
    private static final int DRAIN_LIMIT = 100_000;

    private final PaperOracle oracle = new PaperOracle(BALANCES);
    private final List<Order> orders = new ArrayList<>();
    private final long[] mids = {10_000 * CENT, 10_000 * CENT};
    private final long[][] quoted = new long[2][4];
    private SplittableRandom random;
    private PaperRig rig;
    private PaperRig twin;

    /** The share of answers that come back decides how near the venue gets to the end of its room. */
    @ParameterizedTest
    @CsvSource({"1, 0, 5000, 40", "2, 0, 5000, 40", "3, 3, 5000, 40", "4, 25, 5000, 40", "5, 0, 4000, 15",
        "6, 40, 4000, 15", "7, 0, 9000, 1", "8, 20, 4000, 5", "9, 0, 6000, 60", "10, 1, 6000, 60"})
    void shouldKeepEveryPromiseInAnyInterleaving(long seed, long latencyMs, int steps, int returnedPercent) {
        random = new SplittableRandom(seed);
        rig = new PaperRig(latencyMs, BALANCES);
        twin = new PaperRig(latencyMs, BALANCES);
        rig.ring().setRoom(() -> random.nextInt(100) < 60);

        for (int i = 0; i < steps; i++) {
            step(returnedPercent);
        }
        finish();

        assertThat(rig.ring().published()).isEqualTo(twin.ring().published());
        oracle.judge(rig.ring().published(), rig.venue().balances());
    }

    private void step(int returnedPercent) {
        int dice = random.nextInt(100);
        if (dice < 30) {
            quote(random.nextInt(2));
        } else if (dice < 55) {
            submit();
        } else if (dice < 70 && !orders.isEmpty()) {
            ask(orders.get(orders.size() - 1 - random.nextInt(Math.min(orders.size(), 40))));
        } else if (dice < 75) {
            timer();
        } else if (dice < 77) {
            rig.reload();
        }
        for (int i = 0; i < 3 && random.nextInt(100) < returnedPercent; i++) {
            deliver();
        }
        rig.venue().retry();
        rig.venue().balances().forEach((asset, balance) -> {
            assertThat(balance.free()).as(asset).isNotNegative();
            assertThat(balance.locked()).as(asset).isNotNegative();
        });
    }

    private void quote(int symbolId) {
        mids[symbolId] = Math.max(5_000 * CENT, mids[symbolId] + (random.nextInt(401) - 200) * CENT / 2);
        long bid = mids[symbolId] - random.nextInt(50) * CENT - 1;
        long ask = mids[symbolId] + random.nextInt(50) * CENT + 1;
        long[] last = quoted[symbolId];
        int changed = last[0] == 0 ? BOTH_SIDES : 1 + random.nextInt(BOTH_SIDES);
        if ((changed & 1) != 0) {
            last[0] = bid;
            last[1] = random.nextInt(60_000_000);
        }
        if ((changed & 2) != 0) {
            last[2] = ask;
            last[3] = random.nextInt(60_000_000);
        }
        tick(symbolId, last[0], last[1], last[2], last[3]);
    }

    private void tick(int symbolId, long bid, long bidQty, long ask, long askQty) {
        rig.tick(symbolId, bid, bidQty, ask, askQty);
        twin.tick(symbolId, bid, bidQty, ask, askQty);
        oracle.onQuote(symbolId, rig.time().epochNs(), bid, bidQty, ask, askQty);
    }

    private void submit() {
        Instrument instrument = random.nextBoolean() ? PaperRig.BTCUSDT : PaperRig.ETHUSDT;
        Side side = Side.of(random.nextInt(2));
        boolean isMarket = random.nextInt(4) == 0;
        TimeInForce timeInForce = TimeInForce.of(random.nextInt(5) / 2);
        long price = isMarket ? 0 : mids[instrument.symbolId()] / CENT + random.nextInt(301) - 150;
        long qty = random.nextInt(20) == 0 ? random.nextInt(3_000) : 500 + random.nextInt(6_000) * 10;
        OrderType type = isMarket ? OrderType.MARKET : OrderType.LIMIT;
        Order order = rig.order(instrument, side, type, timeInForce, qty, price);

        boolean taken = rig.venue().submit(order.placed(), 0);

        assertThat(twin.venue().submit(order.placed(), 0)).isEqualTo(taken);
        if (taken) {
            orders.add(order);
            oracle.onSent(order);
        }
    }

    private void ask(Order order) {
        if (random.nextInt(10) == 0) {
            assertThat(twin.venue().resolve(order.sent())).isEqualTo(rig.venue().resolve(order.sent()));
        } else {
            assertThat(twin.venue().cancel(order.sent(), 0)).isEqualTo(rig.venue().cancel(order.sent(), 0));
        }
    }

    private void timer() {
        int afterMs = random.nextInt(20);
        rig.timer(afterMs);
        twin.timer(afterMs);
    }

    /** What has come out of the one ring goes to both: only they differ in when it got in. */
    private void deliver() {
        OrderUpdate expected = rig.venue().nextInFlight();
        OrderUpdate update = rig.deliver();
        if (update != null) {
            assertThat(update).isEqualTo(expected);
            twin.deliver(update);
        }
    }

    private void finish() {
        rig.ring().setRoom(() -> true);
        drain();
        for (Order order : orders) {
            assertThat(rig.venue().cancel(order.sent(), 0)).isEqualTo(twin.venue().cancel(order.sent(), 0));
            timer();
            drain();
        }
        rig.timer(1_000);
        twin.timer(1_000);
        drain();
    }

    private void drain() {
        for (int i = 0; i < DRAIN_LIMIT && rig.venue().nextInFlight() != null; i++) {
            deliver();
            timer();
        }
        assertThat(rig.venue().nextInFlight()).isNull();
        assertThat(rig.venue().hasWaiting()).isFalse();
    }
}
