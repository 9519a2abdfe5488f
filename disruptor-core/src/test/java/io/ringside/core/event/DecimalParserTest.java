package io.ringside.core.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalParserTest {

    private static final int CASES = 200_000;
    private static final BigDecimal LARGEST = BigDecimal.valueOf(Long.MAX_VALUE);

    private final DecimalParser parser = new DecimalParser();

    @ParameterizedTest
    @CsvSource({
        "0, 0, 0", "0.0, 0, -1", "0.10, 10, -2", "007, 7, 0", "00.50, 50, -2", "68423.12000000, 6842312000000, -8",
        "9223372036854775807, 9223372036854775807, 0", "92233720368547758.07, 9223372036854775807, -2",
        "0.000000000000000001, 1, -18", "9.223372036854775807, 9223372036854775807, -18",
        "92233720368547758.0700, 9223372036854775807, -2", "100.00000000000000000000, 100, 0",
        "0.10000000000000000000, 1, -1", "0.0000000000000000000, 0, 0", "9223372036854775807.0, 9223372036854775807, 0"
    })
    void shouldReadExactly(String text, long mantissa, int exponent) {
        assertThat(parser.parse(text)).isTrue();

        assertThat(parser.mantissa()).isEqualTo(mantissa);
        assertThat(parser.exponent()).isEqualTo(exponent);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", ".", "1.", ".1", "+1", "-1", "1e5", "1E5", "1,5", " 1", "1 ", "1 0", "１", "1１", "٣", "NaN", "Infinity",
        "0x1", "1.2.3", "1..2", "1.-2", "1_0", "--", "0\u0000", "1f", "1d", "1L",
        "9223372036854775808", "92233720368547758.08", "10000000000000000000", "99999999999999999999",
        "0.0000000000000000001", "0.1000000000000000001", "92233720368547758.08000", "9223372036854775807.1"
    })
    void shouldReject(String text) {
        parser.parse("12.5");

        assertThat(parser.parse(text)).isFalse();
        assertThat(parser.mantissa()).isZero();
        assertThat(parser.exponent()).isZero();
    }

    @Test
    void shouldReadUpTo64Characters() {
        assertThat(parser.parse("1." + "0".repeat(62))).isTrue();
        assertThat(parser.mantissa()).isEqualTo(1);
        assertThat(parser.exponent()).isZero();
        assertThat(parser.parse("0".repeat(63) + "7")).isTrue();
        assertThat(parser.mantissa()).isEqualTo(7);

        assertThat(parser.parse("1." + "0".repeat(63))).isFalse();
        assertThat(parser.parse("0".repeat(64) + "7")).isFalse();
    }

    @Test
    void shouldReadAnyCharSequence() {
        assertThat(parser.parse(new StringBuilder("1.25"))).isTrue();
        assertThat(parser.mantissa()).isEqualTo(125);
    }

    @Test
    void shouldAgreeWithBigDecimalOnRandomNumbers() {
        SplittableRandom random = new SplittableRandom(20_261_123);
        int rejected = 0;
        for (int i = 0; i < CASES; i++) {
            String text = number(random);
            BigDecimal value = new BigDecimal(text);
            BigDecimal shortest = value.stripTrailingZeros();
            int digitsNeeded = Math.max(shortest.scale(), 0);
            boolean fits = digitsNeeded <= 18 && shortest.movePointRight(digitsNeeded).compareTo(LARGEST) <= 0;

            assertThat(parser.parse(text)).as(text).isEqualTo(fits);
            rejected += fits ? 0 : 1;
            BigDecimal read = Decimals.toBigDecimal(parser.mantissa(), parser.exponent());
            assertThat(read.compareTo(fits ? value : BigDecimal.ZERO)).as(text).isZero();
        }
        assertThat(rejected).isBetween(CASES / 20, CASES / 2);
    }

    @Test
    void shouldKeepAllDigitsOfWhatFits() {
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < CASES; i++) {
            int exponent = -random.nextInt(1, 19);
            long mantissa = random.nextLong() >>> random.nextInt(1, 64);
            String text = Decimals.toString(mantissa, exponent);

            assertThat(parser.parse(text)).as(text).isTrue();
            assertThat(parser.mantissa()).as(text).isEqualTo(mantissa);
            assertThat(parser.exponent()).as(text).isEqualTo(exponent);
        }
    }

    private static String number(SplittableRandom random) {
        StringBuilder text = new StringBuilder();
        digits(text, random, random.nextInt(1, 21));
        if (random.nextInt(4) > 0) {
            digits(text.append('.'), random, random.nextInt(1, 20));
            text.append("0".repeat(random.nextInt(8)));
        }
        return text.toString();
    }

    private static void digits(StringBuilder text, SplittableRandom random, int count) {
        boolean zeros = random.nextInt(3) == 0;
        for (int i = 0; i < count; i++) {
            text.append(zeros ? 0 : random.nextInt(10));
        }
    }
}
