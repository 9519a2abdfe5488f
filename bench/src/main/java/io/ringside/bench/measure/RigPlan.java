package io.ringside.bench.measure;

import io.ringside.core.ring.WaitMode;
import java.util.ArrayList;
import java.util.List;

/**
 * What the rig measures; validated.
 *
 * @param rates       frames per second, 1 to 1,000,000 each, at most eight
 * @param waitModes   how Ringside's consumer waits, at least one
 * @param slots       of the ring, a power of two from 2 to 1,048,576
 * @param repetitions 1 to 50; with an odd number the median is a value that was measured
 * @param warmUpMs    1 to 60,000, before each measurement
 * @param measuredMs  1 to 600,000
 * @param flood       whether frames are also sent as fast as the client takes them
 */
public record RigPlan(List<Integer> rates, List<WaitMode> waitModes, int slots, int repetitions, long warmUpMs,
               long measuredMs, boolean flood) {

    private static final int MAX_RATE = 1_000_000;
    private static final int MAX_RATES = 8;
    private static final int MAX_SLOTS = 1 << 20;
    private static final int MAX_REPETITIONS = 50;
    private static final int MAX_WARM_UP_MS = 60_000;
    private static final int MAX_MEASURED_MS = 600_000;

    public RigPlan {
        check("number of rates", rates.size(), flood ? 0 : 1, MAX_RATES);
        rates.forEach(rate -> check("rate", rate, 1, MAX_RATE));
        check("number of wait modes", waitModes.size(), 1, WaitMode.values().length);
        if (slots < 2 || slots > MAX_SLOTS || Integer.bitCount(slots) != 1) {
            throw new IllegalArgumentException(
                "slots is " + slots + ", allowed are powers of two from 2 to " + MAX_SLOTS);
        }
        check("repetitions", repetitions, 1, MAX_REPETITIONS);
        check("warm-up ms", warmUpMs, 1, MAX_WARM_UP_MS);
        check("measured ms", measuredMs, 1, MAX_MEASURED_MS);
    }

    public List<Load> loads() {
        List<Load> loads = new ArrayList<>();
        rates.forEach(rate -> loads.add(new Load(rate, warmUpMs, measuredMs)));
        if (flood) {
            loads.add(new Load(0, warmUpMs, measuredMs));
        }
        return loads;
    }

    private static void check(String name, long value, long lowest, long highest) {
        if (value < lowest || value > highest) {
            throw new IllegalArgumentException(
                name + " is " + value + ", allowed are " + lowest + " to " + highest);
        }
    }
}
