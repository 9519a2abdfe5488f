package io.ringside.feed.tick;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.embedded.EmbeddedChannel;
import io.ringside.core.event.FeedStatus;
import io.ringside.core.runtime.Counters;
import io.ringside.feed.venue.Quote;
import io.ringside.testing.HandClock;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TickPublisherTest {

    private final FullableRing ring = new FullableRing();
    private final HandClock clock = new HandClock();
    private Counters counters = new Counters();
    private final EmbeddedChannel loop = new EmbeddedChannel();
    private final Quote quote = new Quote();
    private TickPublisher publisher = publisher(OverloadPolicy.CONFLATE);
    private int rooms;

    @BeforeEach
    void freeze() {
        loop.freezeTime();
    }

    @AfterEach
    void release() {
        loop.finishAndReleaseAll();
    }

    @Test
    void shouldDropUpdateIdsThatDoNotAdvance() {
        send(0, 7);
        send(0, 7);
        send(0, 6);
        send(1, 1);
        send(0, 8);

        assertThat(ring.published()).containsExactly("0:7", "1:1", "0:8");
        assertThat(count("quotes not advancing")).isEqualTo(2);
    }

    @Test
    void shouldLetUpdateIdsRestartForTheForgottenSymbolOnly() {
        send(0, 7);
        send(1, 7);

        publisher.forgetUpdateId(0);
        send(0, 1);
        send(1, 1);

        assertThat(ring.published()).containsExactly("0:7", "1:7", "0:1");
    }

    @Test
    void shouldRejectCrossedLockedAndZeroSidedQuotes() {
        send(0, 1, 11, 1, 10, 1);
        send(0, 2, 10, 1, 10, 1);
        send(0, 3, 0, 1, 10, 1);
        send(0, 4, 9, 0, 10, 1);
        send(0, 5, 9, 1, 0, 1);
        send(0, 6, 9, 1, 10, 0);
        send(0, 1);

        assertThat(ring.published()).containsExactly("0:1");
        assertThat(count("quotes rejected")).isEqualTo(6);
    }

    @Test
    void shouldKeepTheNewestQuotePerSymbolWhileTheRingIsFull() {
        ring.room(1);
        for (long updateId = 1; updateId <= 5; updateId++) {
            send(0, updateId);
            send(1, updateId * 10);
        }

        ring.room(10);
        passMs(1);

        assertThat(ring.published()).containsExactly("0:1", "1:50", "0:5");
        assertThat(count("quotes conflated")).isEqualTo(7);
    }

    @Test
    void shouldTryAgainEveryMillisecondUntilTheLastQuoteIsDelivered() {
        ring.room(0);
        send(0, 1);
        passMs(50);
        boolean early = !ring.published().isEmpty();

        ring.room(1);
        passMs(1);

        assertThat(early).isFalse();
        assertThat(ring.published()).containsExactly("0:1");
    }

    @Test
    void shouldAskForNoMoreUnderBackPressureUntilThereIsRoom() {
        publisher = publisher(OverloadPolicy.BACKPRESSURE);
        publisher.onRoom(() -> rooms++);
        ring.room(0);
        send(0, 1);
        boolean wantedWhenFull = publisher.wantsMore();
        passMs(3);
        int roomsWhenFull = rooms;

        ring.room(10);
        passMs(1);

        assertThat(wantedWhenFull).isFalse();
        assertThat(roomsWhenFull).isZero();
        assertThat(publisher.wantsMore()).isTrue();
        assertThat(rooms).isEqualTo(1);
        assertThat(count("quotes conflated")).isZero();
    }

    @Test
    void shouldPublishTheQuotesOfAReadAtItsEndOrWhenTheyAreMany() {
        read(0, 1);
        read(1, 1);
        boolean early = !ring.published().isEmpty();
        publisher.onReadEnd();
        for (long updateId = 2; updateId <= 65; updateId++) {
            read(0, updateId);
        }

        assertThat(early).isFalse();
        assertThat(ring.published()).hasSize(2 + 64).startsWith("0:1", "1:1", "0:2").endsWith("0:65");
    }

    @Test
    void shouldKeepAllQuotesOfAReadUnderBackPressureAndInOrder() {
        publisher = publisher(OverloadPolicy.BACKPRESSURE);
        ring.room(1);
        read(0, 1);
        read(0, 2);
        read(0, 3);
        publisher.onReadEnd();
        publisher.onState(0, FeedStatus.DOWN, "reset");

        ring.room(10);
        passMs(1);

        assertThat(ring.published()).containsExactly("0:1", "0:2", "0:3", "0 DOWN reset");
    }

    @Test
    void shouldEndAPauseEvenWhenRoomComesBeforeTheNextReadEnd() {
        publisher = publisher(OverloadPolicy.BACKPRESSURE);
        publisher.onRoom(() -> rooms++);
        ring.room(0);
        send(0, 1);

        ring.room(10);
        publisher.onReadEnd();
        passMs(1);

        assertThat(publisher.wantsMore()).isTrue();
        assertThat(rooms).as("sessions told to read on").isEqualTo(1);
    }

    @Test
    void shouldReadOnWhenConflating() {
        ring.room(0);
        send(0, 1);

        assertThat(publisher.wantsMore()).isTrue();
    }

    @Test
    void shouldKeepTheNewestStatePerConnectionAndCountNoQuoteForIt() {
        ring.room(0);
        publisher.onState(0, FeedStatus.UP, "quotes flow");
        publisher.onState(1, FeedStatus.STALE, "silent");
        publisher.onState(0, FeedStatus.DOWN, "reset");

        ring.room(10);
        passMs(1);

        assertThat(ring.published()).containsExactly("0 DOWN reset", "1 STALE silent");
        assertThat(count("quotes conflated")).isZero();
    }

    @Test
    void shouldAccountForEveryQuote() {
        Random random = new Random(3);
        for (int i = 0; i < 20_000; i++) {
            ring.room(random.nextInt(3) == 0 ? random.nextInt(4) : 0);
            send(random.nextInt(2), random.nextInt(30) + i);
            if (random.nextInt(50) == 0) {
                publisher.onState(random.nextInt(2), FeedStatus.DOWN, "");
            }
            if (random.nextInt(7) == 0) {
                passMs(1);
            }
        }
        ring.room(Integer.MAX_VALUE);
        passMs(1);

        long ticks = ring.published().stream().filter(event -> event.contains(":")).count();
        assertThat(ticks + count("quotes conflated")).isEqualTo(count("quotes accepted"));
        assertThat(count("quotes accepted") + count("quotes not advancing")).isEqualTo(20_000);
        assertThat(count("quotes conflated")).isPositive();
    }

    private TickPublisher publisher(OverloadPolicy policy) {
        counters = new Counters();
        return new TickPublisher(ring, 2, 2, policy, counters,
            new FeedClock(clock::nowNs, clock::epochNs), loop.eventLoop());
    }

    private long count(String counter) {
        return counters.all().stream().filter(c -> c.name().equals(counter)).findFirst().orElseThrow().value();
    }

    private void send(int symbolId, long updateId) {
        send(symbolId, updateId, 9, 1, 10, 1);
    }

    private void send(int symbolId, long updateId, long bid, long bidQty, long ask, long askQty) {
        read(symbolId, updateId, bid, bidQty, ask, askQty);
        publisher.onReadEnd();
    }

    private void read(int symbolId, long updateId) {
        read(symbolId, updateId, 9, 1, 10, 1);
    }

    private void read(int symbolId, long updateId, long bid, long bidQty, long ask, long askQty) {
        quote.identify(symbolId, updateId);
        quote.exact(0, 0, bid, bidQty, ask, askQty);
        publisher.onQuote(quote, 0);
    }

    private void passMs(int ms) {
        for (int i = 0; i < ms; i++) {
            loop.advanceTimeBy(1, TimeUnit.MILLISECONDS);
            loop.runPendingTasks();
        }
    }
}
