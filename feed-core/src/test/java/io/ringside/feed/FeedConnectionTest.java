package io.ringside.feed;

import static io.ringside.feed.PlainVenue.good;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.core.event.Symbols;
import io.ringside.feed.tick.OverloadPolicy;
import io.ringside.testing.LeakCheck;
import io.ringside.testing.ScriptedVenue;
import io.ringside.testing.ServerFrames;
import java.io.IOException;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Which of two sessions counts, and how each ends. */
@Timeout(30)
@ExtendWith(LeakCheck.class)
class FeedConnectionTest {

    private static final String SHUTDOWN = "bye";

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
    void shouldTakeLowerUpdateIdsFromASuccessorThatIsLeftAlone() throws IOException {
        start(OverloadPolicy.CONFLATE, 1024);
        ScriptedVenue.Session first = venue.acceptOpen().text(good(1_000)).text(SHUTDOWN);
        ScriptedVenue.Session second = venue.acceptOpen();

        first.close();
        feed.awaitState("DOWN");
        second.text(good(5));
        feed.awaitUpdateId(5);

        feed.awaitStates("UP", "DOWN", "UP");
        assertThat(feed.count("connections tried")).isEqualTo(2);
    }

    @Test
    void shouldReadOnWithAPausedSuccessorWhoseForerunnerEnds() throws IOException {
        start(OverloadPolicy.BACKPRESSURE, 2);
        ScriptedVenue.Session first = venue.acceptOpen().text(SHUTDOWN);
        ScriptedVenue.Session second = venue.acceptOpen();
        feed.block();
        ServerFrames quotesAndClose = new ServerFrames();
        LongStream.rangeClosed(1, 6).forEach(id -> quotesAndClose.text(good(id)));
        first.send(quotesAndClose.close(1001, "bye").bytes());
        feed.await("the first session pauses", () -> feed.count("quotes accepted") >= 2);
        second.text(good(7)).text(good(8));

        feed.unblock();
        feed.awaitUpdateId(8);
        second.text(good(9));

        feed.awaitUpdateId(9);
    }

    @Test
    void shouldConnectOnceMoreWhenTheSuccessorFails() throws IOException {
        start(OverloadPolicy.CONFLATE, 1024);
        ScriptedVenue.Session first = venue.acceptOpen().text(good(1)).text(SHUTDOWN).text(SHUTDOWN);
        venue.accept().close();

        ScriptedVenue.Session third = venue.acceptOpen();
        first.text(good(2));
        feed.awaitUpdateId(2);
        third.text(good(3));
        feed.awaitUpdateId(3);
        first.awaitEnd();

        assertThat(feed.count("connections tried")).isEqualTo(3);
        assertThat(feed.states()).containsExactly("UP quotes flow");
    }

    @Test
    void shouldStayAwayAsLongAsTheVenueAsks() throws IOException {
        start(OverloadPolicy.CONFLATE, 1024);
        long rejectedNs = System.nanoTime();
        venue.accept().reject("429 Too Many Requests\r\nRetry-After: 1");

        venue.acceptOpen().text(good(1));
        long waitedNs = System.nanoTime() - rejectedNs;
        feed.awaitState("UP");

        assertThat(waitedNs).isGreaterThanOrEqualTo(1_000_000_000L);
        feed.awaitStates("DOWN WebSocketClientHandshakeException", "UP");
    }

    @Test
    void shouldEndAConnectionWhosePeerReadsNothing() throws IOException {
        start(OverloadPolicy.CONFLATE, 1024);
        ScriptedVenue.Session stalled = venue.acceptOpen().text(good(1));
        feed.awaitUpdateId(1);

        stalled.send(new byte[] {(byte) 0xFF, 0});

        venue.acceptOpen().text(good(2));
        feed.awaitUpdateId(2);
        stalled.awaitEnd();
    }

    @Test
    void shouldSendNothingButACloseFrameWhenItCloses() throws IOException {
        start(OverloadPolicy.CONFLATE, 1024);
        ScriptedVenue.Session session = venue.acceptOpen().text(good(1));
        feed.awaitUpdateId(1);

        feed.feed().close();
        feed.feed().close();

        byte[] sent = session.socket().getInputStream().readAllBytes();
        assertThat(sent).hasSize(8);
        assertThat(sent[0]).isEqualTo((byte) 0x88);
        feed.awaitState("DOWN the feed closes");
    }

    @Test
    void shouldCloseBeforeItsStart() {
        feed = RunningFeed.of(PlainVenue.byUrl(),
            FeedConfig.of("ws://127.0.0.1:" + venue.port(), OverloadPolicy.CONFLATE), "BTCUSDT");

        feed.feed().close();
        feed.feed().close();

        assertThat(feed.count("connections tried")).isZero();
    }

    @Test
    void shouldCloseInTheMidstOfAHandshake() throws IOException {
        start(OverloadPolicy.CONFLATE, 1024);
        ScriptedVenue.Session session = venue.accept();

        feed.feed().close();

        session.awaitEnd();
        assertThat(feed.count("connections tried")).isEqualTo(1);
    }

    @Test
    void shouldLoseNothingThatAPausedSessionHasReadWhenItsPeerCloses() throws IOException {
        start(OverloadPolicy.BACKPRESSURE, 4);
        ServerFrames frames = new ServerFrames();
        LongStream.rangeClosed(1, 3_000).forEach(id -> frames.text(good(id)));

        venue.acceptOpen().send(frames.bytes()).close();
        feed.awaitUpdateId(3_000);

        assertThat(feed.updateIds()).isSorted().hasSize(3_000);
    }

    private void start(OverloadPolicy policy, int slots) {
        feed = new RunningFeed(PlainVenue.byUrl(), FeedConfig.of("ws://127.0.0.1:" + venue.port(), policy),
            Symbols.of("BTCUSDT"), slots, null).start();
    }
}
