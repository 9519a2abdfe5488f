package io.ringside.sim.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.ringside.sim.control.MessageLimit;
import io.ringside.sim.control.Observations;
import io.ringside.sim.control.Subscriptions;
import io.ringside.testing.HandClock;
import io.ringside.testing.LeakCheck;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LeakCheck.class)
class ClientSessionTest {

    private static final long PING_INTERVAL_MS = 20_000;

    private final HandClock clock = new HandClock();
    private final EmbeddedChannel channel = new EmbeddedChannel();
    private final Observations observations = new Observations();

    @BeforeEach
    void start() {
        channel.freezeTime();
        ClientSession session = new ClientSession(channel, new NobodyElse(),
            new Subscriptions(true, 10, observations), new MessageLimit(5, clock::nowNs), observations);
        channel.pipeline().addLast(session);
        session.start(PING_INTERVAL_MS);
    }

    @AfterEach
    void release() {
        channel.finishAndReleaseAll();
    }

    @Test
    void shouldDropAClientThatAnswersNoneOfThreePings() {
        for (int ping = 1; ping <= 3; ping++) {
            pass(PING_INTERVAL_MS);
            pinged().release();
        }
        boolean openBefore = channel.isOpen();
        pass(PING_INTERVAL_MS);
        Object fourth = channel.readOutbound();

        assertThat(openBefore).isTrue();
        assertThat(channel.isOpen()).isFalse();
        assertThat(fourth).isNull();
    }

    @Test
    void shouldKeepAClientThatAnswersItsPings() {
        for (int ping = 1; ping <= 10; ping++) {
            pass(PING_INTERVAL_MS);
            channel.writeInbound(new PongWebSocketFrame(pinged().content()));
        }

        assertThat(channel.isOpen()).isTrue();
        assertThat(observations.pongs()).hasSize(10);
    }

    @Test
    void shouldNotCountAPongThatNobodyAskedFor() {
        for (int ping = 1; ping <= 3; ping++) {
            pass(PING_INTERVAL_MS);
            channel.writeInbound(new PongWebSocketFrame());
        }
        pass(PING_INTERVAL_MS);

        assertThat(channel.isOpen()).isFalse();
    }

    private PingWebSocketFrame pinged() {
        return channel.readOutbound();
    }

    private void pass(long ms) {
        clock.passMs(ms);
        channel.advanceTimeBy(ms, TimeUnit.MILLISECONDS);
        channel.runScheduledPendingTasks();
    }

    /** An exchange with one client and no trouble. */
    private static final class NobodyElse implements ClientSession.Listener {

        @Override
        public boolean isStalled() {
            return false;
        }

        @Override
        public void onChanged() {
            // no source of quotes
        }

        @Override
        public void onGone(ClientSession session) {
            // no list of clients
        }
    }
}
