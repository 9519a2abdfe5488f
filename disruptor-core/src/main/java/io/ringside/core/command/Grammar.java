package io.ringside.core.command;

import io.ringside.core.event.Symbols;
import java.util.List;

/** The form of one verb's arguments. Immutable; any thread. */
@FunctionalInterface
interface Grammar {

    /** The words do not have the form; the message follows the verb, as in "takes no arguments". */
    final class Mismatch extends Exception {

        private static final long serialVersionUID = 1L;

        Mismatch(String message) {
            super(message, null, false, false);
        }
    }

    /** Reads the words after the verb. */
    Arguments read(List<String> words, Symbols symbols) throws Mismatch;
}
