/**
 * The way out to Telegram: replies wait by priority, and are sent one at a time, below Telegram's limits.
 *
 * <p>Rule: uses {@code core.command}, {@code core.runtime} and {@code telegram.api}; knows nothing of the poll.
 *
 * <p>Read first: {@link io.ringside.telegram.send.Outbox}.
 */
package io.ringside.telegram.send;
