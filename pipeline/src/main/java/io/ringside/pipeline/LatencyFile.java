package io.ringside.pipeline;

import io.ringside.core.runtime.LatencyRecorder;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes latency distributions at the end of a run, one after the other, as HdrHistogram's plotters read them. */
final class LatencyFile {

    private static final Logger LOG = LoggerFactory.getLogger(LatencyFile.class);

    private LatencyFile() {
    }

    /** A file that cannot be written is told in the log; the run has ended all the same. */
    static void write(Path file, List<LatencyRecorder> recorders) {
        try (PrintStream out = new PrintStream(file.toFile(), StandardCharsets.UTF_8)) {
            recorders.forEach(recorder -> recorder.writeDistribution(out));
            LOG.info("latencies are in {}", file);
        } catch (IOException failure) {
            LOG.warn("latencies cannot be written to {}: {}", file, failure.getMessage());
        }
    }
}
