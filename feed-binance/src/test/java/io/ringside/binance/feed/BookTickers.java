package io.ringside.binance.feed;

import io.ringside.feed.venue.MessageKind;
import io.ringside.feed.venue.Quote;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;

/** Writes bookTicker messages as Binance does, and decodes them from hostile surroundings. */
final class BookTickers {

    private BookTickers() {
    }

    static String combined(String symbol, long updateId, String bid, String bidQty, String ask, String askQty) {
        return "{\"stream\":\"" + StreamIndex.streamName(symbol) + "\",\"data\":"
            + raw(symbol, updateId, bid, bidQty, ask, askQty) + "}";
    }

    static String raw(String symbol, long updateId, String bid, String bidQty, String ask, String askQty) {
        return "{\"u\":" + updateId + ",\"s\":\"" + symbol + "\",\"b\":\"" + bid + "\",\"B\":\"" + bidQty
            + "\",\"a\":\"" + ask + "\",\"A\":\"" + askQty + "\"}";
    }

    /** A message of BTCUSDT that every judge accepts. */
    static String good(long updateId) {
        return combined("BTCUSDT", updateId, "61837.63000000", "3.78826000", "61837.64000000", "1.54698000");
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The message at a random offset of an array that ends with the slack, in the midst of stale bytes. */
    static Placed among(byte[] stale, byte[] message, Random random) {
        int offset = random.nextInt(40);
        byte[] array = new byte[offset + message.length + BookTickerDecoder.SLACK_BYTES];
        for (int i = 0; i < array.length; i++) {
            array[i] = stale[i % stale.length];
        }
        System.arraycopy(message, 0, array, offset, message.length);
        return new Placed(array, offset, message.length);
    }

    /** Where a message lies. */
    record Placed(byte[] bytes, int offset, int length) {

        MessageKind decodeBy(JsonDecoder decoder, Quote quote) {
            return decoder.decode(bytes, offset, length, quote);
        }

        boolean decodeBy(BookTickerDecoder decoder, Quote quote) {
            return decoder.decodeFast(bytes, offset, length, quote);
        }

        String text() {
            return new String(Arrays.copyOfRange(bytes, offset, offset + length), StandardCharsets.UTF_8);
        }
    }
}
