package io.ringside.binance.rules;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ringside.core.runtime.RetryAfter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Asks {@code GET /api/v3/exchangeInfo} for some symbols; the only file of this package that speaks HTTP. The answer
 * is read as it arrives and only the wanted symbols are kept, as a venue may send all of its thousands.
 *
 * <p><em>Threading:</em> one thread calls and blocks; {@link #close()} from any, ends the call under way.
 */
final class RulesRequest implements AutoCloseable {

    private static final int MAX_ERROR_BYTES = 65_536;
    private static final int MAX_TEXT_CHARS = 160;
    private static final String RETRY_AFTER = "Retry-After";
    private static final int BAD_SYMBOL = -1121;
    /** Names that do not fit the venue's pattern for symbols. */
    private static final int ILLEGAL_CHARACTERS = -1100;

    private final ObjectMapper json = new ObjectMapper();
    private final HttpUrl url;
    private final String host;
    private final long maxBodyBytes;
    private final OkHttpClient client;

    /**
     * @param maxBodyBytes of an unpacked answer
     */
    RulesRequest(HttpUrl restBase, long maxBodyBytes) {
        this.url = restBase.newBuilder().addPathSegments("api/v3/exchangeInfo").build();
        this.host = restBase.host() + (restBase.port() == HttpUrl.defaultPort(restBase.scheme())
            ? "" : ":" + restBase.port());
        this.maxBodyBytes = maxBodyBytes;
        this.client = new OkHttpClient.Builder()
            .protocols(List.of(Protocol.HTTP_1_1))
            .followRedirects(false)
            .followSslRedirects(false)
            .build();
    }

    /** Blocks for at most the time; never throws for network or venue failures. */
    RulesAnswer ask(Collection<String> symbols, long timeoutMs) {
        if (timeoutMs < 1) {
            return RulesAnswer.failed(host + " did not answer in time");
        }
        String names = "[\"" + String.join("\",\"", symbols) + "\"]";
        Call call = client.newBuilder().callTimeout(timeoutMs, TimeUnit.MILLISECONDS)
            .connectTimeout(timeoutMs, TimeUnit.MILLISECONDS)
            .build().newCall(new Request.Builder().url(url.newBuilder()
                .addQueryParameter("symbols", names)
                .addQueryParameter("showPermissionSets", "false").build()).build());
        try (Response response = call.execute()) {
            return response.code() == 200 ? read(response, Set.copyOf(symbols)) : rejection(response);
        } catch (JsonProcessingException malformed) {
            return RulesAnswer.failed(host + " answered with something that is not complete JSON");
        } catch (IOException failure) {
            return RulesAnswer.failed(describe(failure));
        }
    }

    @Override
    public void close() {
        client.dispatcher().cancelAll();
        client.connectionPool().evictAll();
    }

    String host() {
        return host;
    }

    private RulesAnswer read(Response response, Set<String> wanted) throws IOException {
        if (isHtml(response)) {
            return RulesAnswer.failed(host + " answered with HTML instead of JSON");
        }
        Map<String, JsonNode> symbols = null;
        try (InputStream body = new BoundedInput(response.body().byteStream(), maxBodyBytes);
             JsonParser parser = json.createParser(body)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean isList = parser.currentName().equals("symbols");
                if (parser.nextToken() == JsonToken.START_ARRAY && isList) {
                    symbols = readSymbols(parser, wanted);
                } else {
                    parser.skipChildren();
                }
            }
        }
        return symbols == null ? RulesAnswer.failed(host + " answered without any list of symbols")
            : RulesAnswer.ok(symbols);
    }

    private static Map<String, JsonNode> readSymbols(JsonParser parser, Set<String> wanted) throws IOException {
        Map<String, JsonNode> symbols = new HashMap<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            JsonNode symbol = parser.readValueAsTree();
            String name = symbol.path("symbol").asText("");
            if (wanted.contains(name)) {
                symbols.put(name, SymbolRules.essence(symbol));
            }
        }
        return symbols;
    }

    private RulesAnswer rejection(Response response) throws IOException {
        JsonNode error = error(response);
        int code = error.path("code").asInt(0);
        if (code == BAD_SYMBOL || code == ILLEGAL_CHARACTERS) {
            return RulesAnswer.symbolRejected(host + " does not know it" + words(error));
        }
        String meaning = switch (response.code()) {
            case 403 -> ", its firewall rejects this address or request";
            case 418 -> ", this address is banned" + wait(response);
            case 429 -> ", too many requests from this address" + wait(response);
            default -> isHtml(response) ? " with HTML instead of JSON" : "";
        };
        return RulesAnswer.failed(host + " answered HTTP " + response.code() + meaning + words(error),
            RetryAfter.ms(response.header(RETRY_AFTER)));
    }

    private JsonNode error(Response response) throws IOException {
        try {
            JsonNode error = json.readTree(response.peekBody(MAX_ERROR_BYTES).string());
            return error == null ? json.missingNode() : error;
        } catch (JsonProcessingException expected) {
            // a proxy's page: the status says what there is to say
            return json.missingNode();
        }
    }

    /** The venue's own, in brackets, if it has any. */
    private static String words(JsonNode error) {
        int code = error.path("code").asInt(0);
        String text = oneLine((code == 0 ? "" : code + " ") + error.path("msg").asText(""));
        return text.isEmpty() ? "" : " (" + text + ")";
    }

    private static String wait(Response response) {
        long waitMs = RetryAfter.ms(response.header(RETRY_AFTER));
        return waitMs == 0 ? "" : ", it asks to wait " + TimeUnit.MILLISECONDS.toSeconds(waitMs) + " s";
    }

    private static boolean isHtml(Response response) {
        return response.header("Content-Type", "").contains("html");
    }

    private String describe(IOException failure) {
        if (failure instanceof BoundedInput.TooLong) {
            return host + " answered with more than " + maxBodyBytes + " bytes";
        }
        if (failure instanceof InterruptedIOException) {
            return host + " did not answer in time";
        }
        if (failure instanceof UnknownHostException) {
            return host + " cannot be found";
        }
        String message = oneLine(String.valueOf(failure.getMessage()));
        if (failure instanceof ConnectException) {
            return host + " cannot be reached: " + message;
        }
        return failure instanceof SSLException ? "no secure connection to " + host + ": " + message
            : "the connection to " + host + " broke: " + message;
    }

    private static String oneLine(String text) {
        String line = text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
        return line.length() > MAX_TEXT_CHARS ? line.substring(0, MAX_TEXT_CHARS) : line;
    }
}
