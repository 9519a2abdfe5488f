/**
 * The settings that decide about trades, from words to a checked configuration.
 *
 * <p>Rule: uses {@code market}, {@code risk}, {@code strategy} and {@code paper}; {@code engine} uses it.
 *
 * <p>Read first: {@link io.ringside.trading.settings.TradingSettings}.
 */
package io.ringside.trading.settings;
