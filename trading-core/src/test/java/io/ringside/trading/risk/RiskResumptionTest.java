package io.ringside.trading.risk;

import static io.ringside.trading.market.TradeFixtures.BTCUSDT;
import static io.ringside.trading.market.TradeFixtures.bytes;
import static io.ringside.trading.market.TradeFixtures.limit;
import static io.ringside.trading.market.TradeFixtures.restarted;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.trading.decision.Side;
import io.ringside.trading.order.OrderRequest;
import java.io.IOException;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A gate that came back from a snapshot says the same of every later order as the one that went on. */
class RiskResumptionTest {

    private static final int STEPS = 500;

    private final RiskDesk desk = new RiskDesk();
    private final RiskDesk back = new RiskDesk();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void shouldGoOnAlikeFromASnapshot(long seed) throws IOException {
        Random before = new Random(seed);
        for (int i = 0; i < STEPS; i++) {
            step(desk, before);
        }
        restarted(desk.time(), back.time());
        restarted(desk.portfolio(), back.portfolio());
        restarted(desk.losses(), back.losses());
        restarted(desk.tradingState(), back.tradingState());
        restarted(desk.gate(), back.gate());
        desk.quote(0, 2_000_000, 2_000_100);
        back.quote(0, 2_000_000, 2_000_100);
        desk.decisions().clear();

        Random after = new Random(seed);
        Random afterToo = new Random(seed);
        for (int i = 0; i < STEPS; i++) {
            assertThat(step(back, afterToo)).isEqualTo(step(desk, after));
        }
        assertThat(back.decisions()).isEqualTo(desk.decisions()).isNotEmpty();
        assertThat(bytes(back.losses())).isEqualTo(bytes(desk.losses()));
        assertThat(bytes(back.gate())).isEqualTo(bytes(desk.gate()));
    }

    /** Time moves by up to 3 s, seldom by an hour back or half a day on; every order that may leave fills at once. */
    private static RiskVerdict step(RiskDesk desk, Random random) {
        long stepNs = switch (random.nextInt(40)) {
            case 0 -> -TimeUnit.HOURS.toNanos(1);
            case 1 -> TimeUnit.HOURS.toNanos(12);
            default -> random.nextInt(3_000) * 1_000_000L;
        };
        desk.at(desk.time().epochNs() + stepNs);
        long bid = 1_900_000 + random.nextInt(200_000);
        desk.quote(0, bid, bid + 100);
        desk.losses().onTimer(desk.time().epochNs(), 1);
        Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
        OrderRequest request = limit(BTCUSDT, side, 100L * (1 + random.nextInt(6)), bid);
        RiskVerdict verdict = desk.gate().check(request, 1);
        if (verdict.passed()) {
            desk.gate().onPlaced(desk.time().epochNs());
            desk.trade(BTCUSDT, side, BTCUSDT.qty().text(request.qty()), BTCUSDT.price().text(bid));
        }
        return verdict;
    }
}
