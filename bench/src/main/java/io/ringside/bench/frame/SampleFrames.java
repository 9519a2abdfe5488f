package io.ringside.bench.frame;

import io.ringside.core.event.Decimals;
import io.ringside.core.event.Symbols;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Generated bookTicker messages in exactly Binance's form, the same in every run: 20 symbols with very different
 * prices, quantities with few and with many digits, about 145 bytes each.
 *
 * <p><em>Threading:</em> pure functions.
 */
public final class SampleFrames {

    /** How many different messages {@link #payloads()} makes; a power of two. */
    public static final int COUNT = 256;

    private static final long SEED = 20_261_123;
    private static final int EXPONENT = -8;
    private static final int TEXT_HEAD = 0x81;
    private static final int LENGTH_16 = 126;
    private static final long FIRST_UPDATE_ID = 52_000_000_000L;

    private static final List<String> NAMES = List.of("BTCUSDT", "ETHUSDT", "BNBUSDT", "SOLUSDT", "XRPUSDT", "ADAUSDT",
        "DOGEUSDT", "TRXUSDT", "LINKUSDT", "AVAXUSDT", "ETHBTC", "BNBBTC", "LTCUSDT", "DOTUSDT", "1INCHUSDT",
        "SHIBUSDT", "UNIUSDT", "ATOMUSDT", "NEARUSDT", "BNBETH");
    private static final long[] PRICES = {68_423_12000000L, 3_521_40000000L, 598_70000000L, 171_25000000L, 52340000L,
        45120000L, 12345000L, 11873000L, 13_37000000L, 35_91000000L, 5146000L, 875000L, 83_46000000L, 7_12300000L,
        38210000L, 2514L, 10_84200000L, 8_91500000L, 5_23400000L, 17002000L};

    private SampleFrames() {
    }

    public static Symbols symbols() {
        return Symbols.of(NAMES);
    }

    /** The messages without frame headers. */
    public static List<byte[]> payloads() {
        SplittableRandom random = new SplittableRandom(SEED);
        List<byte[]> payloads = new ArrayList<>(COUNT);
        for (int i = 0; i < COUNT; i++) {
            payloads.add(payload(random, i % NAMES.size(), FIRST_UPDATE_ID + i * 17L));
        }
        return payloads;
    }

    /** One message of that symbol. */
    public static byte[] payload(SplittableRandom random, int symbolId, long updateId) {
        String name = NAMES.get(symbolId);
        long start = PRICES[symbolId];
        long step = start >= Decimals.powerOfTen(10) ? Decimals.powerOfTen(6) : Math.max(1, start / 10_000);
        long bid = start + step * random.nextLong(1_000);
        StringBuilder text = new StringBuilder(192)
            .append("{\"stream\":\"").append(name.toLowerCase(Locale.ROOT)).append("@bookTicker\",\"data\":")
            .append("{\"u\":").append(updateId).append(",\"s\":\"").append(name).append("\",\"b\":\"");
        Decimals.append(text, bid, EXPONENT).append("\",\"B\":\"");
        Decimals.append(text, quantity(random, start), EXPONENT).append("\",\"a\":\"");
        Decimals.append(text, bid + step, EXPONENT).append("\",\"A\":\"");
        Decimals.append(text, quantity(random, start), EXPONENT).append("\"}}");
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** As a server sends it: one final, unmasked text frame. */
    public static byte[] framed(byte[] payload) {
        ByteArrayOutputStream frame = new ByteArrayOutputStream(payload.length + 4);
        frame.write(TEXT_HEAD);
        if (payload.length < LENGTH_16) {
            frame.write(payload.length);
        } else {
            frame.write(LENGTH_16);
            frame.write(payload.length >>> Byte.SIZE);
            frame.write(payload.length);
        }
        frame.writeBytes(payload);
        return frame.toByteArray();
    }

    /** Expensive assets trade in small lots, cheap ones in large lots. */
    private static long quantity(SplittableRandom random, long price) {
        long lot = price >= Decimals.powerOfTen(10) ? 1_000 : Decimals.powerOfTen(7);
        return lot * (1 + random.nextLong(200_000));
    }
}
