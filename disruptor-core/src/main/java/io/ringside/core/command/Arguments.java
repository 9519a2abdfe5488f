package io.ringside.core.command;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What follows a verb, parsed and in bounds: whoever executes a command never sees words. Whether it makes sense at
 * this moment is decided on the ring.
 *
 * <p><em>Threading:</em> immutable; any thread.
 */
public sealed interface Arguments {

    /** The word for everything that is held, or every open order. */
    String ALL = "all";

    /** The canonical words, as they cross the ring: reading them again gives equal arguments. */
    String text();

    /** Of a verb that takes none. */
    record None() implements Arguments {

        @Override
        public String text() {
            return "";
        }
    }

    /**
     * Of an order.
     *
     * @param symbol      one of the run's symbols, by its canonical name
     * @param amount      above 0; null for all that is held
     * @param asset       what {@code amount} counts; empty for the base asset
     * @param price       above 0; null for a market order
     * @param timeInForce GTC, IOC or FOK; empty when not given
     */
    record Order(String symbol, BigDecimal amount, String asset, BigDecimal price, String timeInForce)
        implements Arguments {

        @Override
        public String text() {
            return symbol + " " + (amount == null ? ALL : amount.toPlainString() + asset)
                + (price == null ? "" : " " + price.toPlainString())
                + (timeInForce.isEmpty() ? "" : " " + timeInForce);
        }
    }

    /**
     * One order, or all open ones.
     *
     * @param number from 1; 0 for all
     */
    record OrderChoice(long number) implements Arguments {

        public boolean isAll() {
            return number == 0;
        }

        @Override
        public String text() {
            return isAll() ? ALL : Long.toString(number);
        }
    }

    /**
     * How many.
     *
     * @param count from 1 to 100; 0 when not given
     */
    record Count(int count) implements Arguments {

        @Override
        public String text() {
            return count == 0 ? "" : Integer.toString(count);
        }
    }

    /**
     * What is asked about the limits.
     *
     * @param resetsDrawdown whether the drawdown is to count from now on
     */
    record LimitsOrder(boolean resetsDrawdown) implements Arguments {

        /** The words of a reset. */
        static final String RESET_DRAWDOWN = "reset drawdown";

        @Override
        public String text() {
            return resetsDrawdown ? RESET_DRAWDOWN : "";
        }
    }

    /**
     * What is asked of a strategy.
     *
     * @param strategy   its name; empty when not given
     * @param parameters the new values by name, in the order of typing; empty unless the action is SET
     */
    record StrategyOrder(String strategy, Action action, Map<String, String> parameters) implements Arguments {

        /** The words that the strategy understands. */
        public enum Action {
            STATUS("status"),
            ON("on"),
            OFF("off"),
            SET("set");

            private final String word;

            Action(String word) {
                this.word = word;
            }

            String word() {
                return word;
            }
        }

        /** Keeps a copy of the values in their order. */
        public StrategyOrder {
            parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        }

        @Override
        public String text() {
            return (strategy.isEmpty() ? "" : strategy + " ") + action.word() + parameters.entrySet().stream()
                .map(change -> " " + change.getKey() + "=" + change.getValue()).collect(Collectors.joining());
        }
    }
}
