package io.ringside.pipeline.cli;

import io.ringside.core.runtime.Counters;
import io.ringside.pipeline.Pipeline;
import io.ringside.pipeline.settings.PipelineConfig;
import io.ringside.pipeline.settings.Settings;
import io.ringside.pipeline.terminal.ConsoleIo;
import io.ringside.pipeline.terminal.Terminal;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Option;

/** The live pipeline, from its options to its exit code: {@code run}, and the program without a subcommand. */
final class LiveRun {

    private static final Logger LOG = LoggerFactory.getLogger(LiveRun.class);

    @Option(names = "--symbols", paramLabel = "LIST", description = "symbols separated by commas, instead of SYMBOLS")
    private String symbols;

    int run() throws InterruptedException {
        Map<String, String> values = new HashMap<>(System.getenv());
        if (symbols != null) {
            values.put(Settings.SYMBOLS, symbols);
        }
        PipelineConfig config = Settings.live(values);
        Lifetime lifetime = new Lifetime();
        lifetime.watchSignals();
        Counters counters = new Counters();
        LOG.info("ringside {} [{}] starts: {} on {}", Version.text(), config.label(), config.symbols().names(),
            config.feed().url());
        try (ConsoleIo io = ConsoleIo.plain(() -> { });
             Terminal terminal = new Terminal(io.printer(), counters);
             Pipeline pipeline = new Pipeline(config, terminal, counters, reason -> {
                 LOG.error("ringside ends: {}", reason);
                 lifetime.end(Lifetime.FAILED);
             })) {
            terminal.start();
            pipeline.start();
            return lifetime.await(Long.MAX_VALUE);
        } finally {
            lifetime.closed();
        }
    }
}
