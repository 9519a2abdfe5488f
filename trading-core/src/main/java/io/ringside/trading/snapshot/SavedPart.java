package io.ringside.trading.snapshot;

import java.util.Arrays;
import java.util.Objects;

/**
 * One part of a snapshot as it is stored.
 *
 * @param name         of the part, never used again for another one
 * @param version      of what {@code state} holds
 * @param durable      true if it outlives the process that saved it
 * @param asOfSequence the state is that before the event of this sequence
 * @param state        what {@link SnapshotPart#save} wrote
 */
public record SavedPart(String name, int version, boolean durable, long asOfSequence, byte[] state) {

    /** Also of the state's bytes. */
    @Override
    public boolean equals(Object other) {
        return other instanceof SavedPart part && name.equals(part.name) && version == part.version
            && durable == part.durable && asOfSequence == part.asOfSequence && Arrays.equals(state, part.state);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, version, durable, asOfSequence, Arrays.hashCode(state));
    }
}
