package io.ringside.telegram.send;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextSplitterTest {

    @Test
    void shouldLeaveAFittingTextWhole() {
        assertThat(TextSplitter.firstCut("x".repeat(4096))).isEqualTo(4096);
    }

    @Test
    void shouldCutBehindTheLastLineThatFits() {
        assertThat(TextSplitter.firstCut("x".repeat(4000) + "\n" + "y".repeat(4000))).isEqualTo(4001);
    }

    @Test
    void shouldCutBehindALineEndAtTheVeryLimit() {
        assertThat(TextSplitter.firstCut("x".repeat(4095) + "\n" + "y")).isEqualTo(4096);
    }

    @Test
    void shouldCutALineThatIsTooLong() {
        assertThat(TextSplitter.firstCut("x".repeat(5000))).isEqualTo(4096);
    }

    @Test
    void shouldNotCutASurrogatePair() {
        assertThat(TextSplitter.firstCut("x" + "😀".repeat(3000))).isEqualTo(4095);
        assertThat(TextSplitter.firstCut("😀".repeat(3000))).isEqualTo(4096);
    }
}
