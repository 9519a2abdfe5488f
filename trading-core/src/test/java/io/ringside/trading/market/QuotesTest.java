package io.ringside.trading.market;

import static io.ringside.trading.market.TradeEvents.tick;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.ringside.core.event.Symbols;
import io.ringside.core.event.Tick;
import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class QuotesTest {

    private static final long START_NS = TimeUnit.DAYS.toNanos(20_000);
    private static final long SECOND_NS = TimeUnit.SECONDS.toNanos(1);

    private static final int TICKS = 100_000;

    private final Quotes quotes = new Quotes(Symbols.of("BTCUSDT", "ETHUSDT"));

    @Test
    void shouldHaveNoQuoteBeforeTheFirst() {
        assertThat(quotes.newest(0)).isNull();
        assertThat(quotes.ticks()).isZero();
    }

    @Test
    void shouldKeepTheNewestQuotePerSymbol() {
        quotes.onTick(tick(0, 100, 101, START_NS), 1);
        quotes.onTick(tick(1, 50, 51, START_NS), 2);
        quotes.onTick(tick(0, 102, 103, START_NS + 1), 3);

        assertThat(quotes.newest(0).bidPrice()).isEqualTo(102);
        assertThat(quotes.newest(0).askPrice()).isEqualTo(103);
        assertThat(quotes.newest(0).receivedEpochNs()).isEqualTo(START_NS + 1);
        assertThat(quotes.newest(1).bidPrice()).isEqualTo(50);
        assertThat(quotes.ticks()).isEqualTo(3);
    }

    @Test
    void shouldNotChangeWithTheSlotThatATickCameIn() {
        Tick slot = tick(0, 100, 101, START_NS);
        quotes.onTick(slot, 1);

        slot.setQuote(-2, -8, 999, 1, 1_000, 1);

        assertThat(quotes.newest(0).bidPrice()).isEqualTo(100);
    }

    @Test
    void shouldTellTheRateOverTheLastFullWindow() {
        quotes.onTimer(START_NS, 1);
        receive(30);

        quotes.onTimer(START_NS + SECOND_NS - 1, 2);
        long rateBefore = quotes.ticksPerSecond();
        quotes.onTimer(START_NS + SECOND_NS * 3 / 2, 3);

        assertThat(rateBefore).isZero();
        assertThat(quotes.ticksPerSecond()).isEqualTo(20);
    }

    @Test
    void shouldForgetAnEarlierRateInSilence() {
        quotes.onTimer(START_NS, 1);
        receive(30);
        quotes.onTimer(START_NS + SECOND_NS, 2);

        quotes.onTimer(START_NS + 2 * SECOND_NS, 3);

        assertThat(quotes.ticksPerSecond()).isZero();
    }

    @Test
    void shouldTellTheRateAgainSoonAfterTheWallClockWasSetBack() {
        quotes.onTimer(START_NS, 1);
        quotes.onTimer(START_NS - TimeUnit.HOURS.toNanos(1), 2);
        receive(40);

        quotes.onTimer(START_NS - TimeUnit.HOURS.toNanos(1) + SECOND_NS, 3);

        assertThat(quotes.ticksPerSecond()).isEqualTo(40);
    }

    @Test
    void shouldAllocateNothingPerTick() {
        Tick tick = tick(1, 100, 101, START_NS);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        receive(tick, TICKS);

        long bytesBefore = threads.getCurrentThreadAllocatedBytes();
        receive(tick, TICKS);
        long bytes = threads.getCurrentThreadAllocatedBytes() - bytesBefore;

        // Asking takes some bytes itself, once.
        assertThat(bytes).isLessThan(TICKS / 10);
    }

    private void receive(int ticks) {
        receive(tick(0, 100, 101, START_NS), ticks);
    }

    private void receive(Tick tick, int times) {
        for (int i = 0; i < times; i++) {
            quotes.onTick(tick, i);
        }
    }
}
