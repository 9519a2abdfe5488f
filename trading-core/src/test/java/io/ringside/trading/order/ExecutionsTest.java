package io.ringside.trading.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class ExecutionsTest {

    private final Executions executions = new Executions();

    @Test
    void shouldCountWhatComesInOrder() {
        assertThat(executions.add(0, 4)).isTrue();
        assertThat(executions.add(4, 10)).isTrue();

        assertThat(executions.total()).isEqualTo(10);
    }

    @Test
    void shouldCountTheSameInAnyOrder() {
        assertThat(executions.add(6, 10)).isTrue();
        assertThat(executions.add(0, 1)).isTrue();
        assertThat(executions.add(4, 6)).isTrue();
        assertThat(executions.add(1, 4)).isTrue();

        assertThat(executions.total()).isEqualTo(10);
    }

    @Test
    void shouldCountADuplicateOnce() {
        executions.add(0, 4);
        executions.add(6, 10);

        assertThat(executions.add(0, 4)).isFalse();
        assertThat(executions.add(6, 10)).isFalse();
        assertThat(executions.total()).isEqualTo(8);
    }

    @Test
    void shouldFindOutADuplicateAfterSpansHaveBecomeOne() {
        executions.add(0, 4);
        executions.add(4, 6);

        assertThat(executions.add(0, 4)).isFalse();
        assertThat(executions.add(4, 6)).isFalse();
        assertThat(executions.add(3, 5)).isFalse();
        assertThat(executions.total()).isEqualTo(6);
    }

    @Test
    void shouldNotCountWhatOverlaps() {
        executions.add(2, 6);

        assertThat(executions.add(0, 3)).isFalse();
        assertThat(executions.add(5, 7)).isFalse();
        assertThat(executions.add(3, 4)).isFalse();
        assertThat(executions.add(0, 10)).isFalse();
        assertThat(executions.total()).isEqualTo(4);
    }

    @Test
    void shouldSaveManyTouchingExecutionsAsOne() throws IOException {
        for (int i = 0; i < 1_000; i++) {
            executions.add(i, i + 1);
        }

        assertThat(saved(executions)).hasSize(Integer.BYTES + 2 * Long.BYTES);
    }

    @Test
    void shouldKnowWhatWasCountedBeforeARestart() throws IOException {
        executions.add(0, 4);
        executions.add(6, 10);
        Executions back = new Executions();
        back.add(20, 30);

        load(back, executions);

        assertThat(back.total()).isEqualTo(8);
        assertThat(back.add(6, 10)).isFalse();
        assertThat(back.add(4, 6)).isTrue();
        assertThat(back.add(20, 30)).isTrue();
    }

    @Test
    void shouldRejectSavedExecutionsThatOverlap() {
        ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES + 4 * Long.BYTES).putInt(2);
        bytes.putLong(4).putLong(10).putLong(6).putLong(12);

        assertThatThrownBy(() -> load(new Executions(), bytes.array())).isInstanceOf(IOException.class)
            .hasMessage("an execution from 6 to 12 of an order's quantity");
    }

    private static void load(Executions back, Executions saved) throws IOException {
        load(back, saved(saved));
    }

    private static void load(Executions back, byte[] saved) throws IOException {
        back.load(new DataInputStream(new ByteArrayInputStream(saved)));
    }

    private static byte[] saved(Executions executions) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        executions.save(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }
}
