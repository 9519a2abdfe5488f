package io.ringside.sim.quote;

import io.ringside.core.event.Decimals;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Best bid and ask of one generated market. Nine steps in ten change quantities only, as on the real exchange; the
 * price stays between half and twice its start.
 *
 * <p><em>Threading:</em> one thread.
 */
final class WalkingBook {

    private static final int EXPONENT = -8;
    private static final int MAX_ID_STEP = 20;
    private static final int MAX_TICKS = 3;
    private static final int QUANTITY_UNITS = 100_000;
    private static final long FIRST_UPDATE_ID = 50_000_000_000L;
    private static final Map<String, Long> START_PRICES = Map.of(
        "BTCUSDT", 68_423_12000000L,
        "ETHUSDT", 3_521_40000000L,
        "BNBUSDT", 598_70000000L,
        "SOLUSDT", 171_25000000L,
        "XRPUSDT", 52340000L,
        "ADAUSDT", 45120000L,
        "DOGEUSDT", 12345000L,
        "ETHBTC", 5146000L,
        "BNBBTC", 875000L,
        "BNBETH", 17002000L);

    private final String symbol;
    private final String stream;
    private final String head;
    private final String symbolKey;
    private final int dataOffset;
    private final long startPrice;
    private final long tick;
    private final long quantityUnit;
    private final StringBuilder text = new StringBuilder(256);
    private long updateId = FIRST_UPDATE_ID;
    private long bidPrice;
    private long bidQty;
    private long askPrice;
    private long askQty;

    /**
     * @param symbol in upper case
     */
    WalkingBook(String symbol) {
        this.symbol = symbol;
        this.stream = StreamNames.bookTicker(symbol);
        String envelope = "{\"stream\":\"" + stream + "\",\"data\":";
        this.head = envelope + "{\"u\":";
        this.dataOffset = envelope.getBytes(StandardCharsets.UTF_8).length;
        this.symbolKey = ",\"s\":\"" + symbol + "\",\"b\":\"";
        this.startPrice = START_PRICES.getOrDefault(symbol, priceFor(symbol));
        this.tick = tickFor(startPrice);
        this.quantityUnit = startPrice >= Decimals.powerOfTen(10) ? 1_000 : Decimals.powerOfTen(6);
        this.bidPrice = startPrice;
        this.askPrice = startPrice + tick;
        this.bidQty = quantityUnit;
        this.askQty = quantityUnit;
    }

    String stream() {
        return stream;
    }

    /** Every price is a multiple of the tick, as the start and all moves are; so is every quantity of its unit. */
    ListedSymbol listed() {
        return new ListedSymbol(symbol, decimals(tick), decimals(quantityUnit));
    }

    /** The next state of the book; takes the same random draws whether or not it is used. */
    void step(RandomGenerator random) {
        updateId += 1 + random.nextInt(MAX_ID_STEP);
        if (random.nextInt(10) == 0) {
            movePrices(random);
        }
        if (random.nextBoolean()) {
            bidQty = quantity(random);
        } else {
            askQty = quantity(random);
        }
    }

    QuoteMessage message() {
        text.setLength(0);
        text.append(head).append(updateId).append(symbolKey);
        Decimals.append(text, bidPrice, EXPONENT).append("\",\"B\":\"");
        Decimals.append(text, bidQty, EXPONENT).append("\",\"a\":\"");
        Decimals.append(text, askPrice, EXPONENT).append("\",\"A\":\"");
        Decimals.append(text, askQty, EXPONENT).append("\"}}");
        byte[] json = text.toString().getBytes(StandardCharsets.UTF_8);
        return new QuoteMessage(stream, json, dataOffset, json.length - dataOffset - 1);
    }

    private void movePrices(RandomGenerator random) {
        long move = tick * (1 + random.nextInt(MAX_TICKS));
        boolean up = random.nextBoolean();
        if (bidPrice < startPrice / 2) {
            up = true;
        } else if (bidPrice > startPrice * 2) {
            up = false;
        }
        bidPrice += up ? move : -move;
        askPrice = bidPrice + tick * (1 + random.nextInt(MAX_TICKS));
    }

    private long quantity(RandomGenerator random) {
        return quantityUnit * (1 + random.nextInt(QUANTITY_UNITS));
    }

    /** Of a power of ten. */
    private static int decimals(long powerOfTen) {
        return -EXPONENT + 1 - Long.toString(powerOfTen).length();
    }

    /** From 0.50 to 500.49, the same for a name at all times. */
    private static long priceFor(String symbol) {
        return (50 + Math.floorMod(symbol.hashCode(), 50_000)) * Decimals.powerOfTen(6);
    }

    /** 0.01 from 100 upwards, smaller for cheaper ones. */
    private static long tickFor(long price) {
        if (price >= Decimals.powerOfTen(10)) {
            return Decimals.powerOfTen(6);
        }
        return price >= Decimals.powerOfTen(8) ? Decimals.powerOfTen(5) : Decimals.powerOfTen(3);
    }
}
