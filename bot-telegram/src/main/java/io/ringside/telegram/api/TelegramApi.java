package io.ringside.telegram.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ringside.telegram.api.ApiAnswer.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.EventListener;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSink;

/**
 * Calls Bot API methods; the only file that speaks HTTP. An answer never holds the token, and a request is never
 * repeated behind the caller's back: OkHttp would send the same POST three times on a connection that breaks after
 * the request was read.
 *
 * <p><em>Threading:</em> one thread calls and blocks; {@link #cancel()} and {@link #close()} from any.
 */
public final class TelegramApi implements AutoCloseable {

    private static final long READ_MARGIN_MS = 15_000;
    private static final long CALL_MARGIN_MS = 30_000;
    private static final long SEND_TIMEOUT_MS = 15_000;
    private static final long MAX_BODY_BYTES = 8L << 20;
    private static final int MAX_TEXT_CHARS = 200;
    private static final Pattern ANY_TOKEN = Pattern.compile("\\b\\d{5,}:[A-Za-z0-9_-]{30,}");

    private final ObjectMapper json = new ObjectMapper();
    private final OkHttpClient client;
    private final HttpUrl methods;
    private final String token;
    private volatile Call current;
    private volatile boolean cancelled;

    /** The read timeout is what notices a silent connection; the call timeout is the last resort. */
    public TelegramApi(TelegramConfig config, long readTimeoutMs, long callTimeoutMs) {
        this(config.token(), HttpUrl.get(config.apiUrl()).newBuilder().addPathSegment("bot" + config.token()).build(),
            new OkHttpClient.Builder()
                .protocols(List.of(Protocol.HTTP_1_1))
                .connectionPool(new ConnectionPool(1, 60, TimeUnit.SECONDS))
                .retryOnConnectionFailure(false)
                .followRedirects(false)
                .followSslRedirects(false)
                .eventListenerFactory(call -> call.request().tag(Departure.class))
                .readTimeout(readTimeoutMs, TimeUnit.MILLISECONDS)
                .callTimeout(callTimeoutMs, TimeUnit.MILLISECONDS)
                .build());
    }

    private TelegramApi(String token, HttpUrl methods, OkHttpClient client) {
        this.token = token;
        this.methods = methods;
        this.client = client;
    }

    public static TelegramApi forPolling(TelegramConfig config) {
        long pollMs = TimeUnit.SECONDS.toMillis(config.pollTimeoutS());
        return new TelegramApi(config, pollMs + READ_MARGIN_MS, pollMs + CALL_MARGIN_MS);
    }

    public static TelegramApi forSending(TelegramConfig config) {
        return new TelegramApi(config, SEND_TIMEOUT_MS, 2 * SEND_TIMEOUT_MS);
    }

    /** Works after {@link #cancel()}, for a last word within a short time. Not to be closed itself. */
    public TelegramApi forLastCall(long callTimeoutMs) {
        return new TelegramApi(token, methods,
            client.newBuilder().callTimeout(callTimeoutMs, TimeUnit.MILLISECONDS).build());
    }

    /** Blocks; never throws for anything that the network or Telegram does. */
    public ApiAnswer call(String method, JsonNode parameters) {
        Departure departure = new Departure();
        Call call = client.newCall(new Request.Builder()
            .url(methods.newBuilder().addPathSegment(method).build())
            .post(new OneShotJson(parameters.toString()))
            .tag(Departure.class, departure)
            .build());
        current = call;
        if (cancelled) {
            return ApiAnswer.failed(Outcome.NOT_SENT, 0, "cancelled");
        }
        try (Response response = call.execute()) {
            return read(response);
        } catch (IOException failure) {
            return ApiAnswer.failed(departure.left ? Outcome.UNKNOWN : Outcome.NOT_SENT, 0, describe(failure));
        }
    }

    /** Ends the call under way, and every later one before it starts. */
    public void cancel() {
        cancelled = true;
        Call call = current;
        if (call != null) {
            call.cancel();
        }
    }

    @Override
    public void close() {
        cancel();
        client.connectionPool().evictAll();
    }

    private ApiAnswer read(Response response) throws IOException {
        if (response.body().source().request(MAX_BODY_BYTES + 1)) {
            return ApiAnswer.failed(Outcome.UNKNOWN, response.code(),
                "answer longer than " + MAX_BODY_BYTES + " bytes");
        }
        JsonNode answer;
        try {
            answer = json.readTree(response.body().bytes());
        } catch (JsonProcessingException notJson) {
            return ApiAnswer.failed(Outcome.UNKNOWN, response.code(), "HTTP " + response.code() + " without full JSON");
        }
        if (!answer.path("ok").isBoolean()) {
            return ApiAnswer.failed(Outcome.UNKNOWN, response.code(),
                "HTTP " + response.code() + " without Telegram's envelope");
        }
        if (answer.path("ok").booleanValue() && answer.has("result")) {
            return ApiAnswer.ok(answer.path("result"));
        }
        return ApiAnswer.rejected(answer.path("error_code").asInt(response.code()),
            redact(answer.path("description").asText("no description")),
            answer.path("parameters").path("retry_after").asLong(0));
    }

    private String describe(IOException failure) {
        return failure.getClass().getSimpleName() + ": " + redact(String.valueOf(failure.getMessage()));
    }

    /** One short line without any token. */
    private String redact(String text) {
        String safe = ANY_TOKEN.matcher(text.replace(token, "***")).replaceAll("***").replaceAll("\\s+", " ");
        return safe.length() > MAX_TEXT_CHARS ? safe.substring(0, MAX_TEXT_CHARS) : safe;
    }

    /** Notes whether a request began to leave: from then on a failure leaves its outcome open. */
    private static final class Departure extends EventListener {

        private boolean left;

        @Override
        public void requestHeadersStart(Call call) {
            left = true;
        }
    }

    /** A body that OkHttp must not send twice. */
    private static final class OneShotJson extends RequestBody {

        private static final MediaType TYPE = MediaType.get("application/json; charset=utf-8");

        private final byte[] utf8;

        OneShotJson(String json) {
            this.utf8 = json.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public MediaType contentType() {
            return TYPE;
        }

        @Override
        public long contentLength() {
            return utf8.length;
        }

        @Override
        public boolean isOneShot() {
            return true;
        }

        @Override
        public void writeTo(BufferedSink sink) throws IOException {
            sink.write(utf8);
        }
    }
}
