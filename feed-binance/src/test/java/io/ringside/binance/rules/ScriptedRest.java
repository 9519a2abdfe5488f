package io.ringside.binance.rules;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

/** A venue on 127.0.0.1 that knows every symbol but some, or answers what a test makes it answer. */
final class ScriptedRest extends Dispatcher implements AutoCloseable {

    private final MockWebServer server = new MockWebServer();
    private final List<List<String>> asked = new ArrayList<>();
    private final List<String> targets = new ArrayList<>();
    private Set<String> unknown = Set.of();
    private Supplier<MockResponse> script;

    ScriptedRest() throws IOException {
        server.setDispatcher(this);
        server.start(InetAddress.getLoopbackAddress(), 0);
    }

    URI base() {
        return URI.create("http://127.0.0.1:" + server.getPort());
    }

    String host() {
        return "127.0.0.1:" + server.getPort();
    }

    synchronized ScriptedRest unknown(String... symbols) {
        unknown = Set.of(symbols);
        return this;
    }

    /** From now on it answers every request like this; null to be itself again. */
    synchronized void answer(Supplier<MockResponse> answer) {
        script = answer;
    }

    /** The names of each request. */
    synchronized List<List<String>> asked() {
        return List.copyOf(asked);
    }

    synchronized List<String> targets() {
        return List.copyOf(targets);
    }

    static String info(List<String> symbols) {
        return "{\"timezone\":\"UTC\",\"rateLimits\":[{\"limit\":6000}],\"symbols\":["
            + symbols.stream().map(SymbolText::named).collect(Collectors.joining(",")) + "],\"sors\":[]}";
    }

    @Override
    public synchronized MockResponse dispatch(RecordedRequest request) {
        String names = request.getUrl().queryParameter("symbols");
        List<String> symbols = List.of(names.substring(2, names.length() - 2).split("\",\""));
        asked.add(symbols);
        targets.add(request.getTarget());
        if (script != null) {
            return script.get();
        }
        if (symbols.stream().anyMatch(unknown::contains)) {
            return new MockResponse.Builder().code(400).body("{\"code\":-1121,\"msg\":\"Invalid symbol.\"}").build();
        }
        return new MockResponse.Builder().body(info(symbols)).build();
    }

    @Override
    public void close() {
        server.close();
    }
}
