package io.ringside.trading.strategy.crossover;

import io.ringside.core.event.DecimalParser;
import io.ringside.core.event.Decimals;
import io.ringside.core.event.Symbols;
import io.ringside.trading.market.Instruments;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Parameters of {@link MovingAverageCrossover}, checked. Windows of all traded symbols together may take 512 MiB.
 *
 * <p><em>Threading:</em> immutable; any thread.
 *
 * @param fast     length of the short window, below {@code slow} and of the same kind
 * @param slow     length of the long window
 * @param size     quote currency per entry, above 0
 * @param cooldown least time between two orders of one symbol
 * @param symbols  names of the traded symbols; empty for all whose rules are known
 */
record CrossoverSettings(WindowLength fast, WindowLength slow, BigDecimal size, WindowLength cooldown,
                         List<String> symbols) {

    static final long MAX_WINDOW_BYTES = 512L << 20;

    private static final String ALL = "all";
    private static final String NAMES = "fast, slow, size, cooldown, symbols";
    private static final BigDecimal MAX_SIZE = BigDecimal.TEN.pow(12);

    static CrossoverSettings defaults() {
        return new CrossoverSettings(new WindowLength(20, false), new WindowLength(100, false),
            new BigDecimal("100"), new WindowLength(60, true), List.of());
    }

    /** These with some of them changed; throws {@link IllegalArgumentException} that names the first mistake. */
    CrossoverSettings with(Map<String, String> changes, Instruments instruments) {
        WindowLength newFast = fast;
        WindowLength newSlow = slow;
        BigDecimal newSize = size;
        WindowLength newCooldown = cooldown;
        List<String> newSymbols = symbols;
        // Sorted, so that of two mistakes the same one is named whatever the map's order.
        for (Map.Entry<String, String> change : new TreeMap<>(changes).entrySet()) {
            String value = change.getValue();
            switch (change.getKey()) {
                case "fast" -> newFast = WindowLength.parse("fast", value);
                case "slow" -> newSlow = WindowLength.parse("slow", value);
                case "size" -> newSize = parseSize(value);
                case "cooldown" -> newCooldown = WindowLength.parseTime("cooldown", value);
                case "symbols" -> newSymbols = parseSymbols(value, instruments);
                default -> throw new IllegalArgumentException("parameter '" + change.getKey() + "' is '" + value
                    + "', allowed are the parameters " + NAMES);
            }
        }
        CrossoverSettings changed = new CrossoverSettings(newFast, newSlow, newSize, newCooldown, newSymbols);
        changed.checkWindows(instruments);
        return changed;
    }

    /** From {@link #text()} that a snapshot has kept. */
    static CrossoverSettings saved(String words, Instruments instruments) throws IOException {
        Map<String, String> parameters = new TreeMap<>();
        for (String word : words.split(" ")) {
            int equals = word.indexOf('=');
            parameters.put(word.substring(0, Math.max(equals, 0)), word.substring(equals + 1));
        }
        try {
            return defaults().with(parameters, instruments);
        } catch (IllegalArgumentException mistake) {
            throw new IOException("saved parameters do not fit this run: " + mistake.getMessage(), mistake);
        }
    }

    boolean trades(int symbolId, Instruments instruments) {
        return symbols.isEmpty() || symbols.contains(instruments.name(symbolId));
    }

    String text() {
        return "fast=" + fast.text() + " slow=" + slow.text() + " size=" + size.toPlainString() + " cooldown="
            + cooldown.text() + " symbols=" + (symbols.isEmpty() ? ALL : String.join(",", symbols));
    }

    private void checkWindows(Instruments instruments) {
        if (fast.timed() != slow.timed() || fast.count() >= slow.count()) {
            throw new IllegalArgumentException("fast is '" + fast.text() + "', allowed is less than slow, which is '"
                + slow.text() + "', and both in ticks or both a time");
        }
        long traded = 0;
        for (int id = 0; id < instruments.symbols(); id++) {
            traded += trades(id, instruments) ? 1 : 0;
        }
        long bytes = traded * slow.count() * Long.BYTES;
        if (bytes > MAX_WINDOW_BYTES) {
            throw new IllegalArgumentException("slow is '" + slow.text() + "', which for " + traded
                + " symbols takes " + bytes + " bytes of memory, allowed are " + MAX_WINDOW_BYTES + ", so at most '"
                + new WindowLength((int) (MAX_WINDOW_BYTES / Long.BYTES / traded), slow.timed()).text() + "'");
        }
    }

    private static BigDecimal parseSize(String text) {
        DecimalParser parser = new DecimalParser();
        if (parser.parse(text)) {
            BigDecimal size = Decimals.toBigDecimal(parser.mantissa(), parser.exponent()).stripTrailingZeros();
            if (size.signum() > 0 && size.compareTo(MAX_SIZE) <= 0) {
                return size;
            }
        }
        throw new IllegalArgumentException("size is '" + text + "', allowed are numbers above 0 up to "
            + MAX_SIZE.toPlainString());
    }

    private static List<String> parseSymbols(String text, Instruments instruments) {
        if (text.isEmpty() || text.equals(ALL)) {
            return List.of();
        }
        List<String> names = new ArrayList<>();
        for (String word : text.split(",", -1)) {
            int id = instruments.symbolId(word);
            if (id == Symbols.UNKNOWN) {
                throw new IllegalArgumentException("symbols is '" + text + "', allowed are '" + ALL
                    + "' or names of symbols in SYMBOLS, joined by commas; '" + word + "' is none");
            }
            if (!names.contains(instruments.name(id))) {
                names.add(instruments.name(id));
            }
        }
        return List.copyOf(names);
    }

    /**
     * A length in ticks ({@code 20}) or in time ({@code 30s}, {@code 5m}, {@code 24h}).
     *
     * <p><em>Threading:</em> immutable; any thread.
     *
     * @param count ticks, or whole seconds
     * @param timed whether it is a length of time
     */
    record WindowLength(int count, boolean timed) {

        static final int MAX_TICKS = 100_000;
        static final int MAX_S = 86_400;

        private static final int MINUTE_S = 60;
        private static final int HOUR_S = 3_600;
        private static final int MAX_DIGITS = 9;

        /** Ticks or time; throws {@link IllegalArgumentException} that names the parameter. */
        static WindowLength parse(String parameter, String text) {
            WindowLength length = read(text);
            if (length == null || length.count < 1 || length.count > (length.timed ? MAX_S : MAX_TICKS)) {
                throw new IllegalArgumentException(parameter + " is '" + text + "', allowed are ticks from 1 to "
                    + MAX_TICKS + " or a time from 1s to 24h in whole s, m or h");
            }
            return length;
        }

        /** Time only, from 0s. */
        static WindowLength parseTime(String parameter, String text) {
            WindowLength length = read(text);
            if (length == null || !length.timed || length.count > MAX_S) {
                throw new IllegalArgumentException(parameter + " is '" + text
                    + "', allowed is a time from 0s to 24h in whole s, m or h");
            }
            return length;
        }

        /** As it is parsed, in the largest unit that needs no fraction. */
        String text() {
            if (!timed) {
                return Integer.toString(count);
            }
            if (count > 0 && count % HOUR_S == 0) {
                return count / HOUR_S + "h";
            }
            return count > 0 && count % MINUTE_S == 0 ? count / MINUTE_S + "m" : count + "s";
        }

        /** Null for a text that is not a length, or for one far too long. */
        private static WindowLength read(String text) {
            if (text.isEmpty()) {
                return null;
            }
            int unitS = switch (text.charAt(text.length() - 1)) {
                case 's' -> 1;
                case 'm' -> MINUTE_S;
                case 'h' -> HOUR_S;
                default -> 0;
            };
            String digits = unitS == 0 ? text : text.substring(0, text.length() - 1);
            if (digits.isEmpty() || digits.length() > MAX_DIGITS
                || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
                return null;
            }
            long count = Long.parseLong(digits) * Math.max(unitS, 1);
            return count > Integer.MAX_VALUE ? null : new WindowLength((int) count, unitS != 0);
        }
    }
}
