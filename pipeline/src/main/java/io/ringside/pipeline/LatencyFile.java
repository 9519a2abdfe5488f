package io.ringside.pipeline;

import io.ringside.core.runtime.LatencyRecorder;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes the latency distributions at the end of a run in the form that HdrHistogram's plotters read. */
final class LatencyFile {

    private static final Logger LOG = LoggerFactory.getLogger(LatencyFile.class);

    private LatencyFile() {
    }

    /** Only logs if the file cannot be written: the run has ended anyway. */
    static void write(Path file, List<LatencyRecorder> recorders) {
        try (PrintStream out = new PrintStream(file.toFile(), StandardCharsets.UTF_8)) {
            out.println("#[One quote in 64 was timed]");
            recorders.forEach(recorder -> recorder.writeDistribution(out));
            LOG.info("latency distributions written to {}", file);
        } catch (IOException failure) {
            LOG.warn("cannot write latency distributions to {}: {}", file, failure.getMessage());
        }
    }
}
