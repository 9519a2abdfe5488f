package io.ringside.bench.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Result of one contender under one load.
 *
 * @param perSecond        frames per second: handled in a flood, sent otherwise
 * @param latencies        from intended send time to handler; all 0 in a flood
 * @param senderLatenessUs of the median frame; included in the latencies
 * @param cpuUsPerFrame    of the whole process except the sender's thread
 * @param bytesPerFrame    allocated by all threads except the sender's and the rig's own
 * @param lost             frames sent and not handled
 */
public record Measurement(String contender, Load load, double perSecond, Percentiles latencies, double senderLatenessUs,
                   double cpuUsPerFrame, double bytesPerFrame, long lost) {

    private static final double RATE_TOLERANCE = 0.01;

    /** True if the sender could not keep its rate, so that the numbers say more about it than about the contender. */
    public boolean missedRate() {
        return !load.isFlood() && perSecond < load.ratePerSecond() * (1 - RATE_TOLERANCE);
    }

    /** The median of each number separately; for lost frames the sum. */
    public static Measurement median(List<Measurement> repetitions) {
        Measurement first = repetitions.get(0);
        List<Long> values = new ArrayList<>();
        for (int i = 0; i < Percentiles.POINTS.size(); i++) {
            int point = i;
            values.add((long) median(repetitions, one -> one.latencies.valuesNs().get(point)));
        }
        return new Measurement(first.contender, first.load, median(repetitions, Measurement::perSecond),
            new Percentiles(values), median(repetitions, Measurement::senderLatenessUs),
            median(repetitions, Measurement::cpuUsPerFrame), median(repetitions, Measurement::bytesPerFrame),
            repetitions.stream().mapToLong(Measurement::lost).sum());
    }

    private static double median(List<Measurement> repetitions, ToDoubleFunction<Measurement> number) {
        double[] sorted = repetitions.stream().mapToDouble(number).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
