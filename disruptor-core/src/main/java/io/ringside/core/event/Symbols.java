package io.ringside.core.event;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.agrona.collections.Object2IntHashMap;

/**
 * The symbols of this run, numbered from 0: events carry the number, people see the name.
 *
 * <p>Names may start with or contain digits (1INCHUSDT) and need not be ASCII (币安人生USDT); at most 64 bytes of UTF-8.
 * Letters a to z are raised, nothing else is changed, whatever the locale: that is how Binance writes payloads.
 *
 * <p><em>Threading:</em> immutable; any thread.
 */
public final class Symbols {

    /** Answer of {@link #id} for a name that is not one of these. */
    public static final int UNKNOWN = -1;

    /** Longest name, in bytes of UTF-8. */
    public static final int MAX_NAME_BYTES = 64;

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
        if (!name.codePoints().allMatch(Character::isLetterOrDigit)) {
            throw new IllegalArgumentException("symbol '" + name + "' may hold only letters and digits");
        }
    }
}
