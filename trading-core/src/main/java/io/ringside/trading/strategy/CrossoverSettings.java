package io.ringside.trading.strategy;

import io.ringside.core.event.DecimalParser;
import io.ringside.core.event.Decimals;
import io.ringside.core.event.Symbols;
import io.ringside.trading.market.Instruments;
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

    boolean trades(int symbolId, Instruments instruments) {
        return instruments.get(symbolId) != null
            && (symbols.isEmpty() || symbols.contains(instruments.name(symbolId)));
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
            if (id == Symbols.UNKNOWN || instruments.get(id) == null) {
                throw new IllegalArgumentException("symbols is '" + text + "', allowed are '" + ALL
                    + "' or names of symbols with known trading rules, joined by commas; '" + word + "' is none");
            }
            if (!names.contains(instruments.name(id))) {
                names.add(instruments.name(id));
            }
        }
        return List.copyOf(names);
    }
}
