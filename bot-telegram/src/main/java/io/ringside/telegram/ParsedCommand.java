package io.ringside.telegram;

import io.ringside.core.event.Verb;

/** What {@link CommandParser} made of a text. */
public sealed interface ParsedCommand {

    /**
     * A command in good form.
     *
     * @param arguments the words behind the verb, joined by one space, symbols in capitals; empty if none
     */
    record Accepted(Verb verb, String arguments) implements ParsedCommand {
    }

    /**
     * Meant as a command, and wrong.
     *
     * @param answer names the mistake and the right form, for the person who typed it
     */
    record Rejected(String answer) implements ParsedCommand {
    }

    /** No command at all, or one for another bot: silence. */
    record NotForUs() implements ParsedCommand {
    }
}
