package io.ringside.sim.quote;

import java.util.ArrayList;
import java.util.List;

/** Stream names such as {@code btcusdt@bookTicker}: ASCII letters of the symbol lowered, whatever the locale. */
public final class StreamNames {

    public static final String BOOK_TICKER_SUFFIX = "@bookTicker";

    private StreamNames() {
    }

    public static String bookTicker(String symbol) {
        StringBuilder lower = new StringBuilder(symbol.length() + BOOK_TICKER_SUFFIX.length());
        for (int i = 0; i < symbol.length(); i++) {
            char c = symbol.charAt(i);
            lower.append(c >= 'A' && c <= 'Z' ? (char) (c - 'A' + 'a') : c);
        }
        return lower.append(BOOK_TICKER_SUFFIX).toString();
    }

    /** Upper case symbol of any {@code symbol@type} name. */
    public static String symbol(String stream) {
        String symbol = stream.substring(0, stream.indexOf('@'));
        StringBuilder upper = new StringBuilder(symbol.length());
        for (int i = 0; i < symbol.length(); i++) {
            char c = symbol.charAt(i);
            upper.append(c >= 'a' && c <= 'z' ? (char) (c - 'a' + 'A') : c);
        }
        return upper.toString();
    }

    /** The names between the slashes of a URL; empty ones are left out. */
    public static List<String> split(String names) {
        List<String> split = new ArrayList<>();
        for (String name : names.split("/")) {
            if (!name.isEmpty()) {
                split.add(name);
            }
        }
        return split;
    }

    /** Well-formed says nothing about whether the symbol exists: like the real exchange, unknown ones stay silent. */
    public static boolean isWellFormed(String name) {
        int at = name.indexOf('@');
        boolean allMarkets = name.startsWith("!") && name.length() > 1;
        boolean oneMarket = at > 0 && at < name.length() - 1
            && name.substring(0, at).codePoints().allMatch(Character::isLetterOrDigit);
        return (allMarkets || oneMarket) && name.codePoints().allMatch(StreamNames::mayOccur);
    }

    private static boolean mayOccur(int character) {
        return Character.isLetterOrDigit(character) || "!@_+-:".indexOf(character) >= 0;
    }
}
