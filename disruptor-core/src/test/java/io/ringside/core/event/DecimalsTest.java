package io.ringside.core.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecimalsTest {

    private static final int CASES = 200_000;
    private static final BigInteger LARGEST = BigInteger.valueOf(Long.MAX_VALUE);

    private final SplittableRandom random = new SplittableRandom(20_261_123);

    @ParameterizedTest
    @CsvSource({
        "6842312000000, -8, 68423.12000000", "0, -2, 0.00", "0, 0, 0", "0, 18, 0", "5, -1, 0.5", "-5, -1, -0.5",
        "-5, -3, -0.005", "10, -2, 0.10", "-10, -2, -0.10", "7, 2, 700", "-7, 1, -70", "1, -18, 0.000000000000000001",
        "9223372036854775807, -18, 9.223372036854775807", "-9223372036854775807, -19, -0.9223372036854775807",
        "9223372036854775807, 18, 9223372036854775807000000000000000000"
    })
    void shouldPrintAllDigitsThatTheExponentHas(long mantissa, int exponent, String text) {
        assertThat(Decimals.toString(mantissa, exponent)).isEqualTo(text);
    }

    @Test
    void shouldAppendToWhatIsThere() {
        StringBuilder out = new StringBuilder("bid ");

        assertThat(Decimals.append(out, 125, -2)).isSameAs(out).hasToString("bid 1.25");
    }

    @ParameterizedTest
    @CsvSource({
        "1, 0, -18, 1000000000000000000", "1000000000000000000, -18, 0, 1", "-15, -1, -3, -1500", "-1500, -3, -1, -15",
        "0, 18, -18, 0", "9223372036854775807, 5, 5, 9223372036854775807",
        "922337203685477580, 0, -1, 9223372036854775800"
    })
    void shouldRescaleExactly(long mantissa, int from, int to, long rescaled) {
        assertThat(Decimals.rescale(mantissa, from, to)).isEqualTo(rescaled);
    }

    @ParameterizedTest
    @CsvSource({
        "15, -1, 0", "1, -18, 18", "922337203685477581, 0, -1", "-922337203685477581, 0, -1", "1, 18, -18",
        "10, 0, -18",
        "-9223372036854775808, 0, -1", "-9223372036854775808, 0, 1", "9223372036854775807, 0, -1"
    })
    void shouldSayThatAValueDoesNotFitOrWouldLoseDigits(long mantissa, int from, int to) {
        assertThat(Decimals.rescale(mantissa, from, to)).isEqualTo(Decimals.NOT_REPRESENTABLE);
    }

    @Test
    void shouldKnowThePowersOfTen() {
        for (int n = 0; n <= 18; n++) {
            assertThat(Decimals.powerOfTen(n)).isEqualTo(BigInteger.TEN.pow(n).longValueExact());
        }
    }

    @Test
    void shouldPrintAsBigDecimalDoes() {
        for (int i = 0; i < CASES; i++) {
            long mantissa = mantissa();
            int exponent = exponent();
            String expected = new BigDecimal(BigInteger.valueOf(mantissa), -exponent).toPlainString();

            assertThat(Decimals.toString(mantissa, exponent)).isEqualTo(expected);
        }
    }

    @Test
    void shouldCompareAsBigDecimalDoes() {
        int equal = 0;
        for (int i = 0; i < CASES; i++) {
            long left = mantissa();
            int leftExponent = exponent();
            int rightExponent = exponent();
            long near = Decimals.rescale(left, leftExponent, rightExponent);
            boolean useNear = near != Decimals.NOT_REPRESENTABLE;
            long right = useNear ? neighbour(near) : mantissa();
            int expected = big(left, leftExponent).compareTo(big(right, rightExponent));

            int compared = Decimals.compare(left, leftExponent, right, rightExponent);

            assertThat(Integer.signum(compared)).as("%d e%d, %d e%d", left, leftExponent, right, rightExponent)
                .isEqualTo(expected);
            equal += expected == 0 ? 1 : 0;
        }
        assertThat(equal).as("cases of equal value at different exponents").isGreaterThan(CASES / 20);
    }

    @Test
    void shouldRescaleAsBigDecimalDoesInBothDirections() {
        int rejected = 0;
        for (int i = 0; i < CASES; i++) {
            long mantissa = mantissa();
            int from = exponent();
            int to = random.nextInt(4) == 0 ? exponent() : Math.max(-18, Math.min(18, from + random.nextInt(-6, 7)));
            long expected = rescaledByBigDecimal(mantissa, from, to);

            assertThat(Decimals.rescale(mantissa, from, to)).as("%d e%d to e%d", mantissa, from, to)
                .isEqualTo(expected);
            rejected += expected == Decimals.NOT_REPRESENTABLE ? 1 : 0;
        }
        assertThat(rejected).isBetween(CASES / 5, CASES * 4 / 5);
    }

    private static long rescaledByBigDecimal(long mantissa, int from, int to) {
        BigDecimal shifted = big(mantissa, from).scaleByPowerOfTen(-to).stripTrailingZeros();
        boolean fits = shifted.scale() <= 0 && shifted.toBigInteger().abs().compareTo(LARGEST) <= 0;
        return fits ? shifted.longValueExact() : Decimals.NOT_REPRESENTABLE;
    }

    private static BigDecimal big(long mantissa, int exponent) {
        return new BigDecimal(BigInteger.valueOf(mantissa), -exponent);
    }

    private int exponent() {
        return random.nextInt(Decimals.MIN_EXPONENT, Decimals.MAX_EXPONENT + 1);
    }

    private long neighbour(long mantissa) {
        return Math.abs(mantissa) == Long.MAX_VALUE ? mantissa : mantissa + random.nextInt(-1, 2);
    }

    /** Of all magnitudes, often round, never the sentinel. */
    private long mantissa() {
        long any = random.nextLong() >> random.nextInt(1, 64);
        long power = Decimals.powerOfTen(random.nextInt(19));
        return random.nextBoolean() ? any : any / power * power;
    }
}
