package io.ringside.core.command;

import io.ringside.core.command.Arguments.LimitsOrder;
import io.ringside.core.command.Arguments.StrategyOrder;
import io.ringside.core.command.Arguments.StrategyOrder.Action;
import io.ringside.core.command.Grammar.Mismatch;
import io.ringside.core.event.DecimalParser;
import io.ringside.core.event.Decimals;
import io.ringside.core.event.Symbols;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The grammars of all verbs. Each is total: any words are either read or answered by a {@link Mismatch}.
 *
 * <p><em>Threading:</em> pure functions.
 */
final class ArgumentForms {

    private static final int MAX_SYMBOLS_SHOWN = 10;
    private static final int MAX_ECHO_CHARS = 32;
    private static final Pattern STRATEGY_NAME = Pattern.compile("[a-z][a-z0-9]{0,15}");
    private static final int MAX_COUNT = 100;
    private static final String SET = "set";
    private static final Set<String> TIMES_IN_FORCE = Set.of("GTC", "IOC", "FOK");
    private static final Pattern NUMBER = Pattern.compile("#?([1-9][0-9]{0,17})");
    private static final Pattern AMOUNT = Pattern.compile("([0-9.]+)([A-Z]{3,16})?");
    private static final Pattern CHANGE = Pattern.compile("([a-z]{1,20})=([A-Za-z0-9.,][A-Za-z0-9.,_/@-]{0,59})");

    private ArgumentForms() {
    }

    static Arguments none(List<String> words, Symbols symbols) throws Mismatch {
        if (!words.isEmpty()) {
            throw new Mismatch("takes no arguments");
        }
        return new Arguments.None();
    }

    static Arguments buy(List<String> words, Symbols symbols) throws Mismatch {
        return order(words, symbols, false);
    }

    static Arguments sell(List<String> words, Symbols symbols) throws Mismatch {
        return order(words, symbols, true);
    }

    static Arguments orderOrAll(List<String> words, Symbols symbols) throws Mismatch {
        return new Arguments.OrderChoice(isAll(only(words)) ? 0 : number(only(words)));
    }

    static Arguments order(List<String> words, Symbols symbols) throws Mismatch {
        return new Arguments.OrderChoice(number(only(words)));
    }

    static Arguments count(List<String> words, Symbols symbols) throws Mismatch {
        if (words.isEmpty()) {
            return new Arguments.Count(0);
        }
        String word = only(words);
        int count = word.matches("[0-9]{1,3}") ? Integer.parseInt(word) : 0;
        if (count < 1 || count > MAX_COUNT) {
            throw new Mismatch("cannot read " + echo(word) + ", allowed are 1 to " + MAX_COUNT);
        }
        return new Arguments.Count(count);
    }

    static Arguments limits(List<String> words, Symbols symbols) throws Mismatch {
        String typed = String.join(" ", words);
        boolean resets = typed.toLowerCase(Locale.ROOT).equals(LimitsOrder.RESET_DRAWDOWN);
        if (!words.isEmpty() && !resets) {
            throw new Mismatch("does not know " + echo(typed));
        }
        return new LimitsOrder(resets);
    }

    static Arguments strategy(List<String> words, Symbols symbols) throws Mismatch {
        String first = words.isEmpty() ? "" : words.get(0).toLowerCase(Locale.ROOT);
        boolean named = STRATEGY_NAME.matcher(first).matches()
            && Arrays.stream(Action.values()).noneMatch(action -> action.word().equals(first));
        String name = named ? first : "";
        List<String> rest = named ? words.subList(1, words.size()) : words;
        String what = rest.isEmpty() ? Action.STATUS.word() : rest.get(0).toLowerCase(Locale.ROOT);
        if (what.equals(SET)) {
            return new StrategyOrder(name, Action.SET, changes(rest.subList(1, rest.size())));
        }
        for (Action action : Action.values()) {
            if (action.word().equals(what) && rest.size() <= 1) {
                return new StrategyOrder(name, action, Map.of());
            }
        }
        throw new Mismatch("does not know " + echo(String.join(" ", words)));
    }

    /** The user's text, sanitized: short, without anything that a terminal or a chat would interpret. */
    static String echo(String word) {
        StringBuilder shown = new StringBuilder();
        int chars = Math.min(word.length(), MAX_ECHO_CHARS);
        word.substring(0, chars).codePoints()
            .forEach(c -> shown.appendCodePoint(Character.isLetterOrDigit(c) || c >= ' ' && c < 0x7F ? c : '?'));
        return "'" + shown + (chars < word.length() ? "…'" : "'");
    }

    private static Arguments order(List<String> words, Symbols symbols, boolean sale) throws Mismatch {
        if (words.size() < 2 || words.size() > 4) {
            throw new Mismatch("takes 2 to 4 arguments, not " + words.size());
        }
        String symbol = symbol(words.get(0), symbols);
        BigDecimal amount = null;
        String asset = "";
        if (!sale || !isAll(words.get(1))) {
            Matcher form = AMOUNT.matcher(upper(words.get(1)));
            boolean inAsset = form.matches() && form.group(2) != null;
            asset = inAsset ? form.group(2) : "";
            amount = inAsset ? positive(form.group(1), "amount") : positive(words.get(1), "quantity");
        }
        BigDecimal price = words.size() > 2 ? positive(words.get(2), "price") : null;
        return new Arguments.Order(symbol, amount, asset, price, words.size() > 3 ? timeInForce(words.get(3)) : "");
    }

    private static String symbol(String word, Symbols symbols) throws Mismatch {
        int id = symbols.id(word);
        if (id == Symbols.UNKNOWN) {
            throw new Mismatch("does not know the symbol " + echo(word) + ", known are " + known(symbols));
        }
        return symbols.name(id);
    }

    private static String known(Symbols symbols) {
        List<String> names = symbols.names();
        String shown = String.join(", ", names.subList(0, Math.min(MAX_SYMBOLS_SHOWN, names.size())));
        int more = names.size() - MAX_SYMBOLS_SHOWN;
        return more > 0 ? shown + " and " + more + " more" : shown;
    }

    private static BigDecimal positive(String word, String what) throws Mismatch {
        DecimalParser decimal = new DecimalParser();
        if (!decimal.parse(word) || decimal.mantissa() <= 0) {
            throw new Mismatch("cannot read the " + what + " " + echo(word) + (word.indexOf(',') >= 0
                ? ": write a decimal point, no comma" : ": write a number above 0 in plain digits, like 0.25"));
        }
        return Decimals.toBigDecimal(decimal.mantissa(), decimal.exponent());
    }

    private static String timeInForce(String word) throws Mismatch {
        String upper = upper(word);
        if (!TIMES_IN_FORCE.contains(upper)) {
            throw new Mismatch("cannot read " + echo(word) + " after the price, allowed are GTC, IOC and FOK");
        }
        return upper;
    }

    private static Map<String, String> changes(List<String> words) throws Mismatch {
        if (words.isEmpty()) {
            throw new Mismatch("set needs at least one NAME=VALUE");
        }
        Map<String, String> changes = new LinkedHashMap<>();
        for (String word : words) {
            Matcher change = CHANGE.matcher(word);
            if (!change.matches()) {
                throw new Mismatch("cannot read " + echo(word) + ", write NAME=VALUE without spaces");
            }
            changes.put(change.group(1), change.group(2));
        }
        return changes;
    }

    private static long number(String word) throws Mismatch {
        Matcher matcher = NUMBER.matcher(word);
        if (!matcher.matches()) {
            throw new Mismatch("cannot read the order id " + echo(word) + ", see /orders for the ids");
        }
        return Long.parseLong(matcher.group(1));
    }

    private static String only(List<String> words) throws Mismatch {
        if (words.size() != 1) {
            throw new Mismatch("takes 1 argument, not " + words.size());
        }
        return words.get(0);
    }

    private static boolean isAll(String word) {
        return word.toLowerCase(Locale.ROOT).equals(Arguments.ALL);
    }

    private static String upper(String word) {
        return word.toUpperCase(Locale.ROOT);
    }
}
