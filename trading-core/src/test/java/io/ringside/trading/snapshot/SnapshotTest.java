package io.ringside.trading.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SnapshotTest {

    /** Writes one number in version 1, and a second one behind it since version 2. */
    private static final class Part implements SnapshotPart {

        private final int version;
        private int value;
        private int added = 7;

        Part(int version, int value) {
            this.version = version;
            this.value = value;
        }

        @Override
        public int version() {
            return version;
        }

        @Override
        public void save(DataOutput out) throws IOException {
            out.writeInt(value);
            if (version > 1) {
                out.writeInt(added);
            }
        }

        @Override
        public void load(DataInput in, int savedVersion) throws IOException {
            value = in.readInt();
            added = savedVersion > 1 ? in.readInt() : 7;
        }
    }

    private final Part orders = new Part(2, 0);
    private final Part quotes = new Part(2, 0);
    private final Snapshot snapshot = new Snapshot().addDurable("orders", orders).addTransient("quotes", quotes);

    @Test
    void shouldLoadEveryPartForAReplay() throws IOException {
        snapshot.loadAll(saved(2));

        assertThat(orders.value).isEqualTo(1);
        assertThat(quotes.value).isEqualTo(2);
    }

    @Test
    void shouldLoadOnlyWhatLastsForARestart() throws IOException {
        snapshot.loadDurable(saved(2));

        assertThat(orders.value).isEqualTo(1);
        assertThat(quotes.value).isZero();
    }

    @Test
    void shouldSayOfEachPartWhatItIs() throws IOException {
        assertThat(saved(2)).containsExactly(
            new SavedPart("orders", 2, true, 5, new byte[] {0, 0, 0, 1, 0, 0, 0, 7}),
            new SavedPart("quotes", 2, false, 5, new byte[] {0, 0, 0, 2, 0, 0, 0, 7}));
    }

    @Test
    void shouldReadAPartOfAnEarlierVersion() throws IOException {
        orders.added = 9;

        snapshot.loadAll(saved(1));

        assertThat(orders.value).isEqualTo(1);
        assertThat(orders.added).isEqualTo(7);
    }

    @Test
    void shouldLeaveAPartAsItIsThatAnEarlierVersionDidNotHave() throws IOException {
        quotes.value = 4;

        snapshot.loadAll(saved(2).subList(0, 1));

        assertThat(orders.value).isEqualTo(1);
        assertThat(quotes.value).isEqualTo(4);
    }

    @Test
    void shouldSayThatALaterVersionHasWrittenAPart() {
        assertThatThrownBy(() -> snapshot.loadAll(saved(3))).isInstanceOf(NewerState.class)
            .hasMessage("part 'orders' of the snapshot was written by a newer Ringside (version 3, this version reads "
                + "up to 2); use that version");
    }

    @Test
    void shouldSayThatALaterVersionHasWrittenAPartThatItDoesNotKnow() throws IOException {
        List<SavedPart> saved = new Snapshot().addDurable("deposits", new Part(1, 1)).save(5);

        assertThatThrownBy(() -> snapshot.loadDurable(saved)).isInstanceOf(NewerState.class)
            .hasMessage("part 'deposits' of the snapshot was written by a newer Ringside (version 1, this version does "
                + "not know it); use that version");
    }

    @Test
    void shouldNotNeedToKnowAPartThatARestartLeavesOut() throws IOException {
        List<SavedPart> saved = new ArrayList<>(saved(2));
        saved.addAll(new Snapshot().addTransient("windows", new Part(1, 1)).save(5));

        snapshot.loadDurable(saved);

        assertThat(orders.value).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3, 7, 9})
    void shouldRefuseAPartOfAnotherLength(int length) throws IOException {
        byte[] state = Arrays.copyOf(saved(2).get(0).state(), length);

        assertThatThrownBy(() -> snapshot.loadAll(List.of(new SavedPart("orders", 2, true, 0, state))))
            .isInstanceOf(IOException.class).isNotInstanceOf(NewerState.class)
            .hasMessageContaining("part 'orders' of the snapshot");
    }

    private static List<SavedPart> saved(int version) throws IOException {
        return new Snapshot().addDurable("orders", new Part(version, 1)).addTransient("quotes", new Part(version, 2))
            .save(5);
    }
}
