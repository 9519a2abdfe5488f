package io.ringside.trading.snapshot;

import java.io.DataOutput;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * The state of a {@link SnapshotPart} as values for messages: hand it to {@link SnapshotPart#save} instead of a stream.
 * A part may {@link #name} the value that it writes next; one without a name is known by its place and by the text
 * before it, which is mostly the name of a symbol or an asset.
 *
 * <p><em>Threading:</em> one thread.
 */
public final class StateFields implements DataOutput {

    private static final int SHOWN_BYTES = 32;

    private record Field(String name, String value, boolean isFolded) {
    }

    private final List<Field> fields = new ArrayList<>();
    private String nextName;
    private boolean nextIsFolded = true;
    private String lastText = "";

    /** Names the next value; costs nothing where a snapshot is written. */
    public static void name(DataOutput out, String name) {
        if (out instanceof StateFields fields) {
            fields.nextName = name;
        }
    }

    /** Names the next value, which is one of {@code owner}: a symbol, an asset, a strategy. */
    public static void name(DataOutput out, String name, Object owner) {
        if (out instanceof StateFields fields) {
            fields.nextName = name + " of " + owner;
        }
    }

    /** The same for a value that is one of {@code part} of the owner. */
    public static void name(DataOutput out, String name, Object owner, Object part) {
        if (out instanceof StateFields fields) {
            fields.nextName = name + " of " + owner + " (" + part + ")";
        }
    }

    /** True if values are collected for messages: state that is stored as nested bytes is better saved openly then. */
    public static boolean isReading(DataOutput out) {
        return out instanceof StateFields;
    }

    /** Says that a restart takes the next value from the newest snapshot, whatever has happened after it. */
    public static void unfolded(DataOutput out) {
        if (out instanceof StateFields fields) {
            fields.nextIsFolded = false;
        }
    }

    /** The same without the values that are {@link #unfolded}. */
    public StateFields folded() {
        StateFields folded = new StateFields();
        fields.stream().filter(Field::isFolded).forEach(folded.fields::add);
        return folded;
    }

    /** The first value that differs, in words: its name, then both values. Null if there is none. */
    public static String difference(StateFields recorded, StateFields replayed) {
        int common = Math.min(recorded.fields.size(), replayed.fields.size());
        for (int i = 0; i < common; i++) {
            Field one = recorded.fields.get(i);
            Field other = replayed.fields.get(i);
            if (!one.equals(other)) {
                return one.name + ": recorded " + one.value + ", replayed "
                    + (one.name.equals(other.name) ? "" : other.name + " ") + other.value;
            }
        }
        return recorded.fields.size() == replayed.fields.size() ? null
            : "recorded " + recorded.fields.size() + " values, replayed " + replayed.fields.size();
    }

    @Override
    public void write(int value) {
        add(value & 0xFF);
    }

    @Override
    public void write(byte[] bytes) {
        write(bytes, 0, bytes.length);
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
        String shown = HexFormat.of().formatHex(bytes, from, from + Math.min(length, SHOWN_BYTES));
        add(length + " bytes " + shown + (length > SHOWN_BYTES
            ? "... (hash " + Arrays.hashCode(Arrays.copyOfRange(bytes, from, from + length)) + ")" : ""));
    }

    @Override
    public void writeBoolean(boolean value) {
        add(value);
    }

    @Override
    public void writeByte(int value) {
        add((byte) value);
    }

    @Override
    public void writeShort(int value) {
        add((short) value);
    }

    @Override
    public void writeChar(int value) {
        add((char) value);
    }

    @Override
    public void writeInt(int value) {
        add(value);
    }

    @Override
    public void writeLong(long value) {
        add(value);
    }

    @Override
    public void writeFloat(float value) {
        add(value);
    }

    @Override
    public void writeDouble(double value) {
        add(value);
    }

    @Override
    public void writeBytes(String text) {
        writeUTF(text);
    }

    @Override
    public void writeChars(String text) {
        writeUTF(text);
    }

    @Override
    public void writeUTF(String text) {
        add(text.isEmpty() ? "''" : text);
        if (!text.isEmpty() && Character.isLetter(text.charAt(0))) {
            lastText = text;
        }
    }

    private void add(Object value) {
        String name = nextName != null ? nextName
            : "value " + (fields.size() + 1) + (lastText.isEmpty() ? "" : " (after '" + lastText + "')");
        fields.add(new Field(name, value.toString(), nextIsFolded));
        nextName = null;
        nextIsFolded = true;
    }

    /** All names and values. */
    @Override
    public String toString() {
        return fields.toString();
    }
}
