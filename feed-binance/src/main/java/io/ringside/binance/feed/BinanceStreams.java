package io.ringside.binance.feed;

import io.ringside.core.event.Symbols;
import io.ringside.feed.venue.StreamPlan;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Spreads symbols over connections and builds their requests: few streams by its URL, many by SUBSCRIBE messages after
 * the handshake, of which each is answered once.
 */
final class BinanceStreams {

    /** Binance's limit for one connection. */
    static final int MAX_STREAMS = 1024;

    /** Longer SUBSCRIBE texts have been seen to stall for seconds. */
    static final int MAX_SUBSCRIBE_BYTES = 4_000;

    private static final int MAX_URL_BYTES = 2_000;

    private BinanceStreams() {
    }

    /** Spreads all symbols over as few connections as the limit allows. */
    static List<StreamPlan> of(Symbols symbols, URI base) {
        List<StreamPlan> plans = new ArrayList<>();
        for (int from = 0; from < symbols.size(); from += MAX_STREAMS) {
            List<Integer> ids = new ArrayList<>();
            List<String> streams = new ArrayList<>();
            for (int id = from; id < Math.min(from + MAX_STREAMS, symbols.size()); id++) {
                ids.add(id);
                streams.add(StreamIndex.streamName(symbols.name(id)));
            }
            plans.add(plan(List.copyOf(ids), streams, path(base)));
        }
        return plans;
    }

    private static StreamPlan plan(List<Integer> ids, List<String> streams, String base) {
        StringBuilder query = new StringBuilder(base).append("?streams=");
        for (int i = 0; i < streams.size(); i++) {
            query.append(i == 0 ? "" : "/")
                .append(URLEncoder.encode(streams.get(i), StandardCharsets.UTF_8).replace("%40", "@"));
        }
        return query.length() <= MAX_URL_BYTES
            ? new StreamPlan(ids, URI.create(query.toString()), List.of())
            : new StreamPlan(ids, URI.create(base), subscribes(streams));
    }

    /** A base may come with the path that other clients want written out; slashes at its end mean nothing. */
    private static String path(URI base) {
        String path = base.getRawPath().replaceFirst("/+$", "").replaceFirst("/(stream|ws)$", "");
        return base.getScheme() + "://" + base.getRawAuthority() + path + "/stream";
    }

    private static List<StreamPlan.Request> subscribes(List<String> streams) {
        List<StreamPlan.Request> messages = new ArrayList<>();
        StringBuilder params = new StringBuilder();
        int bytes = 0;
        for (String stream : streams) {
            String quoted = '"' + stream + '"';
            int more = quoted.getBytes(StandardCharsets.UTF_8).length + 1;
            if (bytes > 0 && bytes + more > MAX_SUBSCRIBE_BYTES - 100) {
                messages.add(subscribe(params, messages.size() + 1));
                params.setLength(0);
                bytes = 0;
            }
            params.append(bytes == 0 ? "" : ",").append(quoted);
            bytes += more;
        }
        messages.add(subscribe(params, messages.size() + 1));
        return messages;
    }

    private static StreamPlan.Request subscribe(CharSequence params, int id) {
        return new StreamPlan.Request("{\"method\":\"SUBSCRIBE\",\"params\":[" + params + "],\"id\":" + id + "}", 1);
    }
}
