/**
 * Commands and replies: the verbs with their fixed properties, the grammar of their arguments, the one gate through
 * which every front end enters a command, and replies as values.
 *
 * <pre>
 *   front end: words, origin, time sent --> CommandGate --> COMMAND event --> ring --> whoever carries it out
 *              immediate answers        &lt;------+                      results: ReplySink &lt;--+
 * </pre>
 *
 * <p>A command crosses the ring as the code of its verb and canonical text. It is read again on the ring thread, where
 * bad arguments are an answer too, whichever front end entered them.
 *
 * <p>Rule: uses {@code event}, {@code ring} and {@code runtime}; knows no channel and no trading.
 *
 * <p>Read first: {@link io.ringside.core.command.Verb}, then {@link io.ringside.core.command.CommandGate}.
 */
package io.ringside.core.command;
