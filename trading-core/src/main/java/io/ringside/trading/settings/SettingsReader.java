package io.ringside.trading.settings;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Reads named settings and collects every mistake, so that all of them can be shown at once, a line each. An empty
 * value is an absent one. A secret is never shown, not even where it was put by mistake.
 *
 * <p><em>Threading:</em> one thread.
 */
public final class SettingsReader {

    /** A bot token or a part of one, and what stands before the host in a URL. */
    private static final Pattern SECRET =
        Pattern.compile("[0-9]{3,}:[A-Za-z0-9_-]{10,}|[A-Za-z0-9_-]{30,}|(?<=//)[^/\\s]*(?=@)");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private final Map<String, String> values;
    private final List<String> mistakes;
    private final Set<String> asked = new TreeSet<>();

    public SettingsReader(Map<String, String> values) {
        this(values, new ArrayList<>());
    }

    private SettingsReader(Map<String, String> values, List<String> mistakes) {
        this.values = values;
        this.mistakes = mistakes;
    }

    /** Reads the same settings into the same list of mistakes, and knows by itself what it was asked for. */
    SettingsReader part() {
        return new SettingsReader(values, mistakes);
    }

    public boolean has(String name) {
        asked.add(name);
        return isSet(name);
    }

    /** Every name that this reader was asked for, with a value or without. */
    Set<String> asked() {
        return Set.copyOf(asked);
    }

    /** The names of all settings that have a value, sorted. */
    List<String> names() {
        return values.keySet().stream().filter(this::isSet).sorted().toList();
    }

    public String text(String name, String defaultValue) {
        return has(name) ? values.get(name).trim() : defaultValue;
    }

    /** Null, and a mistake, when it is missing. */
    public String required(String name, String purpose) {
        if (!has(name)) {
            mistake(name + " is not set: " + purpose);
            return null;
        }
        return text(name, null);
    }

    public long number(String name, long defaultValue, long min, long max) {
        if (!has(name)) {
            return defaultValue;
        }
        String text = text(name, null);
        if (text.matches("-?[0-9]{1,18}")) {
            long value = Long.parseLong(text);
            if (value >= min && value <= max) {
                return value;
            }
        }
        mistake(name + " is '" + text + "', allowed are whole numbers from " + min + " to " + max);
        return defaultValue;
    }

    public <E extends Enum<E>> E choice(String name, E defaultValue) {
        if (!has(name)) {
            return defaultValue;
        }
        String text = text(name, null);
        E[] choices = defaultValue.getDeclaringClass().getEnumConstants();
        for (E choice : choices) {
            if (word(choice).equals(text.toLowerCase(Locale.ROOT).replace('_', '-'))) {
                return choice;
            }
        }
        mistake(name + " is '" + text + "', allowed are "
            + String.join(", ", Arrays.stream(choices).map(SettingsReader::word).toList()));
        return defaultValue;
    }

    /** Words between commas; blanks around them and empty ones are left out. */
    public <T> List<T> list(String name, String defaultValue, Function<String, T> element) {
        List<T> elements = new ArrayList<>();
        for (String word : text(name, defaultValue).split(",")) {
            if (!word.isBlank()) {
                attempt(name, () -> elements.add(element.apply(word.trim())));
            }
        }
        return elements;
    }

    /** The value that the parts' own checks accept, or null and their words as a mistake. */
    public <T> T attempt(String name, Supplier<T> maker) {
        try {
            return maker.get();
        } catch (IllegalArgumentException invalid) {
            mistake(name + ": " + invalid.getMessage());
            return null;
        }
    }

    public void mistake(String text) {
        String shown = CONTROL.matcher(SECRET.matcher(text).replaceAll("***")).replaceAll("?");
        if (!mistakes.contains(shown)) {
            mistakes.add(shown);
        }
    }

    public boolean isSound() {
        return mistakes.isEmpty();
    }

    /** Throws all collected errors, if any. */
    public void throwMistakes() {
        if (!mistakes.isEmpty()) {
            throw new BadSettings(mistakes);
        }
    }

    private boolean isSet(String name) {
        return !values.getOrDefault(name, "").isBlank();
    }

    private static String word(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
