/**
 * The Bot API: one call at a time, what became of it, and the settings that both directions share.
 *
 * <p>Rule: uses nothing of Ringside; HTTP appears in {@link io.ringside.telegram.api.TelegramApi} alone.
 *
 * <p>Read first: {@link io.ringside.telegram.api.TelegramApi}.
 */
package io.ringside.telegram.api;
