package io.ringside.pipeline.record;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;

/** Writes a record as one line: as text, or as a JSON object. */
public final class JournalPrinter {

    private final JsonFactory json = new JsonFactory();
    private final PrintWriter out;
    private final boolean asJson;

    public JournalPrinter(PrintWriter out, boolean asJson) {
        this.out = out;
        this.asJson = asJson;
    }

    public void print(Map<String, Object> fields) throws IOException {
        out.println(asJson ? json(fields) : text(fields));
    }

    /** Sequence and type, then {@code name=value}; empty values are left out, line ends become spaces. */
    private static String text(Map<String, Object> fields) {
        StringBuilder line = new StringBuilder();
        for (Map.Entry<String, Object> field : fields.entrySet()) {
            String value = field.getValue().toString().replaceAll("\\p{Cntrl}+", " ").strip();
            if (field.getKey().equals("sequence")) {
                line.append(value);
            } else if (field.getKey().equals("type")) {
                line.append(' ').append(value);
            } else if (!value.isEmpty()) {
                line.append(' ').append(field.getKey()).append('=').append(value);
            }
        }
        return line.toString();
    }

    private String json(Map<String, Object> fields) throws IOException {
        StringWriter line = new StringWriter();
        try (JsonGenerator object = json.createGenerator(line)) {
            object.writeStartObject();
            for (Map.Entry<String, Object> field : fields.entrySet()) {
                object.writeFieldName(field.getKey());
                write(object, field.getValue());
            }
            object.writeEndObject();
        }
        return line.toString();
    }

    private static void write(JsonGenerator object, Object value) throws IOException {
        if (value instanceof Number number) {
            object.writeNumber(number.longValue());
        } else if (value instanceof Boolean flag) {
            object.writeBoolean(flag);
        } else {
            object.writeString(value.toString());
        }
    }
}
