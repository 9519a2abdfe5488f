package io.ringside.bench.wire;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;

/**
 * The server side of TLS 1.3: one record per frame, as venues send them, and many records in one write if there are
 * many. The cipher is fixed, so that all clients decrypt the same.
 *
 * <p><em>Threading:</em> as {@link Wire}.
 */
final class TlsWire implements Wire {

    private static final int BATCH_BYTES = 64 * 1024;
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final SocketChannel channel;
    private final SSLEngine engine;
    private final ByteBuffer frame = ByteBuffer.allocate(FRAME_BYTES);
    private final ByteBuffer received;
    private final ByteBuffer records;

    TlsWire(SocketChannel channel, SSLContext context) throws IOException {
        this.channel = channel;
        this.engine = context.createSSLEngine();
        engine.setUseClientMode(false);
        engine.setEnabledProtocols(new String[] {"TLSv1.3"});
        engine.setEnabledCipherSuites(new String[] {"TLS_AES_128_GCM_SHA256"});
        this.received = ByteBuffer.allocate(engine.getSession().getPacketBufferSize());
        this.records = ByteBuffer.allocate(BATCH_BYTES + engine.getSession().getPacketBufferSize());
        engine.beginHandshake();
        shakeHands();
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        int before = target.position();
        while (target.position() == before) {
            if (!unwrap(target)) {
                return -1;
            }
        }
        return target.position() - before;
    }

    @Override
    public void write(ByteBuffer bytes) throws IOException {
        wrap(bytes);
        flush();
    }

    @Override
    public boolean hasRoom() {
        return records.position() < BATCH_BYTES;
    }

    @Override
    public ByteBuffer frame() {
        return frame;
    }

    @Override
    public void endFrame() throws IOException {
        frame.flip();
        wrap(frame);
        frame.clear();
    }

    @Override
    public void flush() throws IOException {
        records.flip();
        while (records.hasRemaining()) {
            channel.write(records);
        }
        records.clear();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private void shakeHands() throws IOException {
        ByteBuffer noText = ByteBuffer.allocate(engine.getSession().getApplicationBufferSize());
        HandshakeStatus status = engine.getHandshakeStatus();
        while (status != HandshakeStatus.NOT_HANDSHAKING) {
            switch (status) {
                case NEED_TASK -> engine.getDelegatedTask().run();
                case NEED_WRAP -> write(NOTHING);
                default -> {
                    if (!unwrap(noText)) {
                        throw new EOFException("the client left during the TLS handshake");
                    }
                }
            }
            status = engine.getHandshakeStatus();
        }
    }

    /** False when the client has left. */
    private boolean unwrap(ByteBuffer target) throws IOException {
        received.flip();
        SSLEngineResult result = engine.unwrap(received, target);
        received.compact();
        return switch (result.getStatus()) {
            case BUFFER_UNDERFLOW -> channel.read(received) >= 0;
            case CLOSED -> false;
            case BUFFER_OVERFLOW -> throw new IOException("the client sent too much at once");
            default -> true;
        };
    }

    private void wrap(ByteBuffer text) throws IOException {
        SSLEngineResult result = engine.wrap(text, records);
        if (result.getStatus() != SSLEngineResult.Status.OK || text.hasRemaining()) {
            throw new IOException("TLS ended: " + result);
        }
    }
}
