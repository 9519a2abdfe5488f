package io.ringside.trading.settings;

import io.ringside.core.event.Origin;
import io.ringside.core.event.Symbols;
import io.ringside.trading.market.Instruments;
import io.ringside.trading.strategy.StrategyConfig;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The settings of the strategies: {@code STRATEGIES=fast:crossover,slow:crossover} names them and their types; without
 * it there is one, named {@code crossover} after its type. {@code STRATEGY_FAST} and {@code STRATEGY_FAST_PARAMETERS}
 * belong to the one named fast; {@code STRATEGY} and {@code STRATEGY_PARAMETERS} to all that have none of their own.
 */
public final class StrategySettings {

    /** Those that do not depend on names. */
    static final List<String> NAMES = List.of("STRATEGIES", "STRATEGY", "STRATEGY_PARAMETERS");

    private static final String LIST = "STRATEGIES";
    private static final String SWITCH = "STRATEGY";
    private static final String PARAMETERS = "_PARAMETERS";
    private static final String DEFAULT = "crossover";
    private static final Pattern OWN = Pattern.compile("STRATEGY_[A-Z][A-Z0-9]*(_PARAMETERS)?");
    private static final Pattern PARAMETER = Pattern.compile("([a-z]+)=(\\S+)");

    private enum Switch {
        OFF,
        ON
    }

    private final SettingsReader reader;

    public StrategySettings(SettingsReader reader) {
        this.reader = reader;
    }

    /** Checks names, types and parameters as far as they do not depend on the venue's rules. */
    public void check(List<StrategyConfig> configs, StrategyTypes types, Symbols symbols) {
        checkNames(configs);
        Instruments instruments = new Instruments(symbols, List.of());
        for (StrategyConfig config : configs) {
            reader.attempt(types.has(config.type()) ? parametersName(config.name()) : LIST,
                () -> types.make(config, instruments, Origin.CONSOLE));
        }
    }

    /** Reports every setting of a strategy that is not one of these: most likely a misspelled name. */
    public void checkNames(List<StrategyConfig> configs) {
        List<String> known = names(configs);
        for (String setting : reader.names()) {
            if (setting.startsWith(SWITCH + "_") && !known.contains(setting)) {
                reader.error(setting + " belongs to no strategy; the strategies are "
                    + String.join(", ", configs.stream().map(StrategyConfig::name).toList()));
            }
        }
    }

    /** Whether it could be the setting of some strategy. */
    public static boolean isName(String setting) {
        return NAMES.contains(setting) || OWN.matcher(setting).matches();
    }

    /** Entries with errors are left out; the reader has the errors. */
    List<StrategyConfig> read() {
        List<StrategyConfig> configs = new ArrayList<>();
        reader.list(LIST, DEFAULT, word -> {
            int colon = word.indexOf(':');
            String name = colon < 0 ? word : word.substring(0, colon);
            if (configs.stream().anyMatch(config -> config.name().equals(name))) {
                throw new IllegalArgumentException("'" + name + "' is named more than once");
            }
            return configs.add(new StrategyConfig(name, word.substring(colon + 1), isOn(name), parameters(name)));
        });
        return List.copyOf(configs);
    }

    /** Every setting of these strategies. */
    static List<String> names(List<StrategyConfig> configs) {
        List<String> names = new ArrayList<>(NAMES);
        for (StrategyConfig config : configs) {
            names.add(own(config.name()));
            names.add(own(config.name()) + PARAMETERS);
        }
        return names;
    }

    private boolean isOn(String name) {
        Switch ofAll = reader.choice(SWITCH, Switch.OFF);
        return reader.choice(own(name), ofAll) == Switch.ON;
    }

    private Map<String, String> parameters(String name) {
        String setting = parametersName(name);
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String word : reader.text(setting, "").split("\\s+")) {
            Matcher matcher = PARAMETER.matcher(word);
            if (matcher.matches()) {
                parameters.put(matcher.group(1), matcher.group(2));
            } else if (!word.isEmpty()) {
                reader.error(setting + ": cannot read '" + word + "', write name=value words");
            }
        }
        return parameters;
    }

    private String parametersName(String name) {
        String own = own(name) + PARAMETERS;
        return reader.has(own) ? own : SWITCH + PARAMETERS;
    }

    private static String own(String name) {
        return SWITCH + "_" + name.toUpperCase(Locale.ROOT);
    }
}
