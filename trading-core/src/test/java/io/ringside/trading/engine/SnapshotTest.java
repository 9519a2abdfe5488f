package io.ringside.trading.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringside.trading.decision.Snapshot;
import io.ringside.trading.decision.SnapshotPart;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SnapshotTest {

    private static final class Part implements SnapshotPart {

        private final int words;
        private int value;

        Part(int words, int value) {
            this.words = words;
            this.value = value;
        }

        @Override
        public void save(DataOutput out) throws IOException {
            for (int i = 0; i < words; i++) {
                out.writeInt(value);
            }
        }

        @Override
        public void load(DataInput in, int version) throws IOException {
            for (int i = 0; i < words; i++) {
                value = in.readInt();
            }
        }
    }

    private final Part orders = new Part(1, 0);
    private final Part quotes = new Part(1, 0);
    private final Snapshot snapshot = new Snapshot().addDurable("orders", orders).addTransient("quotes", quotes);

    @Test
    void shouldLoadEveryPartForAReplay() throws IOException {
        snapshot.loadAll(EngineRig.input(saved()));

        assertThat(orders.value).isEqualTo(1);
        assertThat(quotes.value).isEqualTo(2);
    }

    @Test
    void shouldLoadOnlyWhatLastsForARestart() throws IOException {
        snapshot.loadDurable(EngineRig.input(saved()));

        assertThat(orders.value).isEqualTo(1);
        assertThat(quotes.value).isZero();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void shouldRejectAPartThatItDoesNotKnow(boolean all) {
        byte[] bytes = save(new Snapshot().addDurable("orders", new Part(1, 1))
            .addTransient("windows", new Part(1, 2)));

        assertThatThrownBy(() -> load(bytes, all)).isInstanceOf(IOException.class)
            .hasMessage("the snapshot has a part 'windows' that this version does not know");
    }

    @Test
    void shouldRejectAPartThatIsTooLong() {
        byte[] bytes = save(new Snapshot().addDurable("orders", new Part(3, 1)));

        assertThatThrownBy(() -> load(bytes, true)).isInstanceOf(IOException.class)
            .hasMessage("part 'orders' of the snapshot is 8 bytes too long");
    }

    @Test
    void shouldRejectAPartThatIsTooShort() {
        byte[] bytes = save(new Snapshot().addDurable("orders", new Part(0, 1)));

        assertThatThrownBy(() -> load(bytes, true)).isInstanceOf(IOException.class);
    }

    @Test
    void shouldRejectASnapshotThatIsCutAnywhere() {
        byte[] bytes = saved();

        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> load(cut, true)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void shouldRejectALengthBelowZero() {
        byte[] bytes = saved();
        // Behind the number of parts, the first name with its length, and its version.
        bytes[4 + 2 + "orders".length() + 2] = -1;

        assertThatThrownBy(() -> load(bytes, true)).isInstanceOf(IOException.class)
            .hasMessageContaining("part 'orders' of the snapshot");
    }

    private void load(byte[] bytes, boolean all) throws IOException {
        if (all) {
            snapshot.loadAll(EngineRig.input(bytes));
        } else {
            snapshot.loadDurable(EngineRig.input(bytes));
        }
    }

    private static byte[] saved() {
        return save(new Snapshot().addDurable("orders", new Part(1, 1)).addTransient("quotes", new Part(1, 2)));
    }

    private static byte[] save(Snapshot snapshot) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            snapshot.save(new DataOutputStream(bytes));
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
        return bytes.toByteArray();
    }
}
