/**
 * What the consumer thread knows and answers: quotes, feed health, the halt switch, and the desk that turns a command
 * into a reply. Deterministic: it reads no clock, no randomness and no I/O; "now" comes with events.
 *
 * <p>Depends on {@code core.event}, {@code core.route} and {@code core.runtime} only. Read {@link
 * io.ringside.core.trade.CommandDesk} first.
 */
package io.ringside.core.trade;
