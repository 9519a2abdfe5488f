/**
 * The settings that affect trading decisions, parsed and validated.
 *
 * <p>Rule: uses {@code market}, {@code risk}, {@code strategy} and {@code paper}; {@code engine} uses it.
 *
 * <p>Read first: {@link io.ringside.trading.settings.TradingSettings}.
 */
package io.ringside.trading.settings;
