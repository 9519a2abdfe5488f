package io.ringside.bench.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.ringside.bench.measure.Machine;
import io.ringside.bench.measure.Measurement;
import io.ringside.bench.measure.Percentiles;
import io.ringside.bench.measure.RigPlan;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;

/** All numbers as JSON: machine, plan, and an object per load and contender. */
public final class JsonReport {

    private final Machine machine;
    private final RigPlan plan;
    private final List<Measurement> medians;

    public JsonReport(Machine machine, RigPlan plan, List<Measurement> medians) {
        this.machine = machine;
        this.plan = plan;
        this.medians = medians;
    }

    public String text() throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text).useDefaultPrettyPrinter()) {
            json.writeStartObject();
            writeConditions(json);
            json.writeArrayFieldStart("medians");
            for (Measurement median : medians) {
                write(json, median);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        return text.append('\n').toString();
    }

    private void writeConditions(JsonGenerator json) throws IOException {
        json.writeStringField("processor", machine.processor());
        json.writeNumberField("cores", machine.cores());
        json.writeStringField("system", machine.system());
        json.writeStringField("jdk", machine.jdk());
        json.writeStringField("jvmFlags", String.join(" ", machine.jvmFlags()));
        json.writeStringField("date", machine.date().toString());
        json.writeNumberField("slots", plan.slots());
        json.writeNumberField("repetitions", plan.repetitions());
        json.writeNumberField("warmUpMs", plan.warmUpMs());
        json.writeNumberField("measuredMs", plan.measuredMs());
    }

    private static void write(JsonGenerator json, Measurement median) throws IOException {
        json.writeStartObject();
        json.writeStringField("contender", median.contender());
        json.writeNumberField("ratePerSecond", median.load().ratePerSecond());
        json.writeNumberField("achievedPerSecond", median.perSecond());
        json.writeBooleanField("missedRate", median.missedRate());
        json.writeNumberField("lost", median.lost());
        json.writeNumberField("cpuUsPerFrame", median.cpuUsPerFrame());
        json.writeNumberField("bytesPerFrame", median.bytesPerFrame());
        if (!median.load().isFlood()) {
            json.writeNumberField("senderLatenessUs", median.senderLatenessUs());
            json.writeObjectFieldStart("latencyUs");
            for (double point : Percentiles.POINTS) {
                json.writeNumberField(String.valueOf(point), median.latencies().us(point));
            }
            json.writeEndObject();
        }
        json.writeEndObject();
    }
}
