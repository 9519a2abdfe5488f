package io.ringside.trading.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringside.core.ring.WaitMode;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsReaderTest {

    @Test
    void shouldTakeAnEmptyValueForAnAbsentOne() {
        SettingsReader reader = new SettingsReader(Map.of("A", "  "));

        assertThat(reader.has("A")).isFalse();
        assertThat(reader.text("A", "other")).isEqualTo("other");
        assertThat(reader.number("A", 7, 0, 9)).isEqualTo(7);
        assertThatCode(reader::throwMistakes).doesNotThrowAnyException();
    }

    @Test
    void shouldStripBlanksAroundAValue() {
        assertThat(new SettingsReader(Map.of("A", " 5 ")).number("A", 7, 0, 9)).isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "10", "x", "1.5", "0x1", "١", "99999999999999999999"})
    void shouldRejectWhatIsNoNumberInRange(String value) {
        SettingsReader reader = new SettingsReader(Map.of("A", value));

        reader.number("A", 7, 0, 9);

        assertThatThrownBy(reader::throwMistakes).isInstanceOf(BadSettings.class)
            .hasMessage("A is '" + value + "', allowed are whole numbers from 0 to 9");
    }

    @ParameterizedTest
    @CsvSource({"blocking, BLOCKING", "BUSY_SPIN, BUSY_SPIN", "busy-spin, BUSY_SPIN", "Yielding, YIELDING"})
    void shouldReadAChoiceInAnyCase(String value, WaitMode choice) {
        assertThat(new SettingsReader(Map.of("A", value)).choice("A", WaitMode.BLOCKING)).isEqualTo(choice);
    }

    @Test
    void shouldReadAChoiceInTheTurkishLocaleToo() {
        Locale before = Locale.getDefault();
        Locale.setDefault(new Locale("tr", "TR"));
        try {
            assertThat(new SettingsReader(Map.of("A", "YIELDING")).choice("A", WaitMode.BLOCKING))
                .isEqualTo(WaitMode.YIELDING);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void shouldNameTheChoices() {
        assertMistake("A", "fast", reader -> reader.choice("A", WaitMode.BLOCKING),
            "A is 'fast', allowed are blocking, phased-backoff, yielding, busy-spin, shared-thread");
    }

    @Test
    void shouldSplitListsAtCommasAndLeaveOutBlanks() {
        assertThat(new SettingsReader(Map.of("A", " x, ,y ,")).list("A", "", word -> word)).containsExactly("x", "y");
    }

    @Test
    void shouldKeepEveryMistakeALineEach() {
        SettingsReader reader = new SettingsReader(Map.of("A", "x", "B", "y\nz"));

        reader.number("A", 1, 0, 9);
        reader.number("B", 1, 0, 9);
        reader.required("C", "what for");

        assertThatThrownBy(reader::throwMistakes).hasMessage("""
            A is 'x', allowed are whole numbers from 0 to 9
            B is 'y?z', allowed are whole numbers from 0 to 9
            C is not set: what for""");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "123456789:AAbbCCddEEffGGhhIIjjKKllMMnnOOppQQr", "AAbbCCddEEffGGhhIIjjKKllMMnnOOppQQr",
        "bot123456:AAbbCCddEEffGGhh"})
    void shouldNeverShowWhatLooksLikeAToken(String secret) {
        assertMistake("A", secret, reader -> reader.number("A", 0, 0, 9),
            "A is '" + (secret.startsWith("bot") ? "bot" : "") + "***', allowed are whole numbers from 0 to 9");
    }

    @Test
    void shouldNeverShowTheUserOfAUrl() {
        assertMistake("A", "https://user:pass@host/x", reader -> reader.number("A", 0, 0, 9),
            "A is 'https://***@host/x', allowed are whole numbers from 0 to 9");
    }

    private static void assertMistake(String name, String value, Function<SettingsReader, Object> use, String mistake) {
        SettingsReader reader = new SettingsReader(Map.of(name, value));
        use.apply(reader);
        assertThatThrownBy(reader::throwMistakes).hasMessage(mistake);
    }
}
