package io.ringside.trading.strategy;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One strategy of a run, as the settings name it.
 *
 * @param name       of this instance, and the {@code source} of its orders: 1 to 16 lower-case letters and digits, the
 *                   first a letter
 * @param type       the name under which {@code settings.StrategyTypes} knows it
 * @param on         whether it is on at the first start
 * @param parameters by name; those that are missing have their defaults
 */
public record StrategyConfig(String name, String type, boolean on, Map<String, String> parameters) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]{0,15}");
    /** Words of {@code /strategy}, other sources of orders, and the end of a setting's name. */
    private static final Set<String> RESERVED =
        Set.of("on", "off", "set", "status", "all", "user", "external", "parameters");

    public StrategyConfig {
        if (!NAME.matcher(name).matches() || RESERVED.contains(name)) {
            throw new IllegalArgumentException("'" + name + "' cannot name a strategy; allowed are 1 to 16 lower-case"
                + " letters and digits, the first a letter, and not one of the words " + String.join(", ",
                RESERVED.stream().sorted().toList()));
        }
        parameters = Map.copyOf(parameters);
    }

    /** Of {@link Strategy#parameters()}, whose text is empty for none. */
    static Map<String, String> parameters(String text) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String word : text.split(" ")) {
            int equals = word.indexOf('=');
            if (equals > 0) {
                values.put(word.substring(0, equals), word.substring(equals + 1));
            }
        }
        return values;
    }
}
