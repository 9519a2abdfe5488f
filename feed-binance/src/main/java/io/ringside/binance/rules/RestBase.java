package io.ringside.binance.rules;

import java.net.URI;
import java.util.Locale;
import java.util.Map;

/**
 * Maps the base URL of WebSocket market streams to the REST base of the same exchange.
 *
 * <p><em>Threading:</em> pure function.
 */
public final class RestBase {

    private static final String PRODUCTION = "https://api.binance.com";
    private static final String TESTNET = "https://testnet.binance.vision";
    private static final String DEMO = "https://demo-api.binance.com";
    private static final Map<String, String> BY_STREAM_HOST = Map.of(
        "stream.binance.com", PRODUCTION,
        "stream-sbe.binance.com", PRODUCTION,
        "data-stream.binance.vision", "https://data-api.binance.vision",
        "stream.testnet.binance.vision", TESTNET,
        "stream-sbe.testnet.binance.vision", TESTNET,
        "demo-stream.binance.com", DEMO,
        "demo-stream-sbe.binance.com", DEMO);

    private RestBase() {
    }

    /**
     * Binance's own pairs, whatever the port; for any other host the same host and port, http for ws and https for wss.
     *
     * @throws IllegalArgumentException unless it is ws://HOST[:PORT] or wss://HOST[:PORT]
     */
    public static URI of(URI wsUrl) {
        boolean secure = "wss".equals(wsUrl.getScheme());
        if (!secure && !"ws".equals(wsUrl.getScheme()) || wsUrl.getHost() == null) {
            throw new IllegalArgumentException(
                "url is '" + wsUrl + "', allowed are ws://HOST[:PORT] and wss://HOST[:PORT]");
        }
        String known = BY_STREAM_HOST.get(wsUrl.getHost().toLowerCase(Locale.ROOT));
        if (known != null) {
            return URI.create(known);
        }
        String port = wsUrl.getPort() < 0 ? "" : ":" + wsUrl.getPort();
        return URI.create((secure ? "https://" : "http://") + wsUrl.getHost() + port);
    }
}
