package io.ringside.binance.feed;

import static io.ringside.binance.feed.BookTickers.combined;
import static io.ringside.binance.feed.BookTickers.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.core.event.Symbols;
import io.ringside.feed.venue.MessageKind;
import io.ringside.feed.venue.Quote;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whatever the fast path accepts means exactly the same to Jackson and {@link java.math.BigDecimal}. */
@Tag("slow")
class DecoderAgreementTest {

    private static final List<String> NAMES = List.of("BTCUSDT", "币安人生USDT", "1000SATSUSDT", "C98USDT",
        "LONGLONGLONGLONGLONGLONGLONGLONGLONGLONGLONGLONGLONGLONGLONGLONG");

    private final Symbols symbols = Symbols.of(NAMES);
    private final BookTickerDecoder fast = new BookTickerDecoder(symbols);
    private final JsonDecoder careful = new JsonDecoder(symbols);
    private final Quote fastQuote = new Quote();
    private final Quote carefulQuote = new Quote();
    private final Random random = new Random(20240809);

    @Test
    void shouldAgreeOnEverySingleByteMutation() {
        int taken = 0;
        for (String name : NAMES) {
            byte[] message = utf8(combined(name, 50093239212L, "61837.63", "3.78826000", "61837.64",
                "154698.00000000"));
            for (int i = 0; i < message.length; i++) {
                byte original = message[i];
                for (int value = 0; value < 256; value++) {
                    message[i] = (byte) value;
                    taken += agree(message) ? 1 : 0;
                }
                message[i] = original;
            }
        }
        assertThat(taken).isGreaterThan(1_000);
    }

    @Test
    void shouldAgreeOnInsertedRemovedAndSwappedBytes() {
        for (int i = 0; i < 60_000; i++) {
            byte[] message = utf8(randomMessage());
            int at = random.nextInt(message.length);
            byte[] changed = switch (random.nextInt(3)) {
                case 0 -> utf8(new StringBuilder(randomMessage()).insert(20, " {\"0.}".charAt(random.nextInt(6)))
                    .toString());
                case 1 -> without(message, at);
                default -> swapped(message, at, random.nextInt(message.length));
            };
            agree(changed);
        }
    }

    @Test
    void shouldAgreeWithBigDecimalOnGeneratedNumbers() {
        int fastTaken = 0;
        for (int i = 0; i < 60_000; i++) {
            String[] numbers = {number(), number(), number(), number()};
            String name = NAMES.get(random.nextInt(NAMES.size()));
            long updateId = random.nextLong() >>> 1 + random.nextInt(62);
            byte[] message = utf8(combined(name, updateId, numbers[0], numbers[1], numbers[2], numbers[3]));
            DecodedQuote truth = DecodedQuote.of(symbols.id(name), updateId, numbers[0], numbers[1], numbers[2],
                numbers[3]);

            fastTaken += agree(message) ? 1 : 0;
            BookTickers.Placed placed = BookTickers.among(utf8("9"), message, random);
            boolean read = placed.decodeBy(careful, carefulQuote) == MessageKind.QUOTE;
            if (read && !DecodedQuote.of(carefulQuote).sameValues(truth)) {
                throw new AssertionError(DecodedQuote.of(carefulQuote) + " for " + placed.text());
            }
        }
        assertThat(fastTaken).isGreaterThan(5_000);
    }

    /** True when the fast path took the message, which then must have been right. Neither may throw. */
    private boolean agree(byte[] message) {
        BookTickers.Placed placed = BookTickers.among(utf8("1234567890\"}}"), message, random);
        MessageKind kind = placed.decodeBy(careful, carefulQuote);
        if (!placed.decodeBy(fast, fastQuote)) {
            return false;
        }
        if (kind != MessageKind.QUOTE || !DecodedQuote.of(fastQuote).equals(DecodedQuote.of(carefulQuote))) {
            throw new AssertionError(kind + ", " + DecodedQuote.of(fastQuote) + " and "
                + DecodedQuote.of(carefulQuote) + " for " + placed.text());
        }
        return true;
    }

    private String randomMessage() {
        String price = number();
        return combined(NAMES.get(random.nextInt(NAMES.size())), random.nextInt(1_000_000), price, price, price, price);
    }

    /** 1 to 21 digits, often with leading or trailing zeros, mostly with a point. */
    private String number() {
        StringBuilder digits = new StringBuilder();
        int wholeDigits = 1 + random.nextInt(random.nextInt(4) == 0 ? 20 : 6);
        for (int i = 0; i < wholeDigits; i++) {
            digits.append(random.nextInt(10));
        }
        if (random.nextInt(5) > 0) {
            digits.append('.');
            for (int i = random.nextInt(4) == 0 ? random.nextInt(20) : 7; i >= 0; i--) {
                digits.append(random.nextInt(3) == 0 ? random.nextInt(10) : 0);
            }
        }
        return digits.toString();
    }

    private static byte[] without(byte[] message, int at) {
        byte[] shorter = Arrays.copyOf(message, message.length - 1);
        System.arraycopy(message, at + 1, shorter, at, shorter.length - at);
        return shorter;
    }

    private static byte[] swapped(byte[] message, int one, int other) {
        byte kept = message[one];
        message[one] = message[other];
        message[other] = kept;
        return message;
    }
}
