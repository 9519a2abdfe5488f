package io.ringside.feed.session;

import static io.ringside.feed.session.SessionWatch.Finding.DEAD;
import static io.ringside.feed.session.SessionWatch.Finding.FINE;
import static io.ringside.feed.session.SessionWatch.Finding.PING_DUE;
import static io.ringside.feed.session.SessionWatch.Finding.RENEWAL_DUE;
import static io.ringside.feed.session.SessionWatch.Finding.STALE;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.testing.HandClock;
import org.junit.jupiter.api.Test;

class SessionWatchTest {

    private final HandClock clock = new HandClock();
    private long heardNs = clock.nowNs();
    private long quotedNs = clock.nowNs();

    @Test
    void shouldAskOnceWhetherAnybodyIsThereAndGiveUpWithoutAnAnswer() {
        SessionWatch watch = watch(new FeedTimeouts(1, 60_000, 15_000, 10_000, 70_000, 70_000, 70_000));

        assertThat(after(watch, 14_999)).isEqualTo(FINE);
        assertThat(after(watch, 1)).isEqualTo(PING_DUE);
        assertThat(after(watch, 9_999)).isEqualTo(FINE);
        assertThat(after(watch, 1)).isEqualTo(DEAD);
        assertThat(watch.reason()).isEqualTo("ping not answered for 10000 ms");
    }

    @Test
    void shouldAskAgainAfterAnAnswer() {
        SessionWatch watch = watch(new FeedTimeouts(1, 60_000, 15_000, 10_000, 70_000, 70_000, 70_000));
        after(watch, 15_000);

        heardNs = clock.nowNs();

        assertThat(after(watch, 14_999)).isEqualTo(FINE);
        assertThat(after(watch, 1)).isEqualTo(PING_DUE);
    }

    @Test
    void shouldGiveUpWithoutAnyFrame() {
        SessionWatch watch = watch(new FeedTimeouts(1, 1_000, 15_000, 10_000, 70_000, 70_000, 70_000));

        assertThat(after(watch, 999)).isEqualTo(FINE);
        assertThat(after(watch, 1)).isEqualTo(DEAD);
        assertThat(watch.reason()).isEqualTo("no frame of any kind for 1000 ms");
    }

    @Test
    void shouldFindASessionStaleOnceUntilAQuoteComes() {
        SessionWatch watch = watch(new FeedTimeouts(1, 70_000, 70_000, 70_000, 30_000, 69_000, 70_000));

        assertThat(after(watch, 30_000)).isEqualTo(STALE);
        assertThat(after(watch, 1_000)).isEqualTo(FINE);
        quotedNs = clock.nowNs();
        assertThat(after(watch, 29_999)).isEqualTo(FINE);
        assertThat(after(watch, 1)).isEqualTo(STALE);
        assertThat(watch.reason()).isEqualTo("no quote for 30000 ms");
    }

    @Test
    void shouldGiveUpASessionThatLivesWithoutQuotes() {
        SessionWatch watch = watch(new FeedTimeouts(1, 70_000, 70_000, 70_000, 80_000, 60_000, 70_000));
        clock.passMs(59_000);
        heardNs = clock.nowNs();

        assertThat(after(watch, 1_000)).isEqualTo(DEAD);
        assertThat(watch.reason()).isEqualTo("connected, but no quote for 60000 ms");
    }

    @Test
    void shouldAskForARenewalOnce() {
        SessionWatch watch = watch(new FeedTimeouts(1, 80_000, 80_000, 80_000, 80_000, 80_000, 70_000));

        assertThat(after(watch, 69_999)).isEqualTo(FINE);
        assertThat(after(watch, 1)).isEqualTo(RENEWAL_DUE);
        assertThat(after(watch, 1)).isEqualTo(FINE);
    }

    @Test
    void shouldPingInTheVenuesRhythmWhileDataFlows() {
        SessionWatch watch = new SessionWatch(FeedTimeouts.DEFAULT, 5_000, clock.nowNs());
        heardNs = clock.nowNs() + 4_000_000_000L;

        assertThat(after(watch, 4_999)).isEqualTo(FINE);
        assertThat(after(watch, 1)).isEqualTo(PING_DUE);
        assertThat(after(watch, 4_999)).isEqualTo(FINE);
        assertThat(after(watch, 1)).isEqualTo(PING_DUE);
    }

    private SessionWatch watch(FeedTimeouts timeouts) {
        return new SessionWatch(timeouts, 0, clock.nowNs());
    }

    private SessionWatch.Finding after(SessionWatch watch, long ms) {
        clock.passMs(ms);
        return watch.check(clock.nowNs(), heardNs, quotedNs);
    }
}
