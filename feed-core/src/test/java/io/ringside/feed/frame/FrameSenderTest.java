package io.ringside.feed.frame;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.ringside.testing.HandClock;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FrameSenderTest {

    private static final long SECOND_NS = TimeUnit.SECONDS.toNanos(1);

    private final HandClock clock = new HandClock();
    private final EmbeddedChannel channel = new EmbeddedChannel();
    private final FrameSender sender = new FrameSender(channel, clock::nowNs, 4, 300);

    @BeforeEach
    void freeze() {
        channel.freezeTime();
    }

    @AfterEach
    void release() {
        channel.finishAndReleaseAll();
    }

    @Test
    void shouldNeverSendMoreThanFourFramesInAnySecond() {
        Random random = new Random(5);
        List<Long> sentNs = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            switch (random.nextInt(60)) {
                case 0 -> sender.text("text");
                case 1 -> sender.ping("");
                case 2, 3, 4 -> sender.pong(new byte[] {1});
                default -> pass(random.nextInt(40));
            }
            sent().forEach(frame -> sentNs.add(clock.nowNs()));
        }

        assertThat(sentNs).hasSizeGreaterThan(500);
        for (int i = 4; i < sentNs.size(); i++) {
            assertThat(sentNs.get(i) - sentNs.get(i - 4)).isGreaterThanOrEqualTo(SECOND_NS);
        }
    }

    @Test
    void shouldKeepTextsApart() {
        for (int i = 0; i < 5; i++) {
            sender.text("request " + i);
        }

        List<String> atOnce = sent();
        pass(299);
        List<String> tooEarly = sent();
        pass(1);
        List<String> second = sent();
        pass(300);
        pass(300);
        pass(300);

        assertThat(atOnce).containsExactly("request 0");
        assertThat(tooEarly).isEmpty();
        assertThat(second).containsExactly("request 1");
        assertThat(sent()).containsExactly("request 2", "request 3", "request 4");
    }

    @Test
    void shouldSendAPongBeforeWaitingTexts() {
        for (int i = 0; i < 3; i++) {
            sender.text("request " + i);
        }
        sender.ping("");
        sender.pong(ascii("first"));

        assertThat(sent()).containsExactly("request 0", "ping", "pong first");
    }

    @Test
    void shouldSendAPingThatIsATextBeforeWaitingTexts() {
        sender.text("request 0");
        sender.text("request 1");
        sender.ping("ping of the venue");

        assertThat(sent()).containsExactly("request 0", "ping of the venue");
    }

    @Test
    void shouldAnswerTheNewestPingOnly() {
        for (int i = 0; i < 4; i++) {
            sender.pong(ascii("early"));
        }
        sent();

        sender.ping("");
        sender.pong(ascii("old"));
        sender.pong(ascii("new"));
        pass(1_000);

        assertThat(sent()).containsExactly("pong new", "ping");
    }

    @Test
    void shouldSendACloseFrameAtOnceAndNothingAfterIt() {
        for (int i = 0; i < 4; i++) {
            sender.pong(ascii("early"));
        }
        sender.pong(ascii("waits"));
        sender.text("waits");
        sent();

        sender.close(1000);
        sender.pong(ascii("late"));
        pass(5_000);

        assertThat(sent()).containsExactly("close 1000");
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void shouldSendNothingBehindACloseFrameThatCannotLeave() {
        HeldWrites held = new HeldWrites();
        EmbeddedChannel stalled = new EmbeddedChannel(held);
        stalled.freezeTime();
        FrameSender toStalled = new FrameSender(stalled, clock::nowNs, 4, 300);

        toStalled.close(1001);
        toStalled.pong(ascii("late"));
        boolean openBefore = stalled.isOpen();
        stalled.advanceTimeBy(1, TimeUnit.SECONDS);
        stalled.runScheduledPendingTasks();

        assertThat(openBefore).isTrue();
        assertThat(stalled.isOpen()).isFalse();
        assertThat(held.writes()).isEqualTo(1);
    }

    private void pass(long ms) {
        clock.passMs(ms);
        channel.advanceTimeBy(ms, TimeUnit.MILLISECONDS);
        channel.runScheduledPendingTasks();
    }

    private List<String> sent() {
        List<String> frames = new ArrayList<>();
        for (WebSocketFrame frame = channel.readOutbound(); frame != null; frame = channel.readOutbound()) {
            frames.add(describe(frame));
            frame.release();
        }
        return frames;
    }

    private static String describe(WebSocketFrame frame) {
        String payload = frame.content().toString(StandardCharsets.US_ASCII);
        if (frame instanceof CloseWebSocketFrame close) {
            return "close " + close.statusCode();
        }
        if (frame instanceof PongWebSocketFrame) {
            return "pong " + payload;
        }
        return frame instanceof PingWebSocketFrame ? "ping" : payload;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
