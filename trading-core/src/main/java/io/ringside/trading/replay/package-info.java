/**
 * Runs a journal through the engine again and compares every decision with the recorded one; or runs it with other
 * settings (what-if).
 *
 * <p>Rule: floor 8, uses the rooms below.
 *
 * <p>Read first: {@link io.ringside.trading.replay.Replay}.
 */
package io.ringside.trading.replay;
