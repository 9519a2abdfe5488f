package io.ringside.core.event;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.agrona.collections.Object2IntHashMap;

/**
 * The symbols of this run, numbered from 0: events carry the number, users see the name.
 *
 * <p>A name is the venue's own, followed by {@code @} and the venue unless that is the default one: BTCUSDT,
 * BTC-USDT@OKX, BTC/USD@KRAKEN, BTC_USDT. It may start with or contain digits (1INCHUSDT) and need not be ASCII
 * (币安人生USDT); at most 64 bytes of UTF-8. Only the venue is derived from it: base and quote asset come with the trading
 * rules. Letters a to z are upper-cased, nothing else is changed, whatever the locale: that is how venues write
 * payloads.
 *
 * <p><em>Threading:</em> immutable; any thread.
 */
public final class Symbols {

    /** Returned by {@link #id} for an unknown name. */
    public static final int UNKNOWN = -1;

    /** Longest name, in bytes of UTF-8. */
    public static final int MAX_NAME_BYTES = 64;

    /** Words of letters and digits with one separator between two; the venue is ASCII. */
    private static final Pattern FORM =
        Pattern.compile("[\\p{L}\\p{Nd}]+(?:[-/_][\\p{L}\\p{Nd}]+)*(?:@[A-Z0-9]+)?");
    private static final char VENUE_MARK = '@';

    private final String[] names;
    private final Object2IntHashMap<String> ids = new Object2IntHashMap<>(UNKNOWN);

    private Symbols(List<String> names) {
        this.names = names.toArray(String[]::new);
        for (int id = 0; id < this.names.length; id++) {
            ids.put(this.names[id], id);
        }
    }

    /**
     * Numbers the names in their order; a repeated name counts once.
     *
     * @throws IllegalArgumentException for an empty list or a malformed name
     */
    public static Symbols of(List<String> names) {
        if (names.isEmpty()) {
            throw new IllegalArgumentException("no symbols given");
        }
        List<String> canonical = new ArrayList<>();
        for (String name : names) {
            String upper = canonical(name);
            check(upper);
            if (!canonical.contains(upper)) {
                canonical.add(upper);
            }
        }
        return new Symbols(canonical);
    }

    public static Symbols of(String... names) {
        return of(List.of(names));
    }

    public int size() {
        return names.length;
    }

    public String name(int id) {
        return names[id];
    }

    /** The name as its venue writes it, without the venue. */
    public String nativeName(int id) {
        int mark = names[id].indexOf(VENUE_MARK);
        return mark < 0 ? names[id] : names[id].substring(0, mark);
    }

    /** The venue in capitals, empty for the default one. */
    public String venue(int id) {
        int mark = names[id].indexOf(VENUE_MARK);
        return mark < 0 ? "" : names[id].substring(mark + 1);
    }

    /** Any case of the ASCII letters is understood. */
    public int id(String name) {
        return ids.getValue(canonical(name));
    }

    public List<String> names() {
        return List.of(names);
    }

    private static String canonical(String name) {
        StringBuilder upper = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            upper.append(c >= 'a' && c <= 'z' ? (char) (c - 'a' + 'A') : c);
        }
        return upper.toString();
    }

    private static void check(String name) {
        int bytes = name.getBytes(StandardCharsets.UTF_8).length;
        if (bytes == 0 || bytes > MAX_NAME_BYTES) {
            throw new IllegalArgumentException(
                "symbol '" + name + "' has " + bytes + " bytes, allowed are 1 to " + MAX_NAME_BYTES);
        }
        if (!FORM.matcher(name).matches()) {
            throw new IllegalArgumentException("symbol '" + name + "' may hold only letters and digits, with - / or _"
                + " between them, and @VENUE at its end");
        }
    }
}
