package io.ringside.sim.client;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.netty.handler.codec.http.websocketx.WebSocketDecoderConfig;
import io.netty.handler.codec.http.websocketx.WebSocketFrameAggregator;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshaker;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshakerFactory;
import io.ringside.sim.control.Faults;
import io.ringside.sim.control.MessageLimit;
import io.ringside.sim.control.Observations;
import io.ringside.sim.control.SimulatedExchangeConfig;
import io.ringside.sim.control.Subscriptions;
import io.ringside.sim.quote.StreamNames;
import io.ringside.sim.rest.RestDesk;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The HTTP part of a connection: leaves REST requests to the {@link RestDesk}, reads the path of the others, rejects
 * what the exchange rejects, and hands over to a {@link ClientSession}.
 *
 * <p><em>Threading:</em> the exchange's event loop.
 */
public final class HandshakeHandler extends SimpleChannelInboundHandler<FullHttpRequest> {

    private static final Logger LOG = LoggerFactory.getLogger(HandshakeHandler.class);
    private static final int MAX_FRAME_BYTES = 65_536;
    private static final WebSocketServerHandshakerFactory HANDSHAKES = new WebSocketServerHandshakerFactory(
        null, null, WebSocketDecoderConfig.newBuilder().maxFramePayloadLength(MAX_FRAME_BYTES).build());

    private final SimulatedExchangeConfig config;
    private final RestDesk rest;
    private final Clients clients;
    private final Faults faults;
    private final Observations observations;

    public HandshakeHandler(SimulatedExchangeConfig config, RestDesk rest, Clients clients, Faults faults,
                     Observations observations) {
        this.config = config;
        this.rest = rest;
        this.clients = clients;
        this.faults = faults;
        this.observations = observations;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
        Channel channel = context.channel();
        if (request.decoderResult().isFailure()) {
            reject(channel, HttpResponseStatus.REQUEST_URI_TOO_LONG);
            return;
        }
        if (rest.tryAnswer(channel, request)) {
            return;
        }
        observations.onHandshake(request.uri());
        if (faults.areHandshakesHung()) {
            return;
        }
        if (faults.rejectionStatus() != 0) {
            reject(channel, HttpResponseStatus.valueOf(faults.rejectionStatus()));
            return;
        }
        shakeHands(channel, request);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable failure) {
        LOG.info("handshake with {} failed: {}", context.channel().remoteAddress(), failure.toString());
        context.close();
    }

    private void shakeHands(Channel channel, FullHttpRequest request) {
        QueryStringDecoder uri = new QueryStringDecoder(request.uri());
        Subscriptions subscriptions =
            new Subscriptions(uri.path().equals("/stream"), config.maxStreams(), observations);
        List<String> streams = streams(uri);
        if (streams == null) {
            reject(channel, HttpResponseStatus.NOT_FOUND);
            return;
        }
        WebSocketServerHandshaker handshaker = HANDSHAKES.newHandshaker(request);
        boolean wellFormed = streams.stream().allMatch(StreamNames::isWellFormed);
        if (!isUpgrade(request) || handshaker == null || !wellFormed || !subscriptions.tryAdd(streams)) {
            reject(channel, HttpResponseStatus.BAD_REQUEST);
            return;
        }
        // Counted before the answer leaves, so that a client that has it finds itself counted.
        observations.onAccepted();
        handshaker.handshake(channel, request).addListener(done -> {
            if (done.isSuccess()) {
                startSession(channel, subscriptions);
            } else {
                subscriptions.clear();
                observations.onGone();
                channel.close();
            }
        });
    }

    private void startSession(Channel channel, Subscriptions subscriptions) {
        MessageLimit limit = new MessageLimit(config.maxMessagesPerSecond(), System::nanoTime);
        ClientSession session = new ClientSession(channel, clients, subscriptions, limit, observations);
        channel.pipeline().addLast(new WebSocketFrameAggregator(MAX_FRAME_BYTES)).addLast(session).remove(this);
        session.start(config.pingIntervalMs());
        clients.add(session);
    }

    /** What Netty's handshaker would answer with an exception. */
    private static boolean isUpgrade(FullHttpRequest request) {
        HttpHeaders headers = request.headers();
        return request.method().equals(HttpMethod.GET)
            && headers.containsValue(HttpHeaderNames.CONNECTION, HttpHeaderValues.UPGRADE, true)
            && headers.containsValue(HttpHeaderNames.UPGRADE, HttpHeaderValues.WEBSOCKET, true)
            && headers.contains(HttpHeaderNames.SEC_WEBSOCKET_KEY);
    }

    /** The streams that a URL names, or null when it is not one of the exchange's. */
    private static List<String> streams(QueryStringDecoder uri) {
        String path = uri.path();
        if (path.equals("/stream")) {
            List<String> streams = new ArrayList<>();
            uri.parameters().getOrDefault("streams", List.of())
                .forEach(names -> streams.addAll(StreamNames.split(names)));
            return streams;
        }
        return path.equals("/ws") || path.startsWith("/ws/") ? StreamNames.split(path.substring(3)) : null;
    }

    private static void reject(Channel channel, HttpResponseStatus status) {
        DefaultFullHttpResponse response = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status,
            Unpooled.copiedBuffer(status.toString(), StandardCharsets.UTF_8));
        response.headers().set(HttpHeaderNames.CONTENT_TYPE, HttpHeaderValues.TEXT_PLAIN);
        response.headers().set(HttpHeaderNames.CONTENT_LENGTH, response.content().readableBytes());
        response.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        channel.writeAndFlush(response).addListener(ChannelFutureListener.CLOSE);
    }
}
