/**
 * State of the ring thread as it is stored: part by part, each with its version.
 *
 * <p>Rule: uses no other room.
 *
 * <p>Read first: {@link io.ringside.trading.snapshot.SnapshotPart}, then {@link io.ringside.trading.snapshot.Snapshot}.
 */
package io.ringside.trading.snapshot;
