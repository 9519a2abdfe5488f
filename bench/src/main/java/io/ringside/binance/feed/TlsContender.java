package io.ringside.binance.feed;

import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslProvider;
import io.netty.pkitesting.X509Bundle;
import io.ringside.bench.Contender;
import io.ringside.bench.DirectPublisher;
import io.ringside.bench.frame.SampleFrames;
import io.ringside.bench.measure.Arrivals;
import io.ringside.core.route.Router;
import io.ringside.core.runtime.Counters;
import io.ringside.feed.FeedConfig;
import io.ringside.feed.MarketFeed;
import io.ringside.feed.connect.TlsClient;
import io.ringside.feed.tick.OverloadPolicy;
import java.security.GeneralSecurityException;
import java.util.random.RandomGenerator;
import javax.net.ssl.SSLContext;

/** The feed over wss with one of its two TLS engines; the handler runs on the feed's thread. As {@link Contender}. */
public final class TlsContender implements Contender {

    private final SslProvider engine;
    private final X509Bundle certificate;
    private final boolean busyWait;
    private MarketFeed feed;

    /**
     * @param engine      decrypts
     * @param certificate of the server, valid for 127.0.0.1, and trusted
     * @param busyWait    the feed's thread never sleeps
     */
    public TlsContender(SslProvider engine, X509Bundle certificate, boolean busyWait) {
        this.engine = engine;
        this.certificate = certificate;
        this.busyWait = busyWait;
    }

    @Override
    public String name() {
        return "wss, " + (engine == SslProvider.JDK ? "the JDK's engine" : "native engine");
    }

    @Override
    public SSLContext serverTls() throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(certificate.toKeyManagerFactory().getKeyManagers(), null, null);
        return context;
    }

    @Override
    public void start(int port, Arrivals arrivals) throws Exception {
        Counters counters = new Counters();
        Router router = new Router(System::nanoTime, counters.counter("handlers failed"))
            .onTick("rig", (tick, sequence) -> arrivals.onTick(tick.updateId()));
        FeedConfig config = FeedConfig.of("wss://127.0.0.1:" + port, OverloadPolicy.BACKPRESSURE)
            .withBusyWait(busyWait);
        SslContext tls =
            TlsClient.builder().sslProvider(engine).trustManager(certificate.toTrustManagerFactory()).build();
        feed = new MarketFeed(new BinanceVenue(), config, SampleFrames.symbols(), new DirectPublisher(router), counters,
            tls, RandomGenerator.getDefault());
        feed.start();
    }

    @Override
    public void close() {
        if (feed != null) {
            feed.close();
        }
    }
}
