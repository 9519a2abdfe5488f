/**
 * Journal records for printing: each as names and values, and those as a line of text or JSON.
 *
 * <p>Rule: uses {@code trading.engine}, {@code trading.journal} and the rooms below them; {@code cli} uses it.
 *
 * <p>Read first: {@link io.ringside.pipeline.record.RecordFields}.
 */
package io.ringside.pipeline.record;
