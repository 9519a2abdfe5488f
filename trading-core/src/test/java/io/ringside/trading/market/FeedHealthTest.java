package io.ringside.trading.market;

import static io.ringside.trading.market.TradeEvents.feedState;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.core.event.FeedStatus;
import org.junit.jupiter.api.Test;

class FeedHealthTest {

    private final FeedHealth health = new FeedHealth(new int[]{0, 1}, 2, 100);

    @Test
    void shouldBeginDown() {
        assertThat(health.connections()).isEqualTo(2);
        assertThat(health.status(1)).isEqualTo(FeedStatus.DOWN);
        assertThat(health.sinceEpochNs(1)).isEqualTo(100);
        assertThat(health.reason(1)).isEqualTo("not connected yet");
    }

    @Test
    void shouldKeepEachConnectionApart() {
        health.onFeedState(feedState(1, FeedStatus.UP, 200, "quotes flow"), 1);

        assertThat(health.status(0)).isEqualTo(FeedStatus.DOWN);
        assertThat(health.status(1)).isEqualTo(FeedStatus.UP);
        assertThat(health.reason(1)).isEqualTo("quotes flow");
        assertThat(health.sinceEpochNs(1)).isEqualTo(200);
    }

    @Test
    void shouldAgeFromTheChangeWhenOnlyTheReasonIsNew() {
        health.onFeedState(feedState(0, FeedStatus.DOWN, 200, "rejected"), 1);

        assertThat(health.reason(0)).isEqualTo("rejected");
        assertThat(health.sinceEpochNs(0)).isEqualTo(100);
    }
}
