package io.ringside.core.command;

/** What {@link CommandParser} made of a text. */
public sealed interface ParsedCommand {

    /** A command in good form. */
    record Accepted(Verb verb, Arguments arguments) implements ParsedCommand {
    }

    /**
     * Meant as a command, and wrong.
     *
     * @param answer names the mistake and the right form, for the user who typed it
     */
    record Rejected(String answer) implements ParsedCommand {
    }

    /** No command at all, or one for another bot: silence. */
    record NotForUs() implements ParsedCommand {
    }
}
