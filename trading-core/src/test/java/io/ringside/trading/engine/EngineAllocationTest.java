package io.ringside.trading.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.ringside.core.event.FeedStatus;
import io.ringside.core.event.PipelineEvent;
import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a tick allocates from the router to the last handler while the strategy is on and something is held. */
class EngineAllocationTest {

    private static final int WARM_UP_TICKS = 400_000;
    private static final int TICKS = 1_000_000;
    private static final long TICK_NS = TimeUnit.MILLISECONDS.toNanos(20);

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final SplittableRandom random = new SplittableRandom(1);
    private final HandRing ring = new HandRing();
    private final PipelineEvent event = new PipelineEvent();
    private final long[] bids = {6_000_000, 300_000, 5_000};
    private EngineRig rig;
    private long epochNs = EngineRun.START_EPOCH_NS;

    @ParameterizedTest
    @ValueSource(strings = {"fast=100 slow=500", "fast=500 slow=20000", "fast=2s slow=60s"})
    void shouldAllocateLessThanOneBytePerTick(String windows) {
        String parameters = windows + " cooldown=24h symbols=BTCUSDT,ETHUSDT";
        rig = new EngineRig(EngineRun.of(1, Map.of("STRATEGY_PARAMETERS", parameters)), ring);
        for (int connection = 0; connection < EngineRun.CONNECTIONS; connection++) {
            event.feedState().set(connection, FeedStatus.UP, epochNs, "");
            rig.turn(event);
        }
        ticks(WARM_UP_TICKS);
        int records = rig.journal().size();

        long before = threads.getCurrentThreadAllocatedBytes();
        ticks(TICKS);
        long bytes = threads.getCurrentThreadAllocatedBytes() - before;

        assertThat(rig.journal()).as("decisions in between").hasSize(records);
        assertThat(rig.engine().books().portfolio().held()).as("symbols held").isEqualTo(2);
        assertThat(bytes).as("bytes of %s ticks", TICKS).isLessThan(TICKS);
    }

    private void ticks(int ticks) {
        for (int i = 0; i < ticks; i++) {
            int symbolId = i % bids.length;
            epochNs += TICK_NS;
            bids[symbolId] += random.nextInt(5) - 2;
            event.tick().set(symbolId, i, epochNs, epochNs);
            event.tick().setQuote(EngineRun.priceExponent(symbolId), -5, bids[symbolId], 1_000_000,
                bids[symbolId] + 1, 1_000_000);
            rig.route(event);
            if (!ring.isEmpty()) {
                rig.route(ring.take());
            }
        }
    }
}
