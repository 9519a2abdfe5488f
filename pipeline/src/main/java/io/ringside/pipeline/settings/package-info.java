/**
 * From environment variables and options to one checked configuration.
 *
 * <p>Read first: {@link io.ringside.pipeline.settings.Settings}.
 */
package io.ringside.pipeline.settings;
