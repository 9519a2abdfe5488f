package io.ringside.binance.feed;

import io.ringside.core.event.Symbols;

/**
 * Decodes a text message: by the fast path if its form is known to the byte, else by Jackson.
 *
 * <p><em>Threading:</em> one thread.
 */
final class MarketDataDecoder {

    private final BookTickerDecoder fast;
    private final JsonDecoder careful;

    MarketDataDecoder(Symbols symbols) {
        this.fast = new BookTickerDecoder(new StreamIndex(symbols));
        this.careful = new JsonDecoder(symbols);
    }

    /** The array must have {@link BookTickerDecoder#SLACK_BYTES} bytes behind the message. */
    MessageKind decode(byte[] bytes, int offset, int length, Quote quote) {
        return fast.decode(bytes, offset, length, quote)
            ? MessageKind.QUOTE
            : careful.decode(bytes, offset, length, quote);
    }

    /** Why the last control message was {@link MessageKind#REFUSED}. */
    String refusal() {
        return careful.refusal();
    }
}
