package io.ringside.feed.frame;

import static io.ringside.testing.ServerFrames.CONTINUATION;
import static io.ringside.testing.ServerFrames.PING;
import static io.ringside.testing.ServerFrames.PONG;
import static io.ringside.testing.ServerFrames.TEXT;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.CodecException;
import io.netty.handler.codec.PrematureChannelClosureException;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocket13FrameDecoder;
import io.netty.handler.codec.http.websocketx.WebSocketDecoderConfig;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrameAggregator;
import io.ringside.testing.ServerFrames;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * The same streams through Netty's decoder. Intended differences, kept out of the streams or the comparison: Netty
 * checks the UTF-8 of a close reason; it takes close codes from 5000; and it
 * reads on after a close frame.
 */
class FrameReaderAgainstNettyTest {

    private static final int LIMIT = 70_000;
    private static final int STREAMS = 400;

    @Test
    void shouldReadValidStreamsAsNettyDoes() {
        Random random = new Random(6455);
        for (int i = 0; i < STREAMS; i++) {
            byte[] stream = stream(random);

            List<String> ours = ours(stream, random);

            assertThat(ours).as("stream %d", i).isEqualTo(nettys(stream)).isNotEmpty().doesNotContain("violation");
        }
    }

    @Test
    void shouldFailOnCorruptedStreamsWhereNettyDoes() {
        Random random = new Random(1002);
        int violations = 0;
        for (int i = 0; i < 4 * STREAMS; i++) {
            byte[] stream = stream(random);
            for (int flips = 1 + random.nextInt(2); flips > 0; flips--) {
                stream[random.nextInt(Math.min(stream.length, 40))] ^= (byte) (1 << random.nextInt(8));
            }

            List<String> ours = ours(stream, random);

            assertThat(ours).as("stream %d", i).isEqualTo(nettys(stream));
            violations += ours.contains("violation") ? 1 : 0;
        }
        assertThat(violations).isGreaterThan(STREAMS / 4);
    }

    private static byte[] stream(Random random) {
        ServerFrames frames = new ServerFrames();
        for (int messages = 1 + random.nextInt(5); messages > 0; messages--) {
            switch (random.nextInt(4)) {
                case 0 -> frames.frame(random.nextBoolean() ? PING : PONG, payload(random, 126));
                case 1 -> fragmented(frames, random);
                default -> frames.frame(1 + random.nextInt(2), payload(random, 3 + random.nextInt(400)));
            }
        }
        if (random.nextInt(20) == 0) {
            frames.frame(TEXT, payload(random, LIMIT));
        }
        return frames.bytes();
    }

    private static void fragmented(ServerFrames frames, Random random) {
        frames.begun(1 + random.nextInt(2), payload(random, 50));
        while (random.nextBoolean()) {
            frames.frame(PING, payload(random, 10)).begun(CONTINUATION, payload(random, 300));
        }
        frames.frame(CONTINUATION, payload(random, 200));
    }

    /** ASCII only, so that a flipped opcode seldom makes a close frame with a reason that is no UTF-8. */
    private static byte[] payload(Random random, int bound) {
        byte[] payload = new byte[random.nextInt(bound)];
        for (int i = 0; i < payload.length; i++) {
            payload[i] = (byte) (' ' + random.nextInt(90));
        }
        return payload;
    }

    private static List<String> ours(byte[] stream, Random random) {
        FrameReader reader = new FrameReader(LIMIT, RecordingFrames.SLACK_BYTES);
        RecordingFrames frames = new RecordingFrames();
        int violation = 0;
        for (int from = 0; from < stream.length && violation == 0;) {
            int to = Math.min(stream.length, from + 1 + random.nextInt(500));
            violation = frames.read(reader, stream, from, to);
            from = to;
        }
        return upToTheEnd(frames.calls(), violation != 0);
    }

    private static List<String> nettys(byte[] stream) {
        EmbeddedChannel channel = new EmbeddedChannel(
            new WebSocket13FrameDecoder(WebSocketDecoderConfig.newBuilder().expectMaskedFrames(false)
                .allowExtensions(false).maxFramePayloadLength(LIMIT).closeOnProtocolViolation(false)
                .withUTF8Validator(false).build()),
            new WebSocketFrameAggregator(LIMIT));
        boolean failed = false;
        try {
            channel.writeInbound(Unpooled.copiedBuffer(stream));
        } catch (CodecException violation) {
            failed = true;
        }
        List<String> calls = new ArrayList<>();
        for (WebSocketFrame frame = channel.readInbound(); frame != null; frame = channel.readInbound()) {
            calls.add(describe(frame));
            frame.release();
        }
        failed |= fails(channel);
        return upToTheEnd(calls, failed);
    }

    private static boolean fails(EmbeddedChannel channel) {
        try {
            channel.finishAndReleaseAll();
            return false;
        } catch (PrematureChannelClosureException expected) {
            // the aggregator misses the rest of a message: the stream may end anywhere
            return false;
        } catch (CodecException violation) {
            return true;
        }
    }

    private static List<String> upToTheEnd(List<String> calls, boolean failed) {
        List<String> told = new ArrayList<>();
        for (String call : calls) {
            told.add(call);
            if (call.startsWith("close") || call.equals("violation")) {
                return told;
            }
        }
        if (failed) {
            told.add("violation");
        }
        return told;
    }

    private static String describe(WebSocketFrame frame) {
        byte[] payload = new byte[frame.content().readableBytes()];
        frame.content().getBytes(frame.content().readerIndex(), payload);
        if (frame instanceof CloseWebSocketFrame close) {
            if (close.statusCode() >= 5_000) {
                return "violation";
            }
            return "close " + (close.statusCode() < 0 ? 1005 : close.statusCode()) + " " + close.reasonText();
        }
        if (frame instanceof PongWebSocketFrame) {
            return "pong";
        }
        if (frame instanceof BinaryWebSocketFrame) {
            return "binary " + payload.length;
        }
        String kind = frame instanceof PingWebSocketFrame ? "ping " : "text ";
        return kind + RecordingFrames.latin(payload, 0, payload.length);
    }
}
