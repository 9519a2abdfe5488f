package io.ringside.trading.strategy.crossover;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.trading.strategy.crossover.AverageWindows.WideSum;
import java.math.BigInteger;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class WideSumTest {

    private static final int MOST = 1 << 17;

    @Test
    void shouldSumLikeBigIntegerWhateverTheTopBit() {
        SplittableRandom random = new SplittableRandom(1);
        WideSum sum = new WideSum();
        BigInteger expected = BigInteger.ZERO;
        for (int i = 0; i < 10_000; i++) {
            long added = random.nextLong();
            sum.add(added);
            expected = expected.add(new BigInteger(Long.toUnsignedString(added)));
            if (i % 3 == 0) {
                sum.subtract(added);
                expected = expected.subtract(new BigInteger(Long.toUnsignedString(added)));
            }
            assertThat(sum.value()).isEqualTo(expected);
        }
    }

    @Test
    void shouldCompareProductsLikeBigInteger() {
        SplittableRandom random = new SplittableRandom(2);
        for (int i = 0; i < 20_000; i++) {
            WideSum left = sum(random.nextLong(1 << 17), random.nextLong());
            WideSum right = sum(left.high() + random.nextLong(0, 2), left.low() + random.nextLong(-2, 3));
            int leftFactor = random.nextInt(1, MOST);
            int rightFactor = Math.max(1, leftFactor - random.nextInt(2));
            int expected = left.value().multiply(BigInteger.valueOf(leftFactor))
                .compareTo(right.value().multiply(BigInteger.valueOf(rightFactor)));

            assertThat(left.compareTimes(leftFactor, right, rightFactor)).as("%s", left.value()).isEqualTo(expected);
        }
    }

    @Test
    void shouldTellTheLargestSumsApart() {
        WideSum all = new WideSum();
        for (int i = 0; i < MOST; i++) {
            all.add(-1);
        }
        WideSum one = sum(0, -1);
        WideSum oneLess = sum(0, -2);

        assertThat(all.compareTimes(1, one, MOST)).isZero();
        assertThat(all.compareTimes(1, oneLess, MOST)).isPositive();
        assertThat(oneLess.compareTimes(MOST, all, 1)).isNegative();
    }

    private static WideSum sum(long high, long low) {
        WideSum sum = new WideSum();
        sum.set(high, low);
        return sum;
    }
}
