package io.ringside.bench.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TickFramesTest {

    private final TickFrames frames = new TickFrames();
    private final ByteBuffer target = ByteBuffer.allocate(256);

    @Test
    void shouldWriteOneFinalUnmaskedTextFrame() {
        frames.append(target, TickFrames.FIRST_UPDATE_ID);

        assertThat(target.get(0) & 0xFF).isEqualTo(0x81);
        assertThat(target.get(1)).isEqualTo((byte) 126);
        assertThat(target.getShort(2)).isEqualTo((short) (target.position() - 4));
    }

    @Test
    void shouldWriteTheWholeMessageAsBinanceDoes() {
        frames.append(target, 1_234_567_890_123L);

        assertThat(text(4)).matches("\\{\"stream\":\"btcusdt@bookTicker\",\"data\":\\{\"u\":1234567890123,"
            + "\"s\":\"BTCUSDT\",\"b\":\"\\d+\\.\\d{8}\",\"B\":\"\\d+\\.\\d{8}\","
            + "\"a\":\"\\d+\\.\\d{8}\",\"A\":\"\\d+\\.\\d{8}\"}}");
    }

    @Test
    void shouldCarryTheSmallestAndTheLargestUpdateId() {
        frames.append(target, TickFrames.FIRST_UPDATE_ID);
        String smallest = text(4);
        target.clear();
        frames.append(target, TickFrames.LAST_UPDATE_ID);

        assertThat(smallest).contains("\"u\":1000000000000,");
        assertThat(text(4)).contains("\"u\":9999999999999,");
    }

    @Test
    void shouldStampTheSameSymbolAgainWhenItComesAgain() {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i <= SampleFrames.COUNT; i++) {
            target.clear();
            frames.append(target, TickFrames.FIRST_UPDATE_ID + i);
            texts.add(text(4));
        }

        assertThat(texts.get(0)).contains("\"u\":1000000000000,");
        assertThat(texts.get(SampleFrames.COUNT))
            .isEqualTo(texts.get(0).replace("\"u\":1000000000000,", "\"u\":1000000000256,"));
    }

    private String text(int offset) {
        return new String(target.array(), offset, target.position() - offset, StandardCharsets.US_ASCII);
    }
}
