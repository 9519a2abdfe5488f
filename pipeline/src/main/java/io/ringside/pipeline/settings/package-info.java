/**
 * Turns environment variables and command-line options into one validated configuration.
 *
 * <p>Read first: {@link io.ringside.pipeline.settings.Settings}.
 */
package io.ringside.pipeline.settings;
