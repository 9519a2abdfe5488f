package io.ringside.pipeline.cli;

import io.ringside.core.runtime.Counters;
import io.ringside.pipeline.CannotStart;
import io.ringside.pipeline.Pipeline;
import io.ringside.pipeline.StartNotice;
import io.ringside.pipeline.settings.PipelineConfig;
import io.ringside.pipeline.settings.Settings;
import io.ringside.pipeline.terminal.ConsoleIo;
import io.ringside.pipeline.terminal.Terminal;
import io.ringside.trading.settings.BadSettings;
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
        PipelineConfig config = config(values);
        Lifetime lifetime = new Lifetime();
        lifetime.watchSignals();
        Counters counters = new Counters();
        LOG.info("ringside {} [{}] starts: {} on {}", Version.text(), config.label(), config.symbols().names(),
            config.feed().url());
        try (ConsoleIo io = ConsoleIo.plain(() -> { });
             Terminal terminal = new Terminal(io.printer(), counters);
             Pipeline pipeline = new Pipeline(config, terminal, counters, (reason, restartHelps) -> {
                 LOG.error("ringside ends: {}", reason);
                 lifetime.fail(restartHelps);
             })) {
            terminal.start();
            pipeline.start();
            return lifetime.await(Long.MAX_VALUE);
        } catch (CannotStart failure) {
            lifetime.fail(failure.restartHelps());
            throw failure;
        } finally {
            lifetime.closed();
        }
    }

    /** What is wrong is said in chat too, if the settings at least say in which. */
    private static PipelineConfig config(Map<String, String> values) {
        try {
            return Settings.live(values);
        } catch (BadSettings bad) {
            Settings.telegram(values).ifPresent(telegram -> StartNotice.send(telegram, bad));
            throw bad;
        }
    }
}
