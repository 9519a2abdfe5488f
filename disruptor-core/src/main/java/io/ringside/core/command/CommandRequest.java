package io.ringside.core.command;

import io.ringside.core.event.Command;
import io.ringside.core.event.Origin;

/**
 * A command as it enters the ring.
 *
 * @param origin          who asked and where the answer goes
 * @param updateId        the channel's own number of the delivery
 * @param verb            what is asked
 * @param arguments       the words after the verb, joined by one space; at most {@link Command#MAX_ARGUMENT_BYTES}
 *                        bytes of UTF-8
 * @param sentEpochMs     when the user sent it, by the channel's account
 * @param receivedEpochNs when this process received it
 */
public record CommandRequest(Origin origin, long updateId, Verb verb, String arguments, long sentEpochMs,
                             long receivedEpochNs) {

    /** Throws {@link IllegalArgumentException} when the arguments are longer than a slot holds. */
    public void writeTo(Command view) {
        view.set(origin, updateId, verb.code(), arguments, sentEpochMs, receivedEpochNs);
    }
}
