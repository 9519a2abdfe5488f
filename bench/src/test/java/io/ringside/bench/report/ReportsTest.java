package io.ringside.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ringside.bench.measure.Load;
import io.ringside.bench.measure.Machine;
import io.ringside.bench.measure.Measurement;
import io.ringside.bench.measure.Percentiles;
import io.ringside.bench.measure.RigPlan;
import io.ringside.core.ring.WaitMode;
import java.io.IOException;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class ReportsTest {

    private static final Load PACED = new Load(1_000, 10, 20);
    private static final Load FLOOD = new Load(0, 10, 20);

    private final List<Measurement> medians = List.of(
        measurement("floor", PACED, 1_000, 50_000, 0),
        measurement("ringside", PACED, 900, 75_000, 3),
        measurement("floor", FLOOD, 4_000_000, 0, 0),
        measurement("ringside", FLOOD, 3_000_000, 0, 0));

    @Test
    void shouldShowEachPacedContenderWithItsRatioToTheFirst() {
        assertThat(lineOf("ringside", 0)).containsSubsequence("75.0", "75.0", "1.50", "3");
    }

    @Test
    void shouldShowTheFloodWithRatesInsteadOfLatencies() {
        assertThat(lineOf("ringside", 1)).containsSubsequence("3,000,000", "0.75");
    }

    @Test
    void shouldWarnOfAMissedRateAndOfLostFrames() {
        assertThat(new TextReport(medians).text())
            .contains("Warning: at 1,000/s the sender reached only 900/s for ringside")
            .contains("Warning: ringside lost 3 frames at 1,000/s.");
    }

    @Test
    void shouldPrintThePointOfNumbersInEveryLocale() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY);
        try {
            assertThat(lineOf("ringside", 0)).contains("75.0");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void shouldWriteJsonThatHoldsConditionsAndNumbers() throws IOException {
        Machine machine = new Machine("a \"quick\" one", 2, "Linux", "17", List.of("-Xmx1g"), LocalDate.EPOCH);
        RigPlan plan = new RigPlan(List.of(1_000), List.of(WaitMode.BLOCKING), 1024, 3, 10, 20, true);

        JsonNode json = new ObjectMapper().readTree(new JsonReport(machine, plan, medians).text());

        assertThat(json.get("processor").asText()).isEqualTo("a \"quick\" one");
        assertThat(json.get("medians")).hasSize(4);
        assertThat(json.at("/medians/1/latencyUs/99.9").asDouble()).isEqualTo(75.0);
        assertThat(json.at("/medians/1/missedRate").asBoolean()).isTrue();
        assertThat(json.at("/medians/3/latencyUs").isMissingNode()).isTrue();
    }

    @Test
    void shouldDrawALinePerPacedContender() throws Exception {
        String svg = new SvgReport(medians).text();

        Document document = DocumentBuilderFactory.newInstance().newDocumentBuilder()
            .parse(new InputSource(new StringReader(svg)));
        assertThat(document.getElementsByTagName("polyline").getLength()).isEqualTo(2);
        assertThat(svg).contains("1,000/s").contains("ringside").doesNotContain("NaN").doesNotContain("flood");
    }

    @Test
    void shouldDrawNothingButPaperWithoutPacedLoads() throws Exception {
        String svg = new SvgReport(medians.subList(2, 4)).text();

        assertThat(svg).startsWith("<svg").doesNotContain("polyline");
    }

    private String lineOf(String contender, int occurrence) {
        return new TextReport(medians).text().lines()
            .filter(line -> line.startsWith(contender + " "))
            .skip(occurrence)
            .findFirst()
            .orElseThrow();
    }

    private static Measurement measurement(String contender, Load load, double perSecond, long ns, long lost) {
        Percentiles latencies = new Percentiles(Collections.nCopies(Percentiles.POINTS.size(), ns));
        return new Measurement(contender, load, perSecond, latencies, 12.5, 2.5, 0.25, lost);
    }
}
