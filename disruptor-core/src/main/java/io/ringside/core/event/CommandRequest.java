package io.ringside.core.event;

/**
 * A command as its gateway hands it over, checked for form, before it enters the ring.
 *
 * @param origin          who asked and where the answer goes
 * @param updateId        Telegram's update id, or a counter of the console
 * @param verb            what is asked
 * @param arguments       the words behind the verb, joined by one space; at most {@link #MAX_ARGUMENT_BYTES} UTF-8
 *                        bytes
 * @param sentEpochMs     when the user sent it, by the gateway's account
 * @param receivedEpochNs when this process received it
 */
public record CommandRequest(Origin origin, long updateId, Verb verb, String arguments, long sentEpochMs,
                             long receivedEpochNs) {

    /** What a slot holds; a gateway refuses longer arguments before it publishes. */
    public static final int MAX_ARGUMENT_BYTES = 160;
}
