package io.ringside.binance.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RestBaseTest {

    @ParameterizedTest
    @CsvSource({
        "wss://stream.binance.com:9443, https://api.binance.com",
        "wss://stream.binance.com, https://api.binance.com",
        "wss://STREAM.Binance.com:443/ws, https://api.binance.com",
        "wss://data-stream.binance.vision, https://data-api.binance.vision",
        "wss://stream.testnet.binance.vision:9443, https://testnet.binance.vision",
        "wss://demo-stream.binance.com, https://demo-api.binance.com",
        "wss://demo-stream-sbe.binance.com:9443, https://demo-api.binance.com",
        "ws://127.0.0.1:9443, http://127.0.0.1:9443",
        "ws://127.0.0.1:9443/some/path, http://127.0.0.1:9443",
        "wss://exchange.example, https://exchange.example",
        "ws://[::1]:80, http://[::1]:80"})
    void shouldFindTheRestBaseOfAStreamBase(String stream, String rest) {
        assertThat(RestBase.of(URI.create(stream))).isEqualTo(URI.create(rest));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://stream.binance.com", "stream.binance.com", "ws:nothing"})
    void shouldRejectWhatIsNoStreamBase(String stream) {
        assertThatThrownBy(() -> RestBase.of(URI.create(stream)))
            .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("url is '" + stream + "'");
    }
}
