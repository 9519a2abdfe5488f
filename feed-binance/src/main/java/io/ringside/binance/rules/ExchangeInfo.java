package io.ringside.binance.rules;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Fetches exchangeInfo of the symbols in use, in requests of at most 100 names and 4,000 bytes of them in the URL. One
 * unknown name makes the venue reject a whole request (-1121); the names are then asked for in halves until those are
 * found, in at most 100 requests together (of weight 20 each, where 6,000 a minute are allowed).
 *
 * <p><em>Threading:</em> one thread, which {@link #fetch} blocks for at most the given time, plus what the look-up of
 * the host's name takes; for one fetch.
 */
final class ExchangeInfo {

    private static final int MAX_NAMES = 100;
    private static final int MAX_URL_BYTES = 4_000;
    /** The quotation marks and the comma around a name, percent-encoded. */
    private static final int NAME_OVERHEAD_BYTES = 9;
    private static final int MAX_REQUESTS = 100;
    private static final long MS = 1_000_000;

    private final RulesRequest request;
    private final LongSupplier nanoClock;
    private final long deadlineNs;
    private final Map<String, JsonNode> rules = new HashMap<>();
    private final Map<String, String> unknown = new HashMap<>();
    private String failure = "";
    private long waitMs;
    private int requests;

    ExchangeInfo(RulesRequest request, long timeoutMs, LongSupplier nanoClock) {
        this.request = request;
        this.nanoClock = nanoClock;
        this.deadlineNs = nanoClock.getAsLong() + timeoutMs * MS;
    }

    /**
     * The result of asking the venue about the names.
     *
     * @param rules   elements of {@code symbols}, by name
     * @param unknown why the venue has none, by name: its word, which no cache overrules
     * @param failure why the others were not asked for or not answered; empty if there are none
     * @param waitMs  how long the venue asks to wait before the next request, 0 if it does not
     */
    record Fetched(Map<String, JsonNode> rules, Map<String, String> unknown, String failure, long waitMs) {

        static Fetched nothing(String failure) {
            return new Fetched(Map.of(), Map.of(), failure, 0);
        }

        boolean isEmpty() {
            return rules.isEmpty() && unknown.isEmpty();
        }
    }

    /** Never throws for network or venue failures. */
    Fetched fetch(List<String> names) {
        List<String> batch = new ArrayList<>();
        int bytes = 0;
        for (String name : names) {
            int more = URLEncoder.encode(name, StandardCharsets.UTF_8).length() + NAME_OVERHEAD_BYTES;
            if (batch.size() == MAX_NAMES || bytes + more > MAX_URL_BYTES) {
                ask(batch);
                batch = new ArrayList<>();
                bytes = 0;
            }
            batch.add(name);
            bytes += more;
        }
        ask(batch);
        return new Fetched(rules, unknown, failure, waitMs);
    }

    private void ask(List<String> batch) {
        if (!failure.isEmpty()) {
            return;
        }
        if (requests == MAX_REQUESTS) {
            failure = request.host() + " rejects so many of the symbols that the search for them was given up after "
                + MAX_REQUESTS + " requests";
            return;
        }
        requests++;
        RulesAnswer answer = request.ask(batch, (deadlineNs - nanoClock.getAsLong()) / MS);
        switch (answer.outcome()) {
            case OK -> take(batch, answer.symbols());
            case SYMBOL_REJECTED -> split(batch, answer.text());
            default -> {
                failure = answer.text();
                waitMs = answer.waitMs();
            }
        }
    }

    private void take(List<String> batch, Map<String, JsonNode> symbols) {
        rules.putAll(symbols);
        for (String name : batch) {
            if (!symbols.containsKey(name)) {
                unknown.put(name, request.host() + " left it out of its answer");
            }
        }
    }

    private void split(List<String> batch, String rejection) {
        if (batch.size() == 1) {
            unknown.put(batch.get(0), rejection);
            return;
        }
        int half = batch.size() / 2;
        ask(batch.subList(0, half));
        ask(batch.subList(half, batch.size()));
    }
}
