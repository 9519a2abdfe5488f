/**
 * Measurements as text, JSON and a picture.
 *
 * <p>Rule: uses {@code measure}.
 *
 * <p>Read first: {@link io.ringside.bench.report.TextReport}.
 */
package io.ringside.bench.report;
