package io.ringside.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.netty.handler.ssl.SslProvider;
import io.netty.pkitesting.X509Bundle;
import io.ringside.bench.measure.Arrivals;
import io.ringside.bench.measure.Load;
import io.ringside.bench.measure.Measurement;
import io.ringside.binance.feed.SelectorContender;
import io.ringside.binance.feed.TlsContender;
import io.ringside.core.ring.WaitMode;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("slow")
class TrialTest {

    private static final Load SHORT_PACED = new Load(2_000, 50, 100);
    private static final Load SHORT_FLOOD = new Load(0, 50, 100);

    static Stream<Contender> contenders() {
        return Stream.of(new SelectorContender(), RingsideContender.withoutRing(false),
            RingsideContender.withRing(WaitMode.BLOCKING, 1024, false),
            RingsideContender.withRing(WaitMode.SHARED_THREAD, 1024, false), new NettyContender());
    }

    @ParameterizedTest
    @MethodSource("contenders")
    void shouldHandleEveryPacedFrame(Contender contender) throws Exception {
        Measurement measurement = new Trial(contender, SHORT_PACED).run();

        assertThat(measurement.lost()).isZero();
        assertThat(measurement.contender()).isEqualTo(contender.name());
        assertThat(measurement.latencies().us(100.0)).isPositive();
    }

    @ParameterizedTest
    @MethodSource("contenders")
    void shouldLoseNothingInAFlood(Contender contender) throws Exception {
        Measurement measurement = new Trial(contender, SHORT_FLOOD).run();

        assertThat(measurement.lost()).isZero();
        assertThat(measurement.perSecond()).isPositive();
    }

    @ParameterizedTest
    @EnumSource(value = SslProvider.class, mode = EnumSource.Mode.EXCLUDE, names = "OPENSSL")
    void shouldHandleEveryFrameOverTlsWithEitherEngine(SslProvider engine) throws Exception {
        assumeTrue(SslProvider.isTlsv13Supported(engine), "this engine does not load on this machine");
        X509Bundle certificate = TickRig.newCertificate();

        Measurement paced = new Trial(new TlsContender(engine, certificate, false), SHORT_PACED).run();
        Measurement flood = new Trial(new TlsContender(engine, certificate, false), SHORT_FLOOD).run();

        assertThat(paced.lost()).isZero();
        assertThat(flood.lost()).isZero();
        assertThat(flood.perSecond()).isPositive();
    }

    @Test
    void shouldSayWhoFailedWhenAContenderSendsNoHandshake() {
        Contender broken = new BrokenContender();

        assertThatThrownBy(() -> new Trial(broken, SHORT_PACED).run())
            .hasMessageContaining("broken failed under 2,000/s after 0 frames")
            .hasRootCauseMessage("the client sent no WebSocket key: GET / HTTP/1.1\r\n\r\n");
    }

    /** Connects and asks for a page. */
    private static final class BrokenContender implements Contender {

        @Override
        public String name() {
            return "broken";
        }

        @Override
        public void start(int port, Arrivals arrivals) throws Exception {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                socket.getOutputStream().write("GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            }
        }

        @Override
        public void close() {
            // nothing is open
        }
    }
}
