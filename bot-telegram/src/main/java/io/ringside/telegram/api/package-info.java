/**
 * Bot API calls, one at a time, with their outcomes, and the settings that both directions share.
 *
 * <p>Rule: uses nothing of Ringside; HTTP appears in {@link io.ringside.telegram.api.TelegramApi} alone.
 *
 * <p>Read first: {@link io.ringside.telegram.api.TelegramApi}.
 */
package io.ringside.telegram.api;
