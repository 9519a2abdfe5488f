package io.ringside.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringside.feed.connect.Connector;
import io.ringside.feed.session.FeedTimeouts;
import io.ringside.feed.tick.OverloadPolicy;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedConfigTest {

    @ParameterizedTest
    @CsvSource({"ws://host,80", "wss://host,443", "wss://host:9443,9443", "ws://[::1]:65535/path,65535"})
    void shouldKnowThePort(String url, int port) {
        assertThat(Connector.port(FeedConfig.of(url, OverloadPolicy.CONFLATE).url())).isEqualTo(port);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://host", "host:80", "wss:///path", "ws://host?x=1", "ws://host#x", "ws://user@host",
        "ws://host:0", "ws://host:65536", "ws://ho st", "ws://under_score"})
    void shouldRejectAUrlAndNameIt(String url) {
        assertThatThrownBy(() -> FeedConfig.of(url, OverloadPolicy.CONFLATE))
            .isInstanceOf(IllegalArgumentException.class).hasMessageContaining(url.substring(0, 6));
    }

    @ParameterizedTest
    @ValueSource(ints = {124, -1, (16 << 20) + 1})
    void shouldNameTheLimitsOfAMessage(int bytes) {
        assertThatThrownBy(() -> new FeedConfig(URI.create("ws://host"), OverloadPolicy.CONFLATE, FeedTimeouts.DEFAULT,
            bytes, false, 0)).hasMessage("maxMessageBytes is " + bytes + ", allowed are 125 to 16777216");
    }

    @Test
    void shouldNameTheTimeoutThatIsOutOfRange() {
        assertThatThrownBy(() -> new FeedTimeouts(1, 1, 1, 0, 1, 1, 1))
            .hasMessage("pongMs is 0, allowed are 1 ms to one day");
        assertThatThrownBy(() -> FeedTimeouts.DEFAULT.withFrameMs(86_400_001))
            .hasMessage("frameMs is 86400001, allowed are 1 ms to one day");
    }
}
