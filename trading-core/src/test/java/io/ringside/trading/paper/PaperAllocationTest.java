package io.ringside.trading.paper;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.core.event.PipelineEvent;
import io.ringside.trading.decision.Side;
import io.ringside.trading.decision.TimeInForce;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What quotes allocate while orders rest and nothing trades. */
@Timeout(60)
class PaperAllocationTest {

    private static final int TICKS = 1_000_000;
    private static final int ORDERS = 100;

    private final com.sun.management.ThreadMXBean threads =
        (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final PaperRig rig = new PaperRig(0,
        Map.of("USDT", new BigDecimal(1_000_000), "BTC", new BigDecimal(1_000)));
    private final PipelineEvent event = new PipelineEvent();

    @Test
    void shouldAllocateNothingForAMillionQuotesWithRestingOrders() {
        for (int i = 0; i < ORDERS; i++) {
            rig.submit(rig.limit(Side.BUY, TimeInForce.GTC, 10_000, 6_000_000 + i));
            rig.submit(rig.limit(Side.SELL, TimeInForce.GTC, 10_000, 7_000_000 + i));
        }
        int answers = rig.answers().size();
        quote(TICKS);
        long before = threads.getCurrentThreadAllocatedBytes();

        quote(TICKS);

        long bytes = threads.getCurrentThreadAllocatedBytes() - before;
        assertThat(rig.answers()).hasSize(answers);
        // The measuring itself may allocate; one byte a tick would be a million.
        assertThat(bytes).isLessThan(1_000);
    }

    private void quote(int ticks) {
        PaperVenue venue = rig.venue();
        for (int i = 0; i < ticks; i++) {
            long bid = 6_800_000_000_000L + (i & 0xFF) * 1_000_000L;
            event.tick().set(i & 1, i, i, i);
            event.tick().setQuote(-8, -8, bid, 150_000_000, bid + 1_000_000, 250_000_000);
            venue.onTick(event.tick(), i);
        }
    }
}
