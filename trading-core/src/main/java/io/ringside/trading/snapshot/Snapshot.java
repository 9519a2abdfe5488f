package io.ringside.trading.snapshot;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * All state of the ring thread, part by part, each with its name and version. Some parts outlive the process, the
 * others (quotes, connections, windows) are valid only while it runs: a replay loads all parts, a restart only the
 * durable ones.
 *
 * <p>A part that the saved state lacks, because an earlier version saved it, stays as it is.
 *
 * <p><em>Threading:</em> as the parts.
 */
public final class Snapshot {

    private record Entry(SnapshotPart part, boolean durable) {
    }

    private final Map<String, Entry> entries = new LinkedHashMap<>();

    /** Adds a part that a restart recovers. */
    public Snapshot addDurable(String name, SnapshotPart part) {
        entries.put(name, new Entry(part, true));
        return this;
    }

    /** Adds a part that each process starts empty. */
    public Snapshot addTransient(String name, SnapshotPart part) {
        entries.put(name, new Entry(part, false));
        return this;
    }

    /** All parts, in the order in which they were added; the state is that before the event of this sequence. */
    public List<SavedPart> save(long asOfSequence) throws IOException {
        List<SavedPart> saved = new ArrayList<>(entries.size());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (Map.Entry<String, Entry> entry : entries.entrySet()) {
            SnapshotPart part = entry.getValue().part;
            bytes.reset();
            part.save(new DataOutputStream(bytes));
            saved.add(new SavedPart(entry.getKey(), part.version(), entry.getValue().durable, asOfSequence,
                bytes.toByteArray()));
        }
        return saved;
    }

    /**
     * Loads every part.
     *
     * @throws NewerState  if a later version saved it
     * @throws IOException if {@link #save} did not
     */
    public void loadAll(List<SavedPart> saved) throws IOException {
        for (SavedPart one : saved) {
            load(one);
        }
    }

    /** Loads the parts that a restart recovers and leaves the others as they are; throws as {@link #loadAll}. */
    public void loadDurable(List<SavedPart> saved) throws IOException {
        for (SavedPart one : saved) {
            if (one.durable()) {
                load(one);
            }
        }
    }

    /** Every part as named values. */
    public Map<String, StateFields> fields() throws IOException {
        return fields(entry -> true);
    }

    /** The parts that a restart recovers, as named values. */
    public Map<String, StateFields> durableFields() throws IOException {
        return fields(Entry::durable);
    }

    private Map<String, StateFields> fields(Predicate<Entry> wanted) throws IOException {
        Map<String, StateFields> all = new LinkedHashMap<>();
        for (Map.Entry<String, Entry> entry : entries.entrySet()) {
            if (wanted.test(entry.getValue())) {
                StateFields fields = new StateFields();
                entry.getValue().part.save(fields);
                all.put(entry.getKey(), fields);
            }
        }
        return all;
    }

    private void load(SavedPart saved) throws IOException {
        Entry entry = entries.get(saved.name());
        if (entry == null || saved.version() > entry.part.version()) {
            throw new NewerState(saved.name(), saved.version(), entry == null ? 0 : entry.part.version());
        }
        ByteArrayInputStream in = new ByteArrayInputStream(saved.state());
        try {
            entry.part.load(new DataInputStream(in), saved.version());
        } catch (IOException | RuntimeException unreadable) {
            throw new IOException("part '" + saved.name() + "' of the snapshot cannot be read: " + unreadable,
                unreadable);
        }
        if (in.available() > 0) {
            throw new IOException("part '" + saved.name() + "' of the snapshot is " + in.available()
                + " bytes too long");
        }
    }
}
