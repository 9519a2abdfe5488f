package io.ringside.pipeline.cli;

import io.ringside.core.command.CommandGate;
import io.ringside.core.command.CommandParser;
import io.ringside.core.runtime.Counter;
import io.ringside.core.runtime.Counters;
import io.ringside.pipeline.CannotStart;
import io.ringside.pipeline.Pipeline;
import io.ringside.pipeline.settings.PipelineConfig;
import io.ringside.pipeline.terminal.ConsoleBot;
import io.ringside.pipeline.terminal.ConsoleIo;
import io.ringside.pipeline.terminal.Terminal;
import io.ringside.sim.quote.QuoteSource;
import io.ringside.sim.replay.SessionReplay;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.agrona.concurrent.SystemEpochNanoClock;

/**
 * The demo's pipeline from its start to its exit code, with the terminal instead of Telegram. It ends by itself when
 * the time is over or the recording has been played.
 *
 * <p><em>Threading:</em> the main thread.
 */
final class DemoRun {

    private static final long MOST_WAIT_FOR_QUOTES_MS = 2_000;

    /** Quotes still on their way after the end of a recording arrive within this time. */
    private static final long QUIET_MS = 1_000;

    /** Only these counters stop with the recording; timers are journaled for ever. */
    private static final String QUOTES = "quotes ";

    private final PipelineConfig config;
    private final long durationMs;
    private final Lifetime lifetime = new Lifetime();
    private final Counters counters = new Counters();

    DemoRun(PipelineConfig config, long durationMs) {
        this.config = config;
        this.durationMs = durationMs;
    }

    int run(QuoteSource source) throws InterruptedException {
        lifetime.watchSignals();
        if (source instanceof SessionReplay recording) {
            recording.finished().thenRun(() -> endOnceQuiet(counted()));
        }
        try (ConsoleIo io = ConsoleIo.open(() -> lifetime.end(Lifetime.OK));
             Terminal terminal = new Terminal(io.printer(), counters)) {
            terminal.start();
            int exitCode = run(io, terminal);
            terminal.print("[END] " + counters.all().stream().filter(counter -> counter.value() > 0)
                .map(counter -> counter.name() + " " + counter.value()).collect(Collectors.joining(", ")));
            return exitCode;
        } catch (CannotStart failure) {
            lifetime.fail(failure.restartHelps());
            throw failure;
        } finally {
            lifetime.closed();
        }
    }

    private int run(ConsoleIo io, Terminal terminal) throws InterruptedException {
        try (Pipeline pipeline = new Pipeline(config, terminal, counters, (reason, restartHelps) -> {
            terminal.print("ringside ends: " + reason);
            lifetime.fail(restartHelps);
        })) {
            pipeline.start();
            pipeline.awaitQuotes(MOST_WAIT_FOR_QUOTES_MS);
            LongSupplier epochNsClock = new SystemEpochNanoClock()::nanoTime;
            CommandGate commands = new CommandGate("console", new CommandParser(config.symbols()), pipeline.ring(),
                terminal, epochNsClock, counters);
            new ConsoleBot(io.lines(), commands, terminal, epochNsClock).start();
            return lifetime.await(durationMs);
        }
    }

    /** A slow pipeline needs time to drain the sockets; every quote is counted when it is read. */
    private void endOnceQuiet(long countedBefore) {
        CompletableFuture.delayedExecutor(QUIET_MS, TimeUnit.MILLISECONDS).execute(() -> {
            long countedNow = counted();
            if (countedNow == countedBefore) {
                lifetime.end(Lifetime.OK);
            } else {
                endOnceQuiet(countedNow);
            }
        });
    }

    private long counted() {
        return counters.all().stream().filter(counter -> counter.name().startsWith(QUOTES))
            .mapToLong(Counter::value).sum();
    }
}
