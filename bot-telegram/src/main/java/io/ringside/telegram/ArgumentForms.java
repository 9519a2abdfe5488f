package io.ringside.telegram;

import io.ringside.core.event.DecimalParser;
import io.ringside.core.event.Symbols;
import io.ringside.core.event.Verb;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The form that each verb's arguments must have. Whether they make sense at this moment is decided on the ring.
 *
 * <p><em>Threading:</em> immutable; any thread.
 */
final class ArgumentForms {

    /** The form is wrong; the message names the mistake behind the verb, as in "takes no arguments". */
    static final class Mistake extends Exception {

        private static final long serialVersionUID = 1L;

        Mistake(String message) {
            super(message, null, false, false);
        }
    }

    private static final int MAX_SYMBOLS_SHOWN = 10;
    private static final int MAX_ECHO_CHARS = 32;
    private static final int MAX_TRADES = 100;
    private static final String ALL = "all";
    private static final Set<String> TIMES_IN_FORCE = Set.of("GTC", "IOC", "FOK");
    private static final Pattern NUMBER = Pattern.compile("#?([1-9][0-9]{0,17})");
    private static final Pattern AMOUNT = Pattern.compile("([0-9.]+)([A-Z]{3,16})");
    private static final Pattern CHANGE = Pattern.compile("[a-z]{1,20}=[A-Za-z0-9.,]{1,60}");

    private final Symbols symbols;

    ArgumentForms(Symbols symbols) {
        this.symbols = symbols;
    }

    /** The arguments as the ring takes them: symbols in capitals, order ids without a hash. */
    List<String> checked(Verb verb, List<String> words) throws Mistake {
        return switch (verb) {
            case BUY, SELL -> order(verb, words);
            case CANCEL -> List.of(isAll(only(words)) ? ALL : number(only(words)));
            case WHY -> List.of(number(only(words)));
            case TRADES -> words.isEmpty() ? List.of() : List.of(count(only(words)));
            case STRATEGY -> strategy(words);
            default -> none(words);
        };
    }

    /** What the person typed, made harmless: short, and nothing that a terminal or a chat would act on. */
    static String echo(String word) {
        StringBuilder shown = new StringBuilder();
        int chars = Math.min(word.length(), MAX_ECHO_CHARS);
        word.substring(0, chars).codePoints()
            .forEach(c -> shown.appendCodePoint(Character.isLetterOrDigit(c) || c >= ' ' && c < 0x7F ? c : '?'));
        return "'" + shown + (chars < word.length() ? "…'" : "'");
    }

    private List<String> order(Verb verb, List<String> words) throws Mistake {
        if (words.size() < 2 || words.size() > 4) {
            throw new Mistake("takes 2 to 4 arguments, not " + words.size());
        }
        List<String> checked = new ArrayList<>();
        checked.add(symbol(words.get(0)));
        checked.add(verb == Verb.SELL && isAll(words.get(1)) ? ALL : quantity(words.get(1)));
        if (words.size() > 2) {
            checked.add(positive(words.get(2), "price"));
        }
        if (words.size() > 3) {
            checked.add(timeInForce(words.get(3)));
        }
        return checked;
    }

    private String symbol(String word) throws Mistake {
        int id = symbols.id(word);
        if (id == Symbols.UNKNOWN) {
            throw new Mistake("does not know the symbol " + echo(word) + ", known are " + known());
        }
        return symbols.name(id);
    }

    /** A quantity of the base asset, or an amount of the quote asset with the asset's name behind it. */
    private static String quantity(String word) throws Mistake {
        String upper = upper(word);
        Matcher amount = AMOUNT.matcher(upper);
        if (amount.matches()) {
            positive(amount.group(1), "amount");
            return upper;
        }
        return positive(word, "quantity");
    }

    private static String positive(String word, String what) throws Mistake {
        DecimalParser decimal = new DecimalParser();
        if (!decimal.parse(word) || decimal.mantissa() <= 0) {
            throw new Mistake("cannot read the " + what + " " + echo(word) + (word.indexOf(',') >= 0
                ? ": write a decimal point, no comma" : ": write a number above 0 in plain digits, like 0.25"));
        }
        return word;
    }

    private static String timeInForce(String word) throws Mistake {
        String upper = upper(word);
        if (!TIMES_IN_FORCE.contains(upper)) {
            throw new Mistake("cannot read " + echo(word) + " behind the price, allowed are GTC, IOC and FOK");
        }
        return upper;
    }

    private static List<String> strategy(List<String> words) throws Mistake {
        if (words.isEmpty()) {
            return List.of();
        }
        String what = words.get(0).toLowerCase(Locale.ROOT);
        if (!what.equals("set")) {
            if (!Set.of("on", "off", "status").contains(what) || words.size() > 1) {
                throw new Mistake("does not know " + echo(String.join(" ", words)));
            }
            return List.of(what);
        }
        if (words.size() == 1) {
            throw new Mistake("set needs at least one NAME=VALUE");
        }
        List<String> checked = new ArrayList<>(List.of(what));
        for (String change : words.subList(1, words.size())) {
            if (!CHANGE.matcher(change).matches()) {
                throw new Mistake("cannot read " + echo(change) + ", write NAME=VALUE without blanks");
            }
            checked.add(change);
        }
        return checked;
    }

    private static String number(String word) throws Mistake {
        Matcher matcher = NUMBER.matcher(word);
        if (!matcher.matches()) {
            throw new Mistake("cannot read the order id " + echo(word) + ", see /orders for the ids");
        }
        return matcher.group(1);
    }

    private static String count(String word) throws Mistake {
        if (!word.matches("[0-9]{1,3}") || Integer.parseInt(word) < 1 || Integer.parseInt(word) > MAX_TRADES) {
            throw new Mistake("cannot read " + echo(word) + ", allowed are 1 to " + MAX_TRADES);
        }
        return word;
    }

    private static String only(List<String> words) throws Mistake {
        if (words.size() != 1) {
            throw new Mistake("takes 1 argument, not " + words.size());
        }
        return words.get(0);
    }

    private static List<String> none(List<String> words) throws Mistake {
        if (!words.isEmpty()) {
            throw new Mistake("takes no arguments");
        }
        return List.of();
    }

    private static boolean isAll(String word) {
        return word.toLowerCase(Locale.ROOT).equals(ALL);
    }

    private static String upper(String word) {
        return word.toUpperCase(Locale.ROOT);
    }

    private String known() {
        List<String> names = symbols.names();
        String shown = String.join(", ", names.subList(0, Math.min(MAX_SYMBOLS_SHOWN, names.size())));
        int more = names.size() - MAX_SYMBOLS_SHOWN;
        return more > 0 ? shown + " and " + more + " more" : shown;
    }
}
