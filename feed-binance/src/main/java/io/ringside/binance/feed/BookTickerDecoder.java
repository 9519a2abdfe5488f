package io.ringside.binance.feed;

import io.ringside.core.event.Decimals;
import io.ringside.core.event.Symbols;
import io.ringside.feed.venue.MessageKind;
import io.ringside.feed.venue.Quote;
import io.ringside.feed.venue.VenueDecoder;

/**
 * Reads Binance's messages. The fast path takes a combined bookTicker message in the exact form that Binance sends,
 * straight from the received bytes, eight digits at a time. Whatever differs by one byte (other key order, white space,
 * an escape, an unknown key, a number of more than 18 digits, sides with different numbers of decimals) is left to
 * {@link JsonDecoder}; what the fast path takes means exactly the same there.
 *
 * <p>Form: {@code {"stream":"btcusdt@bookTicker","data":{"u":1,"s":"BTCUSDT","b":"1.0","B":"1.0","a":"1.1","A":"1.0"}}}
 *
 * <p><em>Threading:</em> one thread. The fast path allocates nothing.
 */
final class BookTickerDecoder implements VenueDecoder {

    /** Digits are loaded eight at a time. */
    static final int SLACK_BYTES = Long.BYTES;

    private static final long ASCII_ZEROS = 0x3030303030303030L;
    private static final long LOW_SEVEN_BITS = 0x7F7F7F7F7F7F7F7FL;
    private static final long TEN_TO_HIGH_BIT = 0x7676767676767676L;
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final long POINT = '.' ^ '0';
    private static final long HUNDRED_MILLION = 100_000_000L;
    private static final int MAX_DIGITS = 18;

    private static final long SEVEN_BYTES = 0x00FFFFFFFFFFFFFFL;
    private static final long BID_QTY_KEY = StreamIndex.packed("\",\"B\":\"");
    private static final long ASK_PRICE_KEY = StreamIndex.packed("\",\"a\":\"");
    private static final long ASK_QTY_KEY = StreamIndex.packed("\",\"A\":\"");
    private static final long THREE_BYTES = 0x00FFFFFFL;
    private static final long TAIL = '"' | '}' << 8 | '}' << 16;
    private static final int KEY_BYTES = 7;
    private static final int TAIL_BYTES = 3;

    private final StreamIndex index;
    private final JsonDecoder careful;
    private int position;
    private int end;
    private int fractionDigits;
    private boolean failed;

    BookTickerDecoder(Symbols symbols) {
        this.index = new StreamIndex(symbols);
        this.careful = new JsonDecoder(symbols);
    }

    @Override
    public int slackBytes() {
        return SLACK_BYTES;
    }

    @Override
    public MessageKind decode(byte[] bytes, int offset, int length, Quote quote) {
        return decodeFast(bytes, offset, length, quote)
            ? MessageKind.QUOTE
            : careful.decode(bytes, offset, length, quote);
    }

    @Override
    public String rejection() {
        return careful.rejection();
    }

    /** Returns false, with {@code quote} in no defined state, when the message is not in the exact form. */
    boolean decodeFast(byte[] bytes, int offset, int length, Quote quote) {
        end = offset + length;
        if (length < StreamIndex.KEY_END) {
            return false;
        }
        int symbolId = index.find(bytes, offset, end);
        if (symbolId == StreamIndex.NONE) {
            return false;
        }
        failed = false;
        position = offset + index.headLength(symbolId);
        long updateId = wholeNumber(bytes);
        byte[] middle = index.middle(symbolId);
        if (failed || !StreamIndex.begins(bytes, position, end, middle)) {
            return false;
        }
        position += middle.length;
        quote.identify(symbolId, updateId);
        return sides(bytes, quote) && position + TAIL_BYTES == end
            && (StreamIndex.at(bytes, position) & THREE_BYTES) == TAIL;
    }

    private boolean sides(byte[] bytes, Quote quote) {
        long bidPrice = decimal(bytes);
        int priceDigits = fractionDigits;
        expect(bytes, BID_QTY_KEY);
        long bidQty = decimal(bytes);
        int qtyDigits = fractionDigits;
        expect(bytes, ASK_PRICE_KEY);
        long askPrice = decimal(bytes);
        int askPriceDigits = fractionDigits;
        expect(bytes, ASK_QTY_KEY);
        long askQty = decimal(bytes);
        if (failed || priceDigits != askPriceDigits || qtyDigits != fractionDigits) {
            return false;
        }
        quote.exact(-priceDigits, -qtyDigits, bidPrice, bidQty, askPrice, askQty);
        return true;
    }

    /** JSON's integer: no leading zero. */
    private long wholeNumber(byte[] bytes) {
        int start = position;
        long value = digits(bytes);
        int count = position - start;
        failed |= count == 0 || count > MAX_DIGITS || count > 1 && bytes[start] == '0';
        return value;
    }

    /**
     * A number as Binance pads nearly all of them, one to seven digits, a point and eight digits, by two loads and no
     * loop; any other goes the general way.
     */
    private long decimal(byte[] bytes) {
        if (position < end) {
            long start = StreamIndex.at(bytes, position) ^ ASCII_ZEROS;
            int whole = leadingDigits(start);
            int fractionStart = position + whole + 1;
            boolean pointed = (start >>> whole * Byte.SIZE & 0xFF) == POINT;
            if (whole > 0 && whole < Long.BYTES && pointed && fractionStart + Long.BYTES < end) {
                long fraction = StreamIndex.at(bytes, fractionStart) ^ ASCII_ZEROS;
                if (leadingDigits(fraction) == Long.BYTES && bytes[fractionStart + Long.BYTES] == '"') {
                    fractionDigits = Long.BYTES;
                    position = fractionStart + Long.BYTES;
                    return eightDigits(start << (Long.BYTES - whole) * Byte.SIZE) * HUNDRED_MILLION
                        + eightDigits(fraction);
                }
            }
        }
        return anyDecimal(bytes);
    }

    /** Digits, and a point with digits after it if there is one. */
    private long anyDecimal(byte[] bytes) {
        int start = position;
        long whole = digits(bytes);
        int wholeDigits = position - start;
        fractionDigits = 0;
        failed |= wholeDigits == 0 || wholeDigits > MAX_DIGITS;
        if (bytes[position] != '.') {
            return whole;
        }
        position++;
        int fractionStart = position;
        long fraction = digits(bytes);
        fractionDigits = position - fractionStart;
        failed |= fractionDigits == 0 || wholeDigits + fractionDigits > MAX_DIGITS;
        return failed ? 0 : whole * Decimals.powerOfTen(fractionDigits) + fraction;
    }

    /**
     * The run of digits at the position, which moves past it; beyond 18 digits the value means nothing. A load begins
     * within the message, so that neither it nor the byte at the new position lies beyond the slack.
     */
    private long digits(byte[] bytes) {
        long value = 0;
        int count;
        do {
            if (failed || position >= end) {
                failed = true;
                return 0;
            }
            long zeroBased = StreamIndex.at(bytes, position) ^ ASCII_ZEROS;
            count = leadingDigits(zeroBased);
            if (count > 0) {
                value = value * Decimals.powerOfTen(count) + eightDigits(zeroBased << (Long.BYTES - count) * Byte.SIZE);
                position += count;
            }
        } while (count == Long.BYTES);
        return value;
    }

    /** How many of the eight bytes, from the lowest, are below ten. */
    private static int leadingDigits(long zeroBased) {
        long notDigits = ((zeroBased & LOW_SEVEN_BITS) + TEN_TO_HIGH_BIT | zeroBased) & HIGH_BITS;
        return Long.numberOfTrailingZeros(notDigits) >>> 3;
    }

    /** Value of eight digit bytes, the first in the lowest byte, by three multiplications. */
    private static long eightDigits(long digits) {
        long pairs = (digits * 10 + (digits >>> 8)) & 0x00FF00FF00FF00FFL;
        long quads = (pairs * 100 + (pairs >>> 16)) & 0x0000FFFF0000FFFFL;
        return (quads * 10_000 + (quads >>> 32)) & 0xFFFFFFFFL;
    }

    private void expect(byte[] bytes, long key) {
        failed = failed || position >= end || (StreamIndex.at(bytes, position) & SEVEN_BYTES) != key;
        position += failed ? 0 : KEY_BYTES;
    }
}
