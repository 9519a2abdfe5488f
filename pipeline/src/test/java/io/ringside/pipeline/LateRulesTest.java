package io.ringside.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.sim.quote.QuoteWalk;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import java.util.Random;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A start while the venue's REST interface cannot be reached: trading begins without a restart once it can. */
@Timeout(60)
class LateRulesTest {

    private static final String INFO = """
        {"symbols":[{"symbol":"BTCUSDT","status":"TRADING","baseAsset":"BTC","baseAssetPrecision":8,
        "quoteAsset":"USDT","quoteAssetPrecision":8,"isSpotTradingAllowed":true,"filters":[
        {"filterType":"PRICE_FILTER","minPrice":"0.01","maxPrice":"1000000","tickSize":"0.01"},
        {"filterType":"LOT_SIZE","minQty":"0.00001","maxQty":"9000","stepSize":"0.00001"}]}]}""";

    @Test
    void shouldAcceptTheFirstOrderOnceTheVenueCanBeReached() throws Exception {
        int port = freePort();
        try (PipelineRig rig = new PipelineRig(new QuoteWalk(List.of("BTCUSDT"), 10, new Random(1), System::nanoTime),
            null, 0, Map.of("SYMBOLS", "BTCUSDT", "BINANCE_REST_URL", "http://127.0.0.1:" + port))) {
            rig.awaitPrinted(text -> text.contains("no trading rules for BTCUSDT: 127.0.0.1:" + port));
            rig.awaitQuotes();
            rig.type("/buy BTCUSDT 0.001");
            rig.awaitPrinted(text -> text.contains("its trading rules are not known"));

            try (MockWebServer venue = new MockWebServer()) {
                venue.enqueue(new MockResponse.Builder().body(INFO).build());
                venue.start(InetAddress.getLoopbackAddress(), port);
                List<String> printed = rig.awaitPrinted(text -> text.contains("have arrived"));
                rig.type("/buy BTCUSDT 0.001");
                rig.awaitPrinted(text -> text.startsWith("✓ #1 buy 0.00100 BTCUSDT at market filled, "));

                assertThat(printed).noneMatch(text -> text.contains("no trading rules"));
            }
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
