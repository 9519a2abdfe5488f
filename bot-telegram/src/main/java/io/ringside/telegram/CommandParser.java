package io.ringside.telegram;

import io.ringside.core.event.CommandRequest;
import io.ringside.core.event.DecimalParser;
import io.ringside.core.event.Symbols;
import io.ringside.core.event.Verb;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Turns what a person typed, in Telegram or at the terminal, into a command, and rejects rather than guesses.
 *
 * <p>Words are split at any Unicode white space, no-break spaces included, because phones insert them. No verb but
 * /buy and /sell takes arguments. That holds for "/start payload" too, which Telegram sends when somebody follows a
 * link to the bot: following a link must not resume trading.
 *
 * <p><em>Threading:</em> immutable; any thread.
 */
public final class CommandParser {

    private static final Pattern WHITE_SPACE = Pattern.compile("(?U)\\s+");
    private static final int MAX_SYMBOLS_SHOWN = 10;
    private static final int MAX_ECHO_CHARS = 32;

    private final Symbols symbols;

    public CommandParser(Symbols symbols) {
        this.symbols = symbols;
    }

    /**
     * Never throws, whatever the text.
     *
     * @param botUsername the name that may follow the command behind an {@code @}, in any case; null when there is
     *                    none, as at the terminal
     */
    public ParsedCommand parse(String text, String botUsername) {
        List<String> words = words(text);
        if (words.isEmpty() || !words.get(0).startsWith("/")) {
            return new ParsedCommand.NotForUs();
        }
        String command = words.get(0).substring(1);
        int at = command.indexOf('@');
        if (at > 0 && at < command.length() - 1) {
            if (!sameName(command.substring(at + 1), botUsername)) {
                return new ParsedCommand.NotForUs();
            }
            command = command.substring(0, at);
        }
        Verb verb = verb(command);
        if (verb == null) {
            return new ParsedCommand.Rejected("✗ unknown command " + echo("/" + command) + ", see /help");
        }
        return arguments(verb, words.subList(1, words.size()));
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>(Arrays.asList(WHITE_SPACE.split(text)));
        words.removeIf(String::isEmpty);
        return words;
    }

    private static boolean sameName(String name, String botUsername) {
        return botUsername != null && name.toLowerCase(Locale.ROOT).equals(botUsername.toLowerCase(Locale.ROOT));
    }

    /** Lowered, not raised: raising would turn the long s of {@code /ſtop} into an S. */
    private static Verb verb(String command) {
        String word = command.toLowerCase(Locale.ROOT);
        for (Verb verb : Verb.values()) {
            if (verb.word().equals(word)) {
                return verb;
            }
        }
        return null;
    }

    private ParsedCommand arguments(Verb verb, List<String> words) {
        if (!verb.trades()) {
            return words.isEmpty() ? new ParsedCommand.Accepted(verb, "") : rejected(verb, "takes no arguments");
        }
        if (words.size() < 2 || words.size() > 3) {
            return rejected(verb, "takes 2 or 3 arguments, not " + words.size());
        }
        int symbolId = symbols.id(words.get(0));
        if (symbolId == Symbols.UNKNOWN) {
            return rejected(verb, "does not know the symbol " + echo(words.get(0)) + ", known are " + known());
        }
        for (int i = 1; i < words.size(); i++) {
            if (!isPositive(words.get(i))) {
                return rejected(verb, "cannot read the " + (i == 1 ? "quantity " : "price ") + echo(words.get(i))
                    + hint(words.get(i)));
            }
        }
        words.set(0, symbols.name(symbolId));
        String arguments = String.join(" ", words);
        if (arguments.getBytes(StandardCharsets.UTF_8).length > CommandRequest.MAX_ARGUMENT_BYTES) {
            return rejected(verb, "takes at most " + CommandRequest.MAX_ARGUMENT_BYTES + " bytes of arguments");
        }
        return new ParsedCommand.Accepted(verb, arguments);
    }

    private static ParsedCommand rejected(Verb verb, String mistake) {
        return new ParsedCommand.Rejected("✗ /" + verb.word() + " " + mistake + "\nusage: " + verb.usage());
    }

    private static boolean isPositive(String word) {
        DecimalParser decimal = new DecimalParser();
        return decimal.parse(word) && decimal.mantissa() > 0;
    }

    private static String hint(String word) {
        return word.indexOf(',') >= 0
            ? ": write a decimal point, no comma"
            : ": write a number above 0 in plain digits, like 0.25";
    }

    private String known() {
        List<String> names = symbols.names();
        String shown = String.join(", ", names.subList(0, Math.min(MAX_SYMBOLS_SHOWN, names.size())));
        int more = names.size() - MAX_SYMBOLS_SHOWN;
        return more > 0 ? shown + " and " + more + " more" : shown;
    }

    /** What the person typed, made harmless: short, and nothing that a terminal or a chat would act on. */
    private static String echo(String word) {
        StringBuilder shown = new StringBuilder();
        int chars = Math.min(word.length(), MAX_ECHO_CHARS);
        word.substring(0, chars).codePoints()
            .forEach(c -> shown.appendCodePoint(Character.isLetterOrDigit(c) || c > ' ' && c < 0x7F ? c : '?'));
        return "'" + shown + (chars < word.length() ? "…'" : "'");
    }
}
