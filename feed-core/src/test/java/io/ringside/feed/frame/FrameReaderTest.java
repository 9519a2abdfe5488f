package io.ringside.feed.frame;

import static io.ringside.testing.ServerFrames.BINARY;
import static io.ringside.testing.ServerFrames.CONTINUATION;
import static io.ringside.testing.ServerFrames.PING;
import static io.ringside.testing.ServerFrames.PONG;
import static io.ringside.testing.ServerFrames.TEXT;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.testing.ServerFrames;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class FrameReaderTest {

    private static final int LIMIT = 100_000;

    private final FrameReader reader = new FrameReader(LIMIT, RecordingFrames.SLACK_BYTES);
    private final RecordingFrames frames = new RecordingFrames();

    @Test
    void shouldReadTheSameFramesWhereverTheStreamIsCut() {
        byte[] stream = everyKind(130);
        frames.read(reader, stream);

        for (int cut = 1; cut < stream.length; cut++) {
            FrameReader cutReader = new FrameReader(LIMIT, RecordingFrames.SLACK_BYTES);
            RecordingFrames cutFrames = new RecordingFrames();
            cutFrames.read(cutReader, stream, 0, cut);
            cutFrames.read(cutReader, stream, cut, stream.length);

            assertThat(cutFrames.calls()).as("cut at %d", cut).isEqualTo(frames.calls());
        }
        assertThat(frames.calls()).hasSize(8).last().isEqualTo("close 1001 bye");
    }

    @Test
    void shouldReadAStreamThatArrivesByteByByte() {
        byte[] stream = everyKind(70_000);
        RecordingFrames whole = new RecordingFrames();
        whole.read(new FrameReader(LIMIT, RecordingFrames.SLACK_BYTES), stream);

        for (int i = 0; i < stream.length; i++) {
            frames.read(reader, stream, i, i + 1);
        }

        assertThat(frames.calls()).isEqualTo(whole.calls()).hasSize(8);
    }

    @Test
    void shouldPutFragmentsTogetherAroundControlFrames() {
        byte[] stream = new ServerFrames().begun(TEXT, ascii("one ")).frame(PING, ascii("now"))
            .begun(CONTINUATION, ascii("")).begun(CONTINUATION, ascii("two ")).frame(PONG, ascii(""))
            .frame(CONTINUATION, ascii("three")).text("four").bytes();

        frames.read(reader, stream);

        assertThat(frames.calls()).containsExactly("ping now", "pong", "text one two three", "text four");
    }

    @Test
    void shouldDeliverAFragmentedBinaryMessageAsOne() {
        byte[] stream = new ServerFrames().begun(BINARY, new byte[300]).frame(CONTINUATION, new byte[5]).bytes();

        frames.read(reader, stream);

        assertThat(frames.calls()).containsExactly("binary 305");
    }

    @Test
    void shouldDeliverEmptyMessages() {
        byte[] stream = new ServerFrames().text("").begun(TEXT, ascii("")).frame(CONTINUATION, ascii(""))
            .frame(BINARY, ascii("")).frame(PING, ascii("")).bytes();

        frames.read(reader, stream);

        assertThat(frames.calls()).containsExactly("text ", "text ", "binary 0", "ping ");
    }

    @Test
    void shouldStopWhenTheListenerWantsNoMoreAndGoOnLater() {
        byte[] stream = new ServerFrames().text("one").text("two").text("three").bytes();
        frames.wanting(1).read(reader, stream);
        List<String> beforePause = List.copyOf(frames.calls());

        frames.wanting(1).readOn(reader);
        frames.wanting(5).read(reader, new ServerFrames().text("four").bytes());

        assertThat(beforePause).containsExactly("text one");
        assertThat(frames.calls()).containsExactly("text one", "text two", "text three", "text four");
    }

    @Test
    void shouldKeepWhatArrivesDuringAPause() {
        byte[] message = new ServerFrames().text("x".repeat(1_000)).bytes();
        frames.wanting(0);
        for (int i = 0; i < 500; i++) {
            frames.read(reader, message);
        }

        frames.wanting(Integer.MAX_VALUE).readOn(reader);

        assertThat(frames.calls()).hasSize(500).containsOnly("text " + "x".repeat(1_000));
    }

    @Test
    void shouldCompactAndGrowWithoutLosingBytes() {
        byte[] stream = new ServerFrames().text("a".repeat(50_000)).text("b".repeat(99_000))
            .text("c".repeat(LIMIT)).text("d").bytes();

        for (int from = 0; from < stream.length; from += 7_919) {
            frames.read(reader, stream, from, Math.min(from + 7_919, stream.length));
        }

        assertThat(frames.calls()).containsExactly("text " + "a".repeat(50_000), "text " + "b".repeat(99_000),
            "text " + "c".repeat(LIMIT), "text d");
    }

    @Test
    void shouldReadNothingBehindACloseFrame() {
        byte[] stream = new ServerFrames().close(1000, "").text("late").raw((byte) 0xFF, (byte) 0xFF).bytes();

        int closeCode = frames.read(reader, stream);
        int later = frames.read(reader, new ServerFrames().text("later").bytes());

        assertThat(frames.calls()).containsExactly("close 1000 ");
        assertThat(closeCode + later).isZero();
    }

    /** Eight calls: the three length forms, fragments around a ping, binary, pong and close. */
    private static byte[] everyKind(int longLength) {
        return new ServerFrames().text("short").text("m".repeat(200)).text("l".repeat(longLength))
            .begun(TEXT, ascii("frag")).frame(PING, ascii("p")).begun(CONTINUATION, ascii("ment"))
            .frame(CONTINUATION, "ed 币".getBytes(StandardCharsets.UTF_8))
            .frame(BINARY, new byte[9]).frame(PONG, ascii("q")).close(1001, "bye").bytes();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
