package io.ringside.trading.settings;

import io.ringside.core.event.Origin;
import io.ringside.trading.market.Instruments;
import io.ringside.trading.strategy.Strategy;
import io.ringside.trading.strategy.StrategyConfig;
import io.ringside.trading.strategy.crossover.MovingAverageCrossover;
import java.util.Map;
import java.util.TreeMap;

/**
 * Strategies by the name of their type: the one place where a strategy becomes known to the settings. A program adds
 * its own with {@link #with}.
 *
 * <p><em>Threading:</em> immutable; any thread.
 */
public final class StrategyTypes {

    private static final StrategyTypes BUILT_IN = new StrategyTypes(Map.of(
        "crossover", MovingAverageCrossover::of));

    /** Makes strategies of one type. */
    @FunctionalInterface
    public interface Factory {

        /**
         * Throws {@link IllegalArgumentException} that names the parameter, its value and what is allowed.
         *
         * @param parameters by name; those that are missing have their defaults
         * @param alerts     where the answers to its orders go
         */
        Strategy make(Map<String, String> parameters, Instruments instruments, Origin alerts);
    }

    private final Map<String, Factory> factories;

    private StrategyTypes(Map<String, Factory> factories) {
        this.factories = new TreeMap<>(factories);
    }

    /** The built-in strategies. */
    public static StrategyTypes builtIn() {
        return BUILT_IN;
    }

    /** These plus one, which replaces a type of the same name. */
    public StrategyTypes with(String type, Factory factory) {
        Map<String, Factory> more = new TreeMap<>(factories);
        more.put(type, factory);
        return new StrategyTypes(more);
    }

    public boolean has(String type) {
        return factories.containsKey(type);
    }

    /** Throws {@link IllegalArgumentException} for an unknown type and for parameters that it does not accept. */
    public Strategy make(StrategyConfig config, Instruments instruments, Origin alerts) {
        Factory factory = factories.get(config.type());
        if (factory == null) {
            throw new IllegalArgumentException("'" + config.type() + "' is not a strategy; allowed are "
                + String.join(", ", factories.keySet()));
        }
        return factory.make(config.parameters(), instruments, alerts);
    }
}
