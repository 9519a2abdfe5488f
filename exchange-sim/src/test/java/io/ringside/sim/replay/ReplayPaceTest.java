package io.ringside.sim.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ReplayPaceTest {

    private static final long RECORDED_NS = 1_723_161_254_087_891_268L;

    private final AtomicLong nowNs = new AtomicLong(-50);

    @Test
    void shouldKeepTheRecordedDistances() {
        ReplayPace pace = new ReplayPace(1, nowNs::get);

        assertThat(pace.waitNs(RECORDED_NS)).isZero();
        assertThat(pace.waitNs(RECORDED_NS + 1_000)).isEqualTo(1_000);
        nowNs.addAndGet(400);
        assertThat(pace.waitNs(RECORDED_NS + 1_000)).isEqualTo(600);
        nowNs.addAndGet(700);
        assertThat(pace.waitNs(RECORDED_NS + 1_000)).isEqualTo(-100);
    }

    @Test
    void shouldDivideThemByTheSpeed() {
        ReplayPace pace = new ReplayPace(10, nowNs::get);
        pace.waitNs(RECORDED_NS);

        assertThat(pace.waitNs(RECORDED_NS + 1_000)).isEqualTo(100);
    }

    @Test
    void shouldNotCountPauses() {
        ReplayPace pace = new ReplayPace(1, nowNs::get);
        pace.waitNs(RECORDED_NS);
        nowNs.addAndGet(300);

        pace.pause();
        nowNs.addAndGet(1_000_000);
        pace.resume();

        assertThat(pace.waitNs(RECORDED_NS + 1_000)).isEqualTo(700);
    }

    @Test
    void shouldNeverWaitWithoutAPace() {
        ReplayPace pace = new ReplayPace(ReplayPace.NO_PACE, nowNs::get);
        pace.waitNs(RECORDED_NS);

        assertThat(pace.waitNs(RECORDED_NS + 1_000_000_000)).isZero();
    }
}
