package io.ringside.binance.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.core.event.Symbols;
import io.ringside.feed.venue.StreamPlan;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BinanceStreamsTest {

    private static final URI BASE = URI.create("wss://stream.binance.com:9443");

    @Test
    void shouldNameFewStreamsInTheUrl() {
        List<StreamPlan> plans = BinanceStreams.of(Symbols.of("BTCUSDT", "1000SATSUSDT"), BASE);

        assertThat(plans).containsExactly(new StreamPlan(List.of(0, 1), URI.create(
            "wss://stream.binance.com:9443/stream?streams=btcusdt@bookTicker/1000satsusdt@bookTicker"), List.of()));
    }

    @Test
    void shouldPercentEncodeNamesThatAreNotAscii() {
        StreamPlan plan = BinanceStreams.of(Symbols.of("币安人生USDT"), BASE).get(0);

        assertThat(plan.uri().toString())
            .endsWith("/stream?streams=%E5%B8%81%E5%AE%89%E4%BA%BA%E7%94%9Fusdt@bookTicker");
    }

    @ParameterizedTest
    @CsvSource({"ws://h,ws://h/stream", "ws://h/,ws://h/stream", "ws://h:1/ws,ws://h:1/stream",
        "ws://h/stream/,ws://h/stream", "wss://h/proxy/ws//,wss://h/proxy/stream", "ws://ws,ws://ws/stream",
        "ws://stream,ws://stream/stream", "ws://stream/ws,ws://stream/stream", "ws://[::1]:5/ws,ws://[::1]:5/stream"})
    void shouldTakeABaseWithOrWithoutItsPath(String base, String expected) {
        StreamPlan plan = BinanceStreams.of(Symbols.of("A"), URI.create(base)).get(0);

        assertThat(plan.uri().toString()).isEqualTo(expected + "?streams=a@bookTicker");
    }

    @Test
    void shouldSubscribeToManyStreamsInTextsBelowTheLimit() {
        Symbols symbols = Symbols.of(IntStream.range(0, 1_024).mapToObj(i -> "币安COIN" + i + "USDT").toList());

        StreamPlan plan = BinanceStreams.of(symbols, BASE).get(0);

        assertThat(plan.uri()).hasToString("wss://stream.binance.com:9443/stream");
        assertThat(plan.requests()).extracting(StreamPlan.Request::text).hasSizeGreaterThan(5)
            .allMatch(text -> text.getBytes(StandardCharsets.UTF_8).length < BinanceStreams.MAX_SUBSCRIBE_BYTES)
            .allMatch(text -> text.matches("\\{\"method\":\"SUBSCRIBE\",\"params\":\\[\"[^]]+\"],\"id\":[1-9]\\d*}"));
        assertThat(namesIn(plan)).isEqualTo(symbols.names().stream().map(StreamIndex::streamName).toList());
    }

    @Test
    void shouldSpreadSymbolsOverAsFewConnectionsAsAllowed() {
        Symbols symbols = Symbols.of(IntStream.range(0, 2_500).mapToObj(i -> "COIN" + i).toList());

        List<StreamPlan> plans = BinanceStreams.of(symbols, BASE);

        assertThat(plans).extracting(plan -> plan.symbolIds().size()).containsExactly(1_024, 1_024, 452);
        assertThat(plans.stream().flatMap(plan -> plan.symbolIds().stream()).toList())
            .isEqualTo(IntStream.range(0, 2_500).boxed().toList());
        assertThat(plans).allMatch(plan -> namesIn(plan).size() == plan.symbolIds().size());
    }

    private static List<String> namesIn(StreamPlan plan) {
        List<String> names = new ArrayList<>();
        for (StreamPlan.Request request : plan.requests()) {
            Matcher name = Pattern.compile("\"([^\"]+@bookTicker)\"").matcher(request.text());
            while (name.find()) {
                names.add(name.group(1));
            }
        }
        return names;
    }
}
