package io.ringside.bench.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class SampleFramesTest {

    @Test
    void shouldMakeDifferentMessagesOfEverySymbol() {
        List<String> texts = texts();

        assertThat(texts).hasSize(SampleFrames.COUNT).doesNotHaveDuplicates();
        assertThat(SampleFrames.symbols().names())
            .hasSize(20)
            .allSatisfy(name -> assertThat(texts).anyMatch(text -> text.contains("\"s\":\"" + name + "\"")));
    }

    @Test
    void shouldMakeTheSameMessagesEachTime() {
        assertThat(texts()).isEqualTo(texts());
    }

    @Test
    void shouldHaveTheLengthOfRealMessages() {
        double meanBytes = SampleFrames.payloads().stream().mapToInt(payload -> payload.length).average().orElseThrow();

        assertThat(meanBytes).isBetween(138.0, 152.0);
    }

    @Test
    void shouldWriteShortLengthsInOneByteAndLongOnesInThree() {
        assertThat(SampleFrames.framed(new byte[125])).hasSize(127).startsWith(0x81, 125);
        assertThat(SampleFrames.framed(new byte[300])).hasSize(304).startsWith(0x81, 126, 1, 44);
    }

    private static List<String> texts() {
        return SampleFrames.payloads().stream()
            .map(payload -> new String(payload, StandardCharsets.US_ASCII))
            .toList();
    }
}
