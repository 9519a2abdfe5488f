package io.ringside.feed.connect;

import io.netty.handler.ssl.OpenSsl;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import javax.net.ssl.SSLException;

/**
 * TLS to the venue: the JDK's trusted authorities, and Netty's default of checking the certificate against the host
 * name. BoringSSL where its library is available, which allocates almost nothing per record; else the JDK's engine.
 */
public final class TlsClient {

    private TlsClient() {
    }

    public static SslContext newContext() {
        try {
            return builder().build();
        } catch (SSLException unusable) {
            throw new IllegalStateException("TLS is not usable on this machine: " + unusable.getMessage(), unusable);
        }
    }

    public static SslContextBuilder builder() {
        return SslContextBuilder.forClient()
            .sslProvider(OpenSsl.isAvailable() ? SslProvider.OPENSSL_REFCNT : SslProvider.JDK)
            .endpointIdentificationAlgorithm("HTTPS");
    }
}
