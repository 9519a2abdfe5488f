package io.ringside.binance.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.netty.handler.ssl.OpenSsl;
import io.netty.handler.ssl.SslContext;
import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import io.ringside.core.event.Symbols;
import io.ringside.core.ring.EventRing;
import io.ringside.core.ring.RingConfig;
import io.ringside.core.ring.WaitMode;
import io.ringside.core.runtime.Counters;
import io.ringside.core.runtime.ThreadNames;
import io.ringside.feed.FeedConfig;
import io.ringside.feed.MarketFeed;
import io.ringside.feed.RunningFeed;
import io.ringside.feed.connect.TlsClient;
import io.ringside.feed.tick.OverloadPolicy;
import io.ringside.testing.ScriptedVenue;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a tick over wss allocates between socket and handler, one TLS record per frame, with the native engine. */
@Tag("slow")
@Timeout(60)
class TlsAllocationTest {

    private static final Set<String> TICK_PATH = Set.of(ThreadNames.FEED_IO, ThreadNames.RING);
    private static final int WARM_UP_TICKS = 30_000;
    private static final int TICKS = 100_000;
    /** A result object of 40 bytes per read of the socket; how many ticks a read brings is the scheduler's affair. */
    private static final int MOST_BYTES_PER_TICK = 45;

    private final com.sun.management.ThreadMXBean threads =
        (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final CountDownLatch warm = new CountDownLatch(WARM_UP_TICKS);
    private final CountDownLatch measured = new CountDownLatch(WARM_UP_TICKS + TICKS);

    @Test
    void shouldAllocateNothingPerTickButTheResultOfEachRead() throws Exception {
        assumeTrue(OpenSsl.isAvailable(), "the native TLS engine does not load on this machine");
        X509Bundle certificate = new CertificateBuilder().subject("CN=localhost").addSanDnsName("localhost")
            .setIsCertificateAuthority(true).buildSelfSigned();
        SSLContext server = SSLContext.getInstance("TLS");
        server.init(certificate.toKeyManagerFactory().getKeyManagers(), null, null);
        SslContext client = TlsClient.builder().trustManager(certificate.toTrustManagerFactory()).build();

        try (ScriptedVenue venue = new ScriptedVenue(server.getServerSocketFactory());
             EventRing ring = new EventRing(RingConfig.of(ThreadNames.RING, WaitMode.BLOCKING),
                 (event, sequence, endOfBatch) -> count(), failure -> { });
             MarketFeed feed = feed(venue, client, ring)) {
            ring.start();
            feed.start();
            ScriptedVenue.Session session = venue.acceptOpen();
            send(session, 1, WARM_UP_TICKS);
            await(warm);
            long before = allocatedBytes();
            send(session, WARM_UP_TICKS + 1, TICKS);
            await(measured);

            assertThat(allocatedBytes() - before).as("bytes allocated by %s for %s ticks", TICK_PATH, TICKS)
                .isLessThan((long) MOST_BYTES_PER_TICK * TICKS);
        }
    }

    private static MarketFeed feed(ScriptedVenue venue, SslContext client, EventRing ring) {
        FeedConfig config = FeedConfig.of("wss://localhost:" + venue.port(), OverloadPolicy.BACKPRESSURE);
        return new MarketFeed(new BinanceVenue(), config, Symbols.of("BTCUSDT"), ring, new Counters(),
            client, () -> 0);
    }

    private static void send(ScriptedVenue.Session session, int firstUpdateId, int count) throws Exception {
        for (int i = 0; i < count; i++) {
            session.text(BookTickers.good(firstUpdateId + i));
        }
    }

    private void count() {
        warm.countDown();
        measured.countDown();
    }

    private static void await(CountDownLatch latch) throws InterruptedException {
        assertThat(latch.await(RunningFeed.DEADLINE_S, TimeUnit.SECONDS)).isTrue();
    }

    private long allocatedBytes() {
        long bytes = 0;
        for (long id : threads.getAllThreadIds()) {
            ThreadInfo info = threads.getThreadInfo(id);
            if (info != null && TICK_PATH.contains(info.getThreadName())) {
                bytes += threads.getThreadAllocatedBytes(id);
            }
        }
        return bytes;
    }
}
