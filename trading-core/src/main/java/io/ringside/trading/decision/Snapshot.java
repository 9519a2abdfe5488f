package io.ringside.trading.decision;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

/**
 * All state of the ring thread, part by part, each with its name and length. Some parts outlive the process, the others
 * (quotes, connections, windows) are valid only while it runs: a replay loads all parts, a restart only the durable
 * ones.
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

    public void save(DataOutput out) throws IOException {
        out.writeInt(entries.size());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (Map.Entry<String, Entry> entry : entries.entrySet()) {
            bytes.reset();
            entry.getValue().part.save(new DataOutputStream(bytes));
            out.writeUTF(entry.getKey());
            out.writeShort(entry.getValue().part.version());
            out.writeInt(bytes.size());
            out.write(bytes.toByteArray());
        }
    }

    /** Loads every part; throws {@link IOException} if the bytes are not a snapshot of these parts. */
    public void loadAll(DataInput in) throws IOException {
        load(in, entry -> true);
    }

    /** Loads the parts that a restart recovers and leaves the others as they are. */
    public void loadDurable(DataInput in) throws IOException {
        load(in, Entry::durable);
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

    private void load(DataInput in, Predicate<Entry> wanted) throws IOException {
        for (int left = in.readInt(); left > 0; left--) {
            String name = in.readUTF();
            int version = in.readUnsignedShort();
            int lengthBytes = in.readInt();
            if (lengthBytes < 0) {
                throw new IOException("part '" + name + "' of the snapshot has " + lengthBytes + " bytes");
            }
            byte[] bytes = new byte[lengthBytes];
            in.readFully(bytes);
            Entry entry = entries.get(name);
            if (entry == null) {
                throw new IOException("the snapshot has a part '" + name + "' that this version does not know");
            }
            if (wanted.test(entry)) {
                load(name, entry.part, version, bytes);
            }
        }
    }

    private static void load(String name, SnapshotPart part, int version, byte[] bytes) throws IOException {
        ByteArrayInputStream in = new ByteArrayInputStream(bytes);
        part.load(new DataInputStream(in), version);
        if (in.available() > 0) {
            throw new IOException("part '" + name + "' of the snapshot is " + in.available() + " bytes too long");
        }
    }
}
