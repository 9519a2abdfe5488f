package io.ringside.core.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CodeTableTest {

    private enum Gap { FIRST, SECOND }

    private final CodeTable<Gap> codes = CodeTable.of(Gap.values(), gap -> gap == Gap.FIRST ? 1 : 4);

    @Test
    void shouldFindConstantsByTheirCodes() {
        assertThat(codes.get(1)).isSameAs(Gap.FIRST);
        assertThat(codes.get(4)).isSameAs(Gap.SECOND);
        assertThat(codes.size()).isEqualTo(5);
    }

    @Test
    void shouldRejectCodesThatNoConstantHas() {
        for (int code : new int[] {-1, 0, 2, 3, 5, Integer.MAX_VALUE, Integer.MIN_VALUE}) {
            assertThat(codes.holds(code)).isFalse();
            assertThatThrownBy(() -> codes.get(code)).isInstanceOf(IndexOutOfBoundsException.class);
        }
    }

    @Test
    void shouldRejectACodeThatTwoConstantsHave() {
        assertThatThrownBy(() -> CodeTable.of(Gap.values(), gap -> 7))
            .isInstanceOf(IllegalArgumentException.class).hasMessage("FIRST and SECOND have the same code");
    }
}
