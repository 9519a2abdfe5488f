package io.ringside.bench.report;

import io.ringside.bench.measure.Load;
import io.ringside.bench.measure.Measurement;
import io.ringside.bench.measure.Percentiles;
import java.util.List;
import java.util.Locale;

/** Draws the percentiles: a panel per rate, a line per contender, both axes logarithmic. */
public final class SvgReport {

    private static final List<String> COLOURS =
        List.of("#444444", "#1b9e77", "#d95f02", "#7570b3", "#e7298a", "#66a61e", "#a6761d", "#1f78b4");
    private static final List<Double> LABELLED = List.of(50.0, 90.0, 99.0, 99.9, 99.99, 100.0);
    private static final int PANEL_WIDTH = 420;
    private static final int PANEL_HEIGHT = 260;
    private static final int MARGIN = 60;
    private static final int LEGEND_LINE = 16;
    private static final int LOWEST_POWER_US = 0;
    private static final int HIGHEST_POWER_US = 5;
    private static final double NINES = 5;

    private final List<Measurement> paced;
    private final List<Load> loads;
    private final List<String> contenders;
    private final StringBuilder svg = new StringBuilder();

    public SvgReport(List<Measurement> medians) {
        this.paced = medians.stream().filter(median -> !median.load().isFlood()).toList();
        this.loads = paced.stream().map(Measurement::load).distinct().toList();
        this.contenders = paced.stream().map(Measurement::contender).distinct().toList();
    }

    public String text() {
        int width = MARGIN + Math.max(1, loads.size()) * (PANEL_WIDTH + MARGIN);
        int height = 2 * MARGIN + PANEL_HEIGHT + contenders.size() * LEGEND_LINE;
        svg.setLength(0);
        add("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" font-family=\"sans-serif\" "
            + "font-size=\"11\">", width, height);
        add("<rect width=\"100%%\" height=\"100%%\" fill=\"white\"/>");
        for (int i = 0; i < loads.size(); i++) {
            panel(loads.get(i), MARGIN + i * (PANEL_WIDTH + MARGIN));
        }
        for (int i = 0; i < contenders.size(); i++) {
            int y = 2 * MARGIN + PANEL_HEIGHT + i * LEGEND_LINE - LEGEND_LINE / 2;
            add("<text x=\"%d\" y=\"%d\" fill=\"%s\">&#9644; %s</text>", MARGIN, y, colour(contenders.get(i)),
                contenders.get(i));
        }
        add("</svg>");
        return svg.toString();
    }

    private void panel(Load load, int left) {
        add("<text x=\"%d\" y=\"%d\" font-size=\"14\">%s: intended send time to handler, us</text>", left, MARGIN - 12,
            load.text());
        for (int power = LOWEST_POWER_US; power <= HIGHEST_POWER_US; power++) {
            double us = Math.pow(10, power);
            add("<line x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\" stroke=\"#dddddd\"/>", left, left + PANEL_WIDTH,
                y(us), y(us));
            add("<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%.0f</text>", left - 4, y(us) + 4, us);
        }
        for (double point : LABELLED) {
            add("<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%s</text>", left + x(point),
                MARGIN + PANEL_HEIGHT + 14, point == 100.0 ? "max" : "p" + trimmed(point));
        }
        paced.stream().filter(median -> median.load().equals(load)).forEach(median -> line(median, left));
    }

    private void line(Measurement median, int left) {
        StringBuilder points = new StringBuilder();
        for (double point : Percentiles.POINTS) {
            points.append(String.format(Locale.ROOT, "%.1f,%.1f ", left + x(point), y(median.latencies().us(point))));
        }
        add("<polyline fill=\"none\" stroke-width=\"2\" stroke=\"%s\" points=\"%s\"/>", colour(median.contender()),
            points.toString().trim());
    }

    /** Each further nine takes the same width; the maximum is at the right edge. */
    private static double x(double point) {
        double nines = point == 100.0 ? NINES : -Math.log10(1 - point / 100);
        return nines / NINES * PANEL_WIDTH;
    }

    private static double y(double us) {
        double power = Math.log10(Math.max(us, 1));
        double share = Math.min(power, HIGHEST_POWER_US) / (HIGHEST_POWER_US - LOWEST_POWER_US);
        return MARGIN + PANEL_HEIGHT * (1 - share);
    }

    private String colour(String contender) {
        return COLOURS.get(contenders.indexOf(contender) % COLOURS.size());
    }

    private static String trimmed(double point) {
        return point == Math.rint(point) ? String.valueOf((int) point) : String.valueOf(point);
    }

    private void add(String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
