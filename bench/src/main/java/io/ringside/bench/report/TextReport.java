package io.ringside.bench.report;

import io.ringside.bench.measure.Load;
import io.ringside.bench.measure.Measurement;
import java.util.List;
import java.util.Locale;

/** A table to read: a block per load, each contender's numbers and their ratio to the first contender's. */
public final class TextReport {

    private static final double[] SHOWN = {50.0, 90.0, 99.0, 99.9, 100.0};

    private final List<Measurement> medians;

    public TextReport(List<Measurement> medians) {
        this.medians = medians;
    }

    public String text() {
        StringBuilder text = new StringBuilder();
        Measurement first = null;
        for (Measurement median : medians) {
            if (first == null || !median.load().equals(first.load())) {
                first = median;
                text.append(head(median.load()));
            }
            text.append(line(median, first));
        }
        medians.stream().filter(Measurement::missedRate).forEach(late -> text.append(String.format(Locale.ROOT,
            "Warning: at %s the sender reached only %,.0f/s for %s; the machine is too busy.%n", late.load().text(),
            late.perSecond(), late.contender())));
        medians.stream().filter(median -> median.lost() != 0).forEach(median -> text.append(String.format(Locale.ROOT,
            "Warning: %s lost %,d frames at %s.%n", median.contender(), median.lost(), median.load().text())));
        return text.toString();
    }

    private static String head(Load load) {
        return load.isFlood()
            ? String.format(Locale.ROOT, "%n%-24s %12s %9s %9s %9s %7s%n", "flood", "frames/s", "ratio", "us CPU",
                "bytes", "lost")
            : String.format(Locale.ROOT, "%n%-24s %8s %8s %8s %8s %8s %7s %8s %8s %8s %6s%n", load.text() + ", us",
                "p50", "p90", "p99", "p99.9", "max", "ratio", "sender", "us CPU", "bytes", "lost");
    }

    private static String line(Measurement median, Measurement first) {
        if (median.load().isFlood()) {
            return String.format(Locale.ROOT, "%-24s %,12.0f %9.2f %9.3f %9.2f %7d%n", median.contender(),
                median.perSecond(), median.perSecond() / first.perSecond(), median.cpuUsPerFrame(),
                median.bytesPerFrame(), median.lost());
        }
        StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%-24s", median.contender()));
        for (double point : SHOWN) {
            line.append(String.format(Locale.ROOT, " %8.1f", median.latencies().us(point)));
        }
        double ratio = median.latencies().us(SHOWN[0]) / first.latencies().us(SHOWN[0]);
        return line.append(String.format(Locale.ROOT, " %7.2f %8.1f %8.2f %8.2f %6d%n", ratio,
            median.senderLatenessUs(), median.cpuUsPerFrame(), median.bytesPerFrame(), median.lost())).toString();
    }
}
