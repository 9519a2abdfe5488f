package io.ringside.telegram.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

/** A Telegram server on 127.0.0.1 that keeps the real rules for offsets and fails on demand. */
public final class FakeTelegram extends Dispatcher {

    public static final String TOKEN = "123456789:AAHsecretSecretSecretSecretSecret_-9";
    public static final String USERNAME = "RingsideBot";

    private static final Logger SERVER_LOG = Logger.getLogger(MockWebServer.class.getName());
    private static final long LONGEST_HOLD_MS = 10_000;

    private final ObjectMapper json = new ObjectMapper();
    private final MockWebServer server = new MockWebServer();
    private final Map<String, Deque<MockResponse>> scripted = new HashMap<>();
    private final List<JsonNode> pending = new ArrayList<>();
    private final List<Request> requests = new ArrayList<>();
    private long tailId;
    private boolean holdsEmptyPolls;
    private boolean closed;

    public record Request(String method, JsonNode parameters) {
    }

    public static FakeTelegram started() {
        SERVER_LOG.setLevel(Level.WARNING);
        FakeTelegram telegram = new FakeTelegram();
        telegram.server.setDispatcher(telegram);
        try {
            telegram.server.start(InetAddress.getByName("127.0.0.1"), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return telegram;
    }

    public String url() {
        return "http://127.0.0.1:" + server.getPort();
    }

    public synchronized void queue(JsonNode... updates) {
        for (JsonNode update : updates) {
            pending.add(update);
            tailId = update.path("update_id").asLong(tailId);
        }
        notifyAll();
    }

    /** Answers the next call of that method with the response instead; repeatable. */
    public synchronized void script(String method, MockResponse response) {
        scripted.computeIfAbsent(method, unused -> new ArrayDeque<>()).add(response);
    }

    public synchronized void holdEmptyPolls() {
        holdsEmptyPolls = true;
    }

    public synchronized List<Request> requests(String method) {
        return requests.stream().filter(request -> request.method().equals(method)).toList();
    }

    public synchronized List<String> methods() {
        return requests.stream().map(Request::method).toList();
    }

    /** Waits until that many calls of the method have come. */
    public synchronized void awaitRequests(String method, int count) throws InterruptedException {
        long deadlineNs = System.nanoTime() + LONGEST_HOLD_MS * 1_000_000;
        while (requests(method).size() < count) {
            long leftMs = (deadlineNs - System.nanoTime()) / 1_000_000;
            if (leftMs <= 0) {
                throw new AssertionError(count + " calls of " + method + " expected, came: " + methods());
            }
            wait(leftMs);
        }
    }

    public synchronized int pendingUpdates() {
        return pending.size();
    }

    public static MockResponse ok(String result) {
        return new MockResponse.Builder().body("{\"ok\":true,\"result\":" + result + "}").build();
    }

    public static MockResponse error(int code, String description) {
        return new MockResponse.Builder().code(code)
            .body("{\"ok\":false,\"error_code\":" + code + ",\"description\":\"" + description + "\"}").build();
    }

    public static MockResponse tooMany(long retryAfterS) {
        return new MockResponse.Builder().code(429)
            .body("{\"ok\":false,\"error_code\":429,\"description\":\"Too Many Requests: retry after " + retryAfterS
                + "\",\"parameters\":{\"retry_after\":" + retryAfterS + "}}").build();
    }

    public static MockResponse badGateway() {
        return new MockResponse.Builder().code(502).body("<html><h1>502 Bad Gateway</h1></html>").build();
    }

    @Override
    public synchronized MockResponse dispatch(RecordedRequest request) throws InterruptedException {
        List<String> path = request.getUrl().pathSegments();
        if (!path.get(0).equals("bot" + TOKEN)) {
            return error(404, "Not Found");
        }
        String method = path.get(1);
        JsonNode parameters = parse(request);
        requests.add(new Request(method, parameters));
        notifyAll();
        Deque<MockResponse> script = scripted.get(method);
        if (script != null && !script.isEmpty()) {
            return script.removeFirst();
        }
        return switch (method) {
            case "getMe" -> ok("{\"id\":123456789,\"is_bot\":true,\"username\":\"" + USERNAME + "\"}");
            case "getUpdates" -> ok(updates(parameters).toString());
            case "deleteWebhook" -> ok("true");
            case "sendMessage" -> ok("{\"message_id\":1}");
            default -> error(404, "Not Found: method not found");
        };
    }

    @Override
    public synchronized void close() {
        closed = true;
        notifyAll();
    }

    public void stop() {
        close();
        server.close();
    }

    private ArrayNode updates(JsonNode parameters) throws InterruptedException {
        long offset = parameters.path("offset").asLong();
        // An offset far beyond the tail is ignored: nothing is forgotten, the head is served.
        if (offset <= tailId + 10) {
            pending.removeIf(update -> update.path("update_id").asLong() < offset);
        }
        while (pending.isEmpty() && holdsEmptyPolls && !closed && parameters.path("timeout").asLong() > 0) {
            wait(LONGEST_HOLD_MS);
        }
        ArrayNode batch = JsonNodeFactory.instance.arrayNode();
        pending.stream().limit(parameters.path("limit").asInt(100)).forEach(batch::add);
        return batch;
    }

    private JsonNode parse(RecordedRequest request) {
        if (request.getBody() == null) {
            return JsonNodeFactory.instance.objectNode();
        }
        try {
            return json.readTree(request.getBody().utf8());
        } catch (JsonProcessingException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A command typed by the given user in the given private chat. */
    public static ObjectNode command(long updateId, long messageId, long epochS, String text) {
        ObjectNode update = JsonNodeFactory.instance.objectNode().put("update_id", updateId);
        update.set("message", Messages.typed(messageId, epochS, text));
        return update;
    }
}
