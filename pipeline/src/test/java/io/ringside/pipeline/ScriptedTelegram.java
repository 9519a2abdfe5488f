package io.ringside.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

/** As much of the Bot API on 127.0.0.1 as a bot needs; the test speaks for the users. */
final class ScriptedTelegram implements AutoCloseable {

    static final String TOKEN = "123456789:AAbbCCddEEffGGhhIIjjKKllMMnnOOppQQr";

    private static final long DEADLINE_S = 10;
    private static final long POLL_MS = 100;

    private final ObjectMapper json = new ObjectMapper();
    private final MockWebServer server = new MockWebServer();
    private final BlockingQueue<JsonNode> said = new LinkedBlockingQueue<>();
    private final BlockingQueue<Sent> sent = new LinkedBlockingQueue<>();
    private final AtomicLong nextId = new AtomicLong(1);
    private volatile boolean tokenRejected;

    record Sent(long chatId, String text) {
    }

    ScriptedTelegram() throws IOException {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
                return answer(request);
            }
        });
        server.start();
    }

    String url() {
        String url = server.url("/").toString();
        return url.substring(0, url.length() - 1);
    }

    void rejectToken() {
        tokenRejected = true;
    }

    /** A person writes a command in the private chat of that id. */
    void say(long userId, String text) {
        long id = nextId.getAndIncrement();
        ObjectNode update = JsonNodeFactory.instance.objectNode().put("update_id", id);
        ObjectNode message = update.putObject("message").put("message_id", id).put("text", text)
            .put("date", TimeUnit.MILLISECONDS.toSeconds(System.currentTimeMillis()));
        message.putObject("from").put("id", userId).put("is_bot", false);
        message.putObject("chat").put("id", userId).put("type", "private");
        message.putArray("entities").addObject().put("type", "bot_command").put("offset", 0)
            .put("length", text.split(" ")[0].length());
        said.add(update);
    }

    /** All that was sent, up to and including the first message that fits. */
    List<Sent> awaitUntil(Predicate<String> fits) throws InterruptedException {
        List<Sent> before = new ArrayList<>();
        while (true) {
            Sent next = sent.poll(DEADLINE_S, TimeUnit.SECONDS);
            assertThat(next).as("a message that fits, after %s", before).isNotNull();
            before.add(next);
            if (fits.test(next.text())) {
                return before;
            }
        }
    }

    @Override
    public void close() {
        server.close();
    }

    private MockResponse answer(RecordedRequest request) throws InterruptedException {
        if (tokenRejected) {
            return response(401, "{\"ok\":false,\"error_code\":401,\"description\":\"Unauthorized\"}");
        }
        String target = request.getTarget();
        String method = target.substring(target.lastIndexOf('/') + 1);
        return switch (method) {
            case "getMe" -> ok("{\"id\":123456789,\"is_bot\":true,\"username\":\"ringside_bot\"}");
            case "getUpdates" -> ok(updates());
            case "sendMessage" -> {
                record(request);
                yield ok("{\"message_id\":1}");
            }
            default -> ok("true");
        };
    }

    private String updates() throws InterruptedException {
        JsonNode update = said.poll(POLL_MS, TimeUnit.MILLISECONDS);
        return update == null ? "[]" : "[" + update + "]";
    }

    private void record(RecordedRequest request) {
        try {
            JsonNode message = json.readTree(request.getBody().utf8());
            sent.add(new Sent(message.path("chat_id").asLong(), message.path("text").asText()));
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }

    private static MockResponse ok(String result) {
        return response(200, "{\"ok\":true,\"result\":" + result + "}");
    }

    private static MockResponse response(int code, String body) {
        return new MockResponse.Builder().code(code).body(body).build();
    }
}
