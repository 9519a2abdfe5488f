/**
 * Decides a journal again and compares every decision with the recorded one; what-if with other settings.
 *
 * <p>Rule: floor 8, uses the rooms below.
 *
 * <p>Read first: {@link io.ringside.trading.replay.Replay}.
 */
package io.ringside.trading.replay;
