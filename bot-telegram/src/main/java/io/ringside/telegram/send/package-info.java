/**
 * Outbound to Telegram: replies are queued by priority and sent one at a time, within Telegram's rate limits.
 *
 * <p>Rule: uses {@code core.command}, {@code core.runtime} and {@code telegram.api}; knows nothing of the poll.
 *
 * <p>Read first: {@link io.ringside.telegram.send.Outbox}.
 */
package io.ringside.telegram.send;
