package io.ringside.feed;

import static io.ringside.feed.PlainVenue.good;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.core.event.Symbols;
import io.ringside.feed.tick.OverloadPolicy;
import io.ringside.feed.venue.KeepAlive;
import io.ringside.testing.LeakCheck;
import io.ringside.testing.ScriptedVenue;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a venue says of itself is what the feed does. */
@Timeout(30)
@ExtendWith(LeakCheck.class)
class VenuePortTest {

    private ScriptedVenue venue;
    private RunningFeed feed;

    @BeforeEach
    void listen() throws IOException {
        venue = new ScriptedVenue();
    }

    @AfterEach
    void close() throws IOException {
        feed.close();
        venue.close();
    }

    @Test
    void shouldAskForTheStreamsAfterTheHandshake() throws IOException {
        start(KeepAlive.afterSilence(), 0);

        assertThat(nextText(venue.acceptOpen())).isEqualTo("give BTCUSDT ETHUSDT");
    }

    @Test
    void shouldKeepTheOldSessionUntilEachStreamIsAnswered() throws IOException {
        start(KeepAlive.afterSilence(), 0);
        ScriptedVenue.Session first = venue.acceptOpen().text("yes").text("yes").text(good(1)).text("bye");

        ScriptedVenue.Session second = venue.acceptOpen().text("yes").text(good(2));
        feed.awaitUpdateId(2);
        first.text(good(3));
        feed.awaitUpdateId(3);
        second.text("no").text(good(4));
        feed.awaitUpdateId(4);
        first.awaitEnd();

        assertThat(feed.updateIds()).containsExactly(1L, 2L, 3L, 4L);
        assertThat(feed.states()).containsExactly("UP quotes flow");
        assertThat(feed.count("control answers")).isEqualTo(4);
    }

    @Test
    void shouldPingWithTheVenuesTextInItsRhythm() throws IOException {
        start(new KeepAlive("ping", 1), 0);
        ScriptedVenue.Session session = venue.acceptOpen();

        String request = nextText(session);
        String ping = nextText(session);
        session.text("pong").text(good(1));
        feed.awaitUpdateId(1);

        assertThat(request).startsWith("give");
        assertThat(ping).isEqualTo("ping");
        assertThat(nextText(session)).isEqualTo("ping");
        assertThat(feed.count("messages other")).isEqualTo(1);
    }

    @Test
    void shouldNumberConnectionsFromTheGivenOneOn() throws IOException {
        start(KeepAlive.afterSilence(), 7);
        venue.acceptOpen().text(good(1));

        feed.awaitState("UP");

        assertThat(feed.feed().connectionOf()).containsExactly(7, 7);
        assertThat(feed.feed().connections()).isEqualTo(1);
    }

    private void start(KeepAlive keepAlive, int firstConnection) {
        FeedConfig config = FeedConfig.of("ws://127.0.0.1:" + venue.port(), OverloadPolicy.CONFLATE)
            .withFirstConnection(firstConnection);
        feed = new RunningFeed(PlainVenue.byRequest(keepAlive), config, Symbols.of("BTCUSDT", "ETHUSDT"), 1024, null)
            .start();
    }

    /** A short text frame of a client, which masks it. */
    private static String nextText(ScriptedVenue.Session session) throws IOException {
        DataInputStream in = new DataInputStream(session.socket().getInputStream());
        assertThat(in.readUnsignedByte()).isEqualTo(0x81);
        byte[] payload = new byte[in.readUnsignedByte() & 0x7F];
        byte[] mask = in.readNBytes(4);
        in.readFully(payload);
        for (int i = 0; i < payload.length; i++) {
            payload[i] ^= mask[i % 4];
        }
        return new String(payload, StandardCharsets.US_ASCII);
    }
}
