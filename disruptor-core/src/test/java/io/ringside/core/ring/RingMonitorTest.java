package io.ringside.core.ring;

import static io.ringside.core.ring.GatedHandler.timer;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.core.runtime.Counter;
import io.ringside.core.runtime.Counters;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A ring of 8 slots whose consumer handles as many events as the test permits. */
@Timeout(GatedHandler.DEADLINE_S)
class RingMonitorTest {

    private static final long SECOND_NS = TimeUnit.SECONDS.toNanos(1);

    private final Semaphore permits = new Semaphore(0);
    private final List<String> alerts = new ArrayList<>();
    private final Counter backUps = new Counters().counter("ring backed up");
    private final EventRing ring = new EventRing(new RingConfig(8, WaitMode.BLOCKING, "ring", 5_000),
        (event, sequence, end) -> permits.acquireUninterruptibly(), RingDeaths::unexpected);
    private long nowNs = Long.MAX_VALUE - SECOND_NS;
    private String handlerAtWork = "strategy";
    private final RingMonitor monitor =
        new RingMonitor(ring, () -> handlerAtWork, () -> nowNs, alerts::add, backUps);

    @BeforeEach
    void start() {
        ring.start();
    }

    @AfterEach
    void close() {
        permits.release(1_000);
        ring.close();
    }

    @Test
    void shouldSayNothingWhileTheRingIsBelowThreeQuarters() {
        fill(5);
        monitor.sample();

        assertThat(alerts).isEmpty();
        assertThat(backUps.value()).isZero();
    }

    @Test
    void shouldAlertOnceAtThreeQuartersAndNameTheHandler() {
        fill(6);
        monitor.sample();
        monitor.sample();
        assertThat(alerts).as("too few samples to name a handler").isEmpty();
        assertThat(backUps.value()).isEqualTo(1);

        monitor.sample();
        monitor.sample();

        assertThat(alerts).containsExactly("⚠ ring backs up: 6 of 8 slots wait, slowest handler: strategy");
        assertThat(backUps.value()).isEqualTo(1);
    }

    @Test
    void shouldNameTheHandlerSeenMostOften() {
        fill(5);
        sampleAtWork("journal", "strategy", "journal", null);
        fill(1);
        sampleAtWork("strategy", "journal", "journal");
        drain();
        monitor.sample();
        pass(60);
        fill(6);
        sampleAtWork("strategy", "journal", "strategy");

        assertThat(alerts).last().asString().endsWith("slowest handler: journal");
    }

    @Test
    void shouldSayThatNoHandlerWasSeen() {
        fill(6);
        sampleAtWork(null, null, null);

        assertThat(alerts).containsExactly("⚠ ring backs up: 6 of 8 slots wait, slowest handler: unknown");
    }

    @Test
    void shouldTellTheRecoveryOnceBelowOneQuarter() {
        fill(6);
        sampleThrice();
        drain();
        fill(2);
        monitor.sample();
        assertThat(alerts).as("a quarter is not below it").hasSize(1);

        drain();
        fill(1);
        monitor.sample();
        monitor.sample();

        assertThat(alerts).hasSize(2).last().isEqualTo("✓ ring recovered: 1 of 8 slots wait");
    }

    @Test
    void shouldCountButNotTellABackUpWithinAMinuteOfTheLastAlert() {
        backUpAndRecover();
        pass(59);
        backUpAndRecover();

        assertThat(alerts).hasSize(2);
        assertThat(backUps.value()).isEqualTo(2);

        pass(1);
        backUpAndRecover();
        assertThat(alerts).hasSize(4);
        assertThat(backUps.value()).isEqualTo(3);
    }

    @Test
    void shouldTellABackUpThatOutlastsTheMinute() {
        backUpAndRecover();
        pass(1);
        fill(7);
        pass(58);
        assertThat(alerts).filteredOn(alert -> alert.startsWith("⚠ ring backs up")).hasSize(1);

        pass(1);

        assertThat(alerts).filteredOn(alert -> alert.startsWith("⚠ ring backs up")).hasSize(2);
        assertThat(backUps.value()).isEqualTo(2);
    }

    @Test
    void shouldAlertOnceWhenTheConsumerStandsStillForFiveSeconds() {
        fill(1);
        monitor.sample();
        nowNs += 5 * SECOND_NS - 1;
        monitor.sample();
        assertThat(alerts).isEmpty();

        nowNs += 1;
        monitor.sample();
        monitor.sample();

        assertThat(alerts).containsExactly(
            "⚠ ring stands still at sequence -1 for 5 s, 1 events wait, handler at work: strategy");
    }

    @Test
    void shouldTellWhenTheConsumerMovesAgain() {
        stall();
        drain();
        monitor.sample();
        monitor.sample();

        assertThat(alerts).hasSize(2).last().isEqualTo("✓ ring moves again at sequence 0");
    }

    @Test
    void shouldTellStandstillsAtMostOnceAMinute() {
        stall();
        drain();
        monitor.sample();

        stall();
        drain();
        monitor.sample();

        assertThat(alerts).hasSize(2);
    }

    @Test
    void shouldTakeASilentMarketForNoStandstill() {
        pass(600);
        fill(1);
        monitor.sample();

        assertThat(alerts).isEmpty();
    }

    private void backUpAndRecover() {
        fill(6);
        sampleThrice();
        drain();
        monitor.sample();
    }

    private void sampleThrice() {
        sampleAtWork(handlerAtWork, handlerAtWork, handlerAtWork);
    }

    private void stall() {
        fill(1);
        monitor.sample();
        pass(5);
    }

    private void pass(int seconds) {
        for (int i = 0; i < seconds; i++) {
            nowNs += SECOND_NS;
            monitor.sample();
        }
    }

    private void sampleAtWork(String... handlers) {
        for (String handler : handlers) {
            handlerAtWork = handler;
            monitor.sample();
        }
    }

    private void fill(int events) {
        for (int i = 0; i < events; i++) {
            assertThat(ring.tryPublish(timer(i))).isTrue();
        }
    }

    private void drain() {
        permits.release((int) ring.backlog());
        while (ring.backlog() > 0) {
            LockSupport.parkNanos(1_000);
        }
    }
}
