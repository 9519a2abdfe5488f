package io.ringside.core.command;

import io.ringside.core.event.Command;
import io.ringside.core.event.Symbols;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Turns what a user typed, and what crossed the ring, into a command, and rejects rather than guesses. Both ways are
 * total: whatever the text, the answer is a {@link ParsedCommand} and never an exception.
 *
 * <p>Words are split at any Unicode white space, no-break spaces included, because phones insert them. A verb that
 * takes no arguments rejects them. That holds for "/start payload" too, which Telegram sends when somebody follows a
 * link to the bot: following a link must not resume trading.
 *
 * <p><em>Threading:</em> immutable; any thread.
 */
public final class CommandParser {

    private static final Pattern WHITE_SPACE = Pattern.compile("(?U)\\s+");

    private final Symbols symbols;

    public CommandParser(Symbols symbols) {
        this.symbols = symbols;
    }

    /**
     * Reads a typed line.
     *
     * @param ownName the name that may follow the command after an {@code @}, in any case; null when there is none, as
     *                at the terminal
     */
    public ParsedCommand parse(String text, String ownName) {
        List<String> words = words(text);
        if (words.isEmpty() || !words.get(0).startsWith("/")) {
            return new ParsedCommand.NotForUs();
        }
        String command = words.get(0).substring(1);
        int at = command.indexOf('@');
        if (at > 0 && at < command.length() - 1) {
            if (!sameName(command.substring(at + 1), ownName)) {
                return new ParsedCommand.NotForUs();
            }
            command = command.substring(0, at);
        }
        Verb verb = verb(command);
        if (verb == null) {
            return unknown(ArgumentForms.echo("/" + command));
        }
        return arguments(verb, words.subList(1, words.size()));
    }

    /** Reads a command that crossed the ring; accepted or rejected. */
    public ParsedCommand parse(Command command) {
        if (!Verb.isCode(command.verbCode())) {
            return unknown("with code " + command.verbCode());
        }
        return arguments(Verb.of(command.verbCode()), words(command.arguments()));
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>(Arrays.asList(WHITE_SPACE.split(text)));
        words.removeIf(String::isEmpty);
        return words;
    }

    private static boolean sameName(String name, String ownName) {
        return ownName != null && name.toLowerCase(Locale.ROOT).equals(ownName.toLowerCase(Locale.ROOT));
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
        Arguments arguments;
        try {
            arguments = verb.grammar().read(words, symbols);
        } catch (Grammar.Mismatch mismatch) {
            return rejected(verb, mismatch.getMessage());
        }
        if (arguments.text().getBytes(StandardCharsets.UTF_8).length > Command.MAX_ARGUMENT_BYTES) {
            return rejected(verb, "takes at most " + Command.MAX_ARGUMENT_BYTES + " bytes of arguments");
        }
        return new ParsedCommand.Accepted(verb, arguments);
    }

    private static ParsedCommand unknown(String what) {
        return new ParsedCommand.Rejected("✗ unknown command " + what + ", see /help");
    }

    private static ParsedCommand rejected(Verb verb, String mistake) {
        return new ParsedCommand.Rejected("✗ /" + verb.word() + " " + mistake + "\nusage: " + verb.usage());
    }
}
