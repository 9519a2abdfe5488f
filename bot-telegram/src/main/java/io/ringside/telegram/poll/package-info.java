/**
 * Inbound from Telegram: long poll, access control, and hand-over to the core's command gate.
 *
 * <p>Rule: uses {@code core.command}, {@code core.event}, {@code core.ring}, {@code core.runtime} and {@code
 * telegram.api}; knows nothing of sending but the sink for its answers.
 *
 * <p>Read first: {@link io.ringside.telegram.poll.TelegramBot}, then {@code LongPoll} and {@code UpdateGate}.
 */
package io.ringside.telegram.poll;
