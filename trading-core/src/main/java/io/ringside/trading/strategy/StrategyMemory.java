package io.ringside.trading.strategy;

import io.ringside.trading.decision.Decision.StrategyRemembered;
import io.ringside.trading.snapshot.SnapshotPart;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.function.Consumer;

/**
 * What one strategy remembers over a restart, as it was last journaled: with the type and version that wrote it, so
 * that no other strategy ever reads it. What cannot be read is kept as it is until there is something new to remember.
 *
 * <p><em>Threading:</em> the ring thread. Looking allocates nothing but what the strategy allocates.
 */
final class StrategyMemory implements SnapshotPart {

    static final int MAX_BYTES = 32_768;

    private final String type;
    private final Strategy strategy;
    private final Consumer<String> onUnreadable;
    private final Buffer buffer = new Buffer();
    private final DataOutputStream out = new DataOutputStream(buffer);
    private String writtenType;
    private int writtenVersion;
    private byte[] written = {};

    /** {@code onUnreadable} is told why the strategy could not take over what was loaded or restored. */
    StrategyMemory(String type, Strategy strategy, Consumer<String> onUnreadable) {
        this.type = type;
        this.strategy = strategy;
        this.onUnreadable = onUnreadable;
        this.writtenType = type;
        this.writtenVersion = strategy.version();
    }

    /**
     * True if the strategy remembers something else than what was last kept, which is then taken over. Throws
     * {@link IllegalStateException} for more than {@value #MAX_BYTES} bytes, and what the strategy throws.
     */
    boolean update() {
        buffer.reset();
        try {
            strategy.saveMemory(out);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        if (buffer.size() > MAX_BYTES) {
            throw new IllegalStateException("it has " + buffer.size() + " bytes, allowed are " + MAX_BYTES);
        }
        if (buffer.holds(written) && writtenType.equals(type) && writtenVersion == strategy.version()) {
            return false;
        }
        keep(type, strategy.version(), buffer.toByteArray());
        return true;
    }

    StrategyRemembered decision(String name) {
        return new StrategyRemembered(name, writtenType, writtenVersion, Base64.getEncoder().encodeToString(written));
    }

    /** Takes over a record. */
    void restore(StrategyRemembered remembered) {
        keep(remembered.type(), remembered.version(), Base64.getDecoder().decode(remembered.memory()));
        giveBack();
    }

    @Override
    public void save(DataOutput to) throws IOException {
        to.writeUTF(writtenType);
        to.writeShort(writtenVersion);
        to.writeInt(written.length);
        to.write(written);
    }

    @Override
    public void load(DataInput in, int version) throws IOException {
        String savedType = in.readUTF();
        int savedVersion = in.readUnsignedShort();
        int length = in.readInt();
        if (length < 0 || length > MAX_BYTES) {
            throw new IOException("the memory of a strategy has " + length + " bytes");
        }
        byte[] bytes = new byte[length];
        in.readFully(bytes);
        keep(savedType, savedVersion, bytes);
        giveBack();
    }

    private void keep(String byType, int byVersion, byte[] bytes) {
        writtenType = byType;
        writtenVersion = byVersion;
        written = bytes;
    }

    private void giveBack() {
        if (written.length == 0) {
            return;
        }
        if (!writtenType.equals(type)) {
            onUnreadable.accept("what it remembers is of the type " + writtenType + ", not " + type);
        } else if (writtenVersion > strategy.version()) {
            onUnreadable.accept("what it remembers has version " + writtenVersion + ", this version of the strategy"
                + " reads up to " + strategy.version());
        } else {
            read();
        }
    }

    private void read() {
        ByteArrayInputStream bytes = new ByteArrayInputStream(written);
        try {
            strategy.loadMemory(new DataInputStream(bytes), writtenVersion);
            if (bytes.available() > 0) {
                onUnreadable.accept("what it remembers is " + bytes.available() + " bytes too long");
            }
        } catch (IOException | RuntimeException failure) {
            onUnreadable.accept("what it remembers cannot be read: " + StrategyLog.text(failure));
        }
    }

    /** Compares without a copy. */
    private static final class Buffer extends ByteArrayOutputStream {

        boolean holds(byte[] bytes) {
            return Arrays.equals(buf, 0, count, bytes, 0, bytes.length);
        }
    }
}
