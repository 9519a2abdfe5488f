package io.ringside.feed.frame;

import static io.ringside.testing.ServerFrames.CLOSE;
import static io.ringside.testing.ServerFrames.CONTINUATION;
import static io.ringside.testing.ServerFrames.PING;
import static io.ringside.testing.ServerFrames.TEXT;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.testing.ServerFrames;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrameReaderViolationTest {

    private static final int LIMIT = 1_000;

    private final RecordingFrames frames = new RecordingFrames();

    @Test
    void shouldRejectAMaskedFrame() {
        assertThat(read(new ServerFrames().raw((byte) 0x81, (byte) 0x81))).isEqualTo(1002);
    }

    @ParameterizedTest
    @ValueSource(ints = {0x40, 0x20, 0x10, 0x70})
    void shouldRejectReservedBits(int bits) {
        assertThat(read(new ServerFrames().frame(0x81 | bits, new byte[1], 0))).isEqualTo(1002);
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4, 5, 6, 7, 0xB, 0xC, 0xD, 0xE, 0xF})
    void shouldRejectUnknownOpcodes(int opcode) {
        assertThat(read(new ServerFrames().frame(opcode, new byte[1]))).isEqualTo(1002);
    }

    @Test
    void shouldRejectLengthsNotInTheirShortestForm() {
        assertThat(read(new ServerFrames().frame(0x81, new byte[125], 2))).isEqualTo(1002);
        assertThat(read(new ServerFrames().frame(0x81, new byte[0], 2))).isEqualTo(1002);
        assertThat(read(new ServerFrames().frame(0x81, new byte[125], 8))).isEqualTo(1002);
        assertThat(read(new ServerFrames().head64(TEXT, 0xFFFF))).isEqualTo(1002);
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, Long.MIN_VALUE, Long.MIN_VALUE + 5})
    void shouldRejectALengthWithTheHighestBitSet(long length) {
        assertThat(read(new ServerFrames().head64(TEXT, length))).isEqualTo(1002);
    }

    @ParameterizedTest
    @ValueSource(longs = {0x10000, 0xFFFFFFFFL, 0x100000001L, Long.MAX_VALUE})
    void shouldRejectAnOversizedFrameByItsHead(long length) {
        assertThat(read(new ServerFrames().head64(TEXT, length))).isEqualTo(1009);
    }

    @Test
    void shouldTakeAMessageOfTheLimitAndRejectOneByteMore() {
        assertThat(read(new ServerFrames().frame(TEXT, new byte[LIMIT]))).isZero();
        assertThat(read(new ServerFrames().frame(TEXT, new byte[LIMIT + 1]))).isEqualTo(1009);
        assertThat(frames.calls()).hasSize(1);
    }

    @Test
    void shouldRejectAFragmentedMessageBeyondTheLimit() {
        ServerFrames atLimit = new ServerFrames().begun(TEXT, new byte[900]).frame(PING, new byte[125])
            .frame(CONTINUATION, new byte[100]).begun(TEXT, new byte[LIMIT]).frame(CONTINUATION, new byte[0]);
        ServerFrames beyond = new ServerFrames().begun(TEXT, new byte[900]).frame(CONTINUATION, new byte[101]);

        assertThat(read(atLimit)).isZero();
        assertThat(read(beyond)).isEqualTo(1009);
    }

    @ParameterizedTest
    @ValueSource(ints = {0x8, 0x9, 0xA})
    void shouldRejectFragmentedAndLongControlFrames(int opcode) {
        assertThat(read(new ServerFrames().begun(opcode, new byte[2]))).isEqualTo(1002);
        assertThat(read(new ServerFrames().frame(opcode, new byte[126]))).isEqualTo(1002);
        assertThat(read(new ServerFrames().head64(opcode, 70_000))).isEqualTo(1002);
    }

    @Test
    void shouldRejectAContinuationOfNoMessage() {
        assertThat(read(new ServerFrames().frame(CONTINUATION, new byte[1]))).isEqualTo(1002);
        assertThat(read(new ServerFrames().text("done").begun(CONTINUATION, new byte[1]))).isEqualTo(1002);
    }

    @Test
    void shouldRejectANewMessageInsideAFragmentedOne() {
        assertThat(read(new ServerFrames().begun(TEXT, new byte[1]).frame(TEXT, new byte[1]))).isEqualTo(1002);
        assertThat(read(new ServerFrames().begun(TEXT, new byte[1]).begun(0x2, new byte[1]))).isEqualTo(1002);
    }

    @ParameterizedTest
    @ValueSource(ints = {1000, 1001, 1002, 1003, 1007, 1008, 1011, 1012, 1014, 3000, 4999})
    void shouldTakeLegalCloseCodes(int code) {
        int violation = read(new ServerFrames().close(code, "why"));

        assertThat(violation).isZero();
        assertThat(frames.calls()).containsExactly("close " + code + " why");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 999, 1004, 1005, 1006, 1015, 1016, 2999, 5000, 65535})
    void shouldRejectIllegalCloseCodes(int code) {
        assertThat(read(new ServerFrames().close(code, ""))).isEqualTo(1002);
        assertThat(frames.calls()).isEmpty();
    }

    @Test
    void shouldReadACloseFrameWithoutCodeAs1005() {
        int violation = read(new ServerFrames().frame(CLOSE, new byte[0]));

        assertThat(violation).isZero();
        assertThat(frames.calls()).containsExactly("close 1005 ");
    }

    @Test
    void shouldRejectACloseFrameOfOneByte() {
        assertThat(read(new ServerFrames().frame(CLOSE, new byte[1]))).isEqualTo(1002);
    }

    private int read(ServerFrames stream) {
        return frames.read(new FrameReader(LIMIT, RecordingFrames.SLACK_BYTES), stream.bytes());
    }
}
