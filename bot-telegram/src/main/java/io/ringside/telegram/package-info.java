/**
 * Everything that speaks Telegram: the long poll, the question who may speak, the command parser, the outbox.
 *
 * <p>The one dependency rule: this package sees {@code io.ringside.core.event} and {@code io.ringside.core.runtime},
 * and nothing else of Ringside; HTTP appears in {@code TelegramApi} alone.
 *
 * <p>Read {@link io.ringside.telegram.TelegramBot} first, then {@code LongPoll} for a command's way in and
 * {@link io.ringside.telegram.Outbox} for the answer's way out.
 */
package io.ringside.telegram;
