package io.ringside.telegram;

import io.ringside.core.event.CommandRequest;
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
 * <p>Words are split at any Unicode white space, no-break spaces included, because phones insert them. A verb that
 * takes no arguments refuses them. That holds for "/start payload" too, which Telegram sends when somebody follows a
 * link to the bot: following a link must not resume trading.
 *
 * <p><em>Threading:</em> immutable; any thread.
 */
public final class CommandParser {

    private static final Pattern WHITE_SPACE = Pattern.compile("(?U)\\s+");

    private final ArgumentForms forms;

    public CommandParser(Symbols symbols) {
        this.forms = new ArgumentForms(symbols);
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
            return new ParsedCommand.Rejected("✗ unknown command " + ArgumentForms.echo("/" + command) + ", see /help");
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
        String arguments;
        try {
            arguments = String.join(" ", forms.checked(verb, words));
        } catch (ArgumentForms.Mistake mistake) {
            return rejected(verb, mistake.getMessage());
        }
        if (arguments.getBytes(StandardCharsets.UTF_8).length > CommandRequest.MAX_ARGUMENT_BYTES) {
            return rejected(verb, "takes at most " + CommandRequest.MAX_ARGUMENT_BYTES + " bytes of arguments");
        }
        return new ParsedCommand.Accepted(verb, arguments);
    }

    private static ParsedCommand rejected(Verb verb, String mistake) {
        return new ParsedCommand.Rejected("✗ /" + verb.word() + " " + mistake + "\nusage: " + verb.usage());
    }
}
