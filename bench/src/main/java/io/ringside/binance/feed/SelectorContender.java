package io.ringside.binance.feed;

import io.ringside.bench.Contender;
import io.ringside.bench.frame.SampleFrames;
import io.ringside.bench.measure.Arrivals;
import io.ringside.core.runtime.ThreadNames;
import io.ringside.feed.venue.MessageKind;
import io.ringside.feed.venue.Quote;
import io.ringside.feed.venue.VenueDecoder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/**
 * The floor: a hand-written reader on a {@link Selector} that walks the frame headers and uses the feed's own decoder.
 * It understands unmasked text frames of up to 64 KiB and nothing else. No Java client can be much faster.
 *
 * <p><em>Threading:</em> as {@link Contender}; reads on a thread of its own.
 */
public final class SelectorContender implements Contender {

    private static final int CAPACITY = 256 * 1024;
    private static final int LENGTH_16 = 126;

    private Thread reader;

    @Override
    public String name() {
        return "selector (floor)";
    }

    @Override
    public void start(int port, Arrivals arrivals) {
        reader = ThreadNames.factory("selector").newThread(() -> read(port, arrivals));
        reader.start();
    }

    @Override
    public void close() {
        if (reader == null) {
            return;
        }
        reader.interrupt();
        try {
            reader.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void read(int port, Arrivals arrivals) {
        try (SocketChannel channel = SocketChannel.open(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
             Selector selector = Selector.open()) {
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            Walk walk = new Walk(arrivals);
            walk.shakeHands(channel, port);
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_READ);
            while (!Thread.currentThread().isInterrupted() && walk.read(channel)) {
                selector.select(key -> { });
            }
        } catch (IOException failure) {
            System.err.println("the selector reader ended: " + failure);
        }
    }

    /** The bytes between socket and decoder. Threading: the reader's thread. */
    private static final class Walk {

        private final Arrivals arrivals;
        private final VenueDecoder decoder = new BinanceVenue().newDecoder(SampleFrames.symbols());
        private final Quote quote = new Quote();
        private final byte[] bytes = new byte[CAPACITY + BookTickerDecoder.SLACK_BYTES];
        private final ByteBuffer buffer = ByteBuffer.wrap(bytes, 0, CAPACITY);
        private int position;

        Walk(Arrivals arrivals) {
            this.arrivals = arrivals;
        }

        void shakeHands(SocketChannel channel, int port) throws IOException {
            String request = "GET /stream HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\nUpgrade: websocket\r\n"
                + "Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                + "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n";
            channel.write(StandardCharsets.ISO_8859_1.encode(request));
            do {
                if (channel.read(buffer) < 0) {
                    throw new IOException("the server left during the handshake");
                }
                String answer = new String(bytes, 0, buffer.position(), StandardCharsets.ISO_8859_1);
                position = answer.indexOf("\r\n\r\n") + 4;
            } while (position < 4);
        }

        /** False when the server has left. */
        boolean read(SocketChannel channel) throws IOException {
            int count = channel.read(buffer);
            while (count > 0) {
                walk();
                count = channel.read(buffer);
            }
            return count == 0;
        }

        private void walk() {
            int end = buffer.position();
            while (end - position >= 4) {
                boolean small = bytes[position + 1] < LENGTH_16;
                int head = small ? 2 : 4;
                int length = small ? bytes[position + 1]
                    : (bytes[position + 2] & 0xFF) << Byte.SIZE | bytes[position + 3] & 0xFF;
                if (end - position < head + length) {
                    break;
                }
                if (decoder.decode(bytes, position + head, length, quote) == MessageKind.QUOTE) {
                    arrivals.onTick(quote.updateId());
                }
                position += head + length;
            }
            buffer.limit(end).position(position);
            buffer.compact().limit(CAPACITY);
            position = 0;
        }
    }
}
