/**
 * A journal's files between two runs: checked, repaired by hand, backed up.
 *
 * <p>Rule: uses {@code engine}, {@code journal} and the rooms below them.
 *
 * <p>Read first: {@link io.ringside.trading.upkeep.JournalCheck}.
 */
package io.ringside.trading.upkeep;
