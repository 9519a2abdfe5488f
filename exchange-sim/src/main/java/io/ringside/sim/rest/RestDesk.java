package io.ringside.sim.rest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.ringside.sim.control.Faults;
import io.ringside.sim.quote.ListedSymbol;
import io.ringside.sim.quote.QuoteSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/**
 * The REST part of the exchange: {@code ping}, {@code time} and {@code exchangeInfo} under {@code /api/v3}. It lists
 * the symbols of the quote source. Answers of one connection may overtake each other if its client does not wait.
 *
 * <p><em>Threading:</em> the exchange's event loop.
 */
public final class RestDesk {

    private static final String ROOT = "/api/v3/";
    private static final JsonFactory JSON = new JsonFactory();

    private final QuoteSource source;
    private final Faults faults;
    private final LongSupplier epochMsClock;
    private CompletionStage<Map<String, ListedSymbol>> listed;

    public RestDesk(QuoteSource source, Faults faults, LongSupplier epochMsClock) {
        this.source = source;
        this.faults = faults;
        this.epochMsClock = epochMsClock;
    }

    /** Returns false, without an answer, for requests of other kinds. */
    public boolean tryAnswer(Channel channel, FullHttpRequest request) {
        QueryStringDecoder uri = new QueryStringDecoder(request.uri());
        if (!request.method().equals(HttpMethod.GET) || !uri.path().startsWith(ROOT)) {
            return false;
        }
        boolean keepAlive = HttpUtil.isKeepAlive(request);
        switch (uri.path().substring(ROOT.length())) {
            case "ping" -> send(channel, HttpResponseStatus.OK, "{}", keepAlive);
            case "time" -> send(channel, HttpResponseStatus.OK,
                "{\"serverTime\":" + epochMsClock.getAsLong() + "}", keepAlive);
            case "exchangeInfo" -> sendExchangeInfo(channel, uri, keepAlive);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void sendExchangeInfo(Channel channel, QueryStringDecoder uri, boolean keepAlive) {
        if (listed == null) {
            listed = source.listed().thenApply(RestDesk::byName);
        }
        listed.whenCompleteAsync((known, failure) -> {
            if (failure != null) {
                reject(channel, HttpResponseStatus.INTERNAL_SERVER_ERROR, -1000,
                    "The source of the quotes cannot list its symbols.", keepAlive);
                return;
            }
            try {
                String info = ExchangeInfoJson.of(select(known, uri), epochMsClock.getAsLong());
                send(channel, HttpResponseStatus.OK, info, keepAlive);
            } catch (BadQuery bad) {
                reject(channel, HttpResponseStatus.BAD_REQUEST, bad.code, bad.getMessage(), keepAlive);
            }
        }, channel.eventLoop());
    }

    private static Collection<ListedSymbol> select(Map<String, ListedSymbol> known, QueryStringDecoder uri)
            throws BadQuery {
        List<String> one = uri.parameters().getOrDefault("symbol", List.of());
        List<String> many = uri.parameters().getOrDefault("symbols", List.of());
        if (one.isEmpty() && many.isEmpty()) {
            return known.values();
        }
        if (one.size() + many.size() > 1) {
            throw new BadQuery(-1128, "Combination of optional parameters invalid.");
        }
        List<ListedSymbol> selected = new ArrayList<>();
        for (String name : one.isEmpty() ? names(many.get(0)) : one) {
            ListedSymbol symbol = known.get(name);
            if (symbol == null) {
                throw new BadQuery(-1121, "Invalid symbol.");
            }
            selected.add(symbol);
        }
        return selected;
    }

    private static List<String> names(String list) throws BadQuery {
        List<String> names = new ArrayList<>();
        try (JsonParser parser = JSON.createParser(list)) {
            boolean isList = parser.nextToken() == JsonToken.START_ARRAY;
            while (isList && parser.nextToken() == JsonToken.VALUE_STRING) {
                names.add(parser.getText());
            }
            if (isList && parser.currentToken() == JsonToken.END_ARRAY && !names.isEmpty()) {
                return names;
            }
        } catch (IOException malformed) {
            throw new BadQuery(-1100, "Illegal characters found in parameter 'symbols'.");
        }
        throw new BadQuery(-1100, "Illegal characters found in parameter 'symbols'.");
    }

    private static Map<String, ListedSymbol> byName(List<ListedSymbol> symbols) {
        return symbols.stream().collect(
            Collectors.toMap(ListedSymbol::symbol, symbol -> symbol, (first, again) -> first, LinkedHashMap::new));
    }

    private void reject(Channel channel, HttpResponseStatus status, int code, String text, boolean keepAlive) {
        send(channel, status, "{\"code\":" + code + ",\"msg\":\"" + text + "\"}", keepAlive);
    }

    private void send(Channel channel, HttpResponseStatus status, String json, boolean keepAlive) {
        if (faults.isStalled()) {
            return;
        }
        DefaultFullHttpResponse response = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status,
            Unpooled.copiedBuffer(json, StandardCharsets.UTF_8));
        response.headers().set(HttpHeaderNames.CONTENT_TYPE, "application/json;charset=UTF-8");
        response.headers().set(HttpHeaderNames.CONTENT_LENGTH, response.content().readableBytes());
        HttpUtil.setKeepAlive(response, keepAlive);
        ChannelFuture sent = channel.writeAndFlush(response);
        if (!keepAlive) {
            sent.addListener(ChannelFutureListener.CLOSE);
        }
    }

    /** What the exchange answers with status 400. */
    private static final class BadQuery extends Exception {

        private static final long serialVersionUID = 1L;

        private final int code;

        BadQuery(int code, String text) {
            super(text, null, false, false);
            this.code = code;
        }
    }
}
