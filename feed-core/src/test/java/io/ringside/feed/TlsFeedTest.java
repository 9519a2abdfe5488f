package io.ringside.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.handler.ssl.SslContext;
import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import io.netty.util.ReferenceCounted;
import io.ringside.core.event.Symbols;
import io.ringside.feed.connect.TlsClient;
import io.ringside.feed.tick.OverloadPolicy;
import io.ringside.testing.ScriptedVenue;
import java.io.IOException;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class TlsFeedTest {

    @Test
    void shouldTalkToAVenueThatProvesItsName() throws Exception {
        X509Bundle certificate = certificateFor("localhost");
        try (ScriptedVenue venue = venue(certificate); RunningFeed feed = feed(venue, trusting(certificate)).start()) {
            venue.acceptOpen().text(PlainVenue.good(7));

            feed.awaitUpdateId(7);
        }
    }

    @Test
    void shouldRejectAVenueOfAnotherName() throws Exception {
        X509Bundle certificate = certificateFor("stream.example.com");
        try (ScriptedVenue venue = venue(certificate); RunningFeed feed = feed(venue, trusting(certificate)).start()) {
            rejectedBy(venue);

            feed.awaitState("DOWN");
            assertThat(feed.states().get(0)).contains("SSLHandshakeException");
            assertThat(feed.updateIds()).isEmpty();
        }
    }

    @Test
    void shouldReleaseTheTlsContextWithTheFeed() throws Exception {
        X509Bundle certificate = certificateFor("localhost");
        SslContext tls = trusting(certificate);
        try (ScriptedVenue venue = venue(certificate); RunningFeed feed = feed(venue, tls)) {
            feed.feed().close();
            feed.feed().close();
        }

        assertThat(!(tls instanceof ReferenceCounted counted) || counted.refCnt() == 0).isTrue();
    }

    private static void rejectedBy(ScriptedVenue venue) {
        try {
            venue.acceptOpen();
        } catch (IOException expected) {
            // the client hangs up during the TLS handshake
        }
    }

    private static X509Bundle certificateFor(String host) throws Exception {
        return new CertificateBuilder().subject("CN=" + host).addSanDnsName(host).setIsCertificateAuthority(true)
            .buildSelfSigned();
    }

    private static ScriptedVenue venue(X509Bundle certificate) throws Exception {
        SSLContext server = SSLContext.getInstance("TLS");
        server.init(certificate.toKeyManagerFactory().getKeyManagers(), null, null);
        return new ScriptedVenue(server.getServerSocketFactory());
    }

    private static SslContext trusting(X509Bundle certificate) throws Exception {
        return TlsClient.builder().trustManager(certificate.toTrustManagerFactory()).build();
    }

    private static RunningFeed feed(ScriptedVenue venue, SslContext tls) {
        FeedConfig config = FeedConfig.of("wss://localhost:" + venue.port(), OverloadPolicy.CONFLATE);
        return new RunningFeed(PlainVenue.byUrl(), config, Symbols.of("BTCUSDT"), 1024, tls);
    }
}
