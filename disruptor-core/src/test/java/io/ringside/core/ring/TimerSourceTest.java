package io.ringside.core.ring;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.core.event.EventType;
import io.ringside.core.runtime.Counter;
import io.ringside.core.runtime.Counters;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TimerSourceTest {

    private static final long PERIOD_MS = 1;

    private final RecordingPublisher ring = new RecordingPublisher();
    private final Counter leftOut = new Counters().counter("timers skipped");
    private long epochNs = 1_000;
    private int looks;
    private boolean monitorFails;
    private final TimerSource timer = new TimerSource(ring, this::look, () -> epochNs, PERIOD_MS, leftOut);

    @BeforeEach
    void allowWaiting() {
        ring.allowWaiting();
    }

    @AfterEach
    void close() {
        timer.close();
    }

    @Test
    void shouldPublishTheTimeAndLetTheMonitorLook() {
        timer.onPeriod();
        epochNs = 2_000;
        timer.onPeriod();

        assertThat(ring.published()).extracting(event -> event.type()).containsOnly(EventType.TIMER);
        assertThat(ring.published()).extracting(event -> event.timer().epochNs()).containsExactly(1_000L, 2_000L);
        assertThat(looks).isEqualTo(2);
        assertThat(leftOut.value()).isZero();
    }

    @Test
    void shouldWaitForRoomSoThatTimeDoesNotStandStillInAnOverload() {
        timer.onPeriod();

        assertThat(ring.waitedNs()).containsExactly(TimeUnit.MILLISECONDS.toNanos(PERIOD_MS));
    }

    @Test
    void shouldCountATimerThatFindsTheRingFullAndStillLook() {
        ring.setRoom(() -> false);

        timer.onPeriod();

        assertThat(leftOut.value()).isEqualTo(1);
        assertThat(looks).isEqualTo(1);
    }

    @Test
    void shouldGoOnAfterAPeriodThatFailed() {
        monitorFails = true;
        timer.onPeriod();
        monitorFails = false;
        timer.onPeriod();

        assertThat(ring.published()).hasSize(2);
        assertThat(looks).isEqualTo(1);
    }

    @Test
    void shouldWorkOnItsThreadOnceStarted() {
        CountDownLatch periods = new CountDownLatch(3);
        TimerSource started = new TimerSource(ring, periods::countDown, () -> epochNs, 1, leftOut);

        started.start();
        GatedHandler.await(periods);
        started.close();

        assertThat(periods.getCount()).isZero();
    }

    @Test
    void shouldCloseWithoutAStart() {
        timer.close();
        timer.close();

        assertThat(ring.published()).isEmpty();
    }

    private void look() {
        if (monitorFails) {
            throw new IllegalStateException("asked for by the test");
        }
        looks++;
    }
}
