package io.ringside.pipeline;

import io.ringside.binance.sim.QuoteSource;
import io.ringside.binance.sim.QuoteWalk;
import io.ringside.binance.sim.SessionReplay;
import io.ringside.binance.sim.SimulatedExchange;
import io.ringside.binance.sim.SimulatedExchangeConfig;
import io.ringside.core.runtime.Counter;
import io.ringside.core.runtime.Counters;
import io.ringside.telegram.CommandParser;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.agrona.concurrent.SystemEpochNanoClock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code demo}: the same pipeline against a local exchange, with the terminal in the place of Telegram. */
@Command(name = "demo", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false,
    header = "Shows the pipeline against a local exchange; needs no account.",
    description = {"", "Type /status, /stop, /start, /buy BTCUSDT 0.01, /sell BTCUSDT 0.01 or /help.",
        "A line [TICK] shows a symbol's best bid. RING_SLOTS, WAIT_MODE, TICK_POLICY, TICK_PRINT_MS and LOG_LEVEL",
        "work as in 'run'.", ""})
final class DemoCommand implements Callable<Integer> {

    private static final long WALK_SEED = 20_261_123L;

    /** What is still in the sockets behind the end of a recording arrives well within this time. */
    private static final long GRACE_MS = 1_000;
    private static final long MOST_WAIT_FOR_QUOTES_MS = 2_000;

    @Option(names = "--symbols", paramLabel = "LIST",
        description = "symbols separated by commas; default BTCUSDT,ETHUSDT, or all of the recording")
    private String symbols;

    @Option(names = "--duration", paramLabel = "TIME", converter = DurationMs.class,
        description = "end by itself after this time, for example 10s; default: never")
    private Long durationMs;

    @Option(names = "--rate", paramLabel = "N", defaultValue = "20",
        description = "generated quotes per second and symbol; default ${DEFAULT-VALUE}")
    private int rate;

    @Option(names = "--replay", paramLabel = "FILE",
        description = "play a recorded session (lines of 'receiveNs JSON', plain or gzip) and end with it")
    private Path replay;

    @Option(names = "--speed", paramLabel = "N|max", defaultValue = "1",
        description = "pace of the replay: 1 as recorded, 10 ten times faster, max as fast as the pipeline takes it "
            + "(nothing is superseded then)")
    private String speed;

    @Option(names = "--slow-handler", paramLabel = "TIME", converter = DurationMs.class, defaultValue = "0ms",
        description = "let a handler on the ring sleep so long at every quote, to watch an overload")
    private long tickDelayMs;

    @Override
    public Integer call() throws InterruptedException {
        boolean max = "max".equals(speed);
        QuoteSource source = source(max);
        try (SimulatedExchange exchange = new SimulatedExchange(SimulatedExchangeConfig.onAnyPort(), source)) {
            PipelineConfig config = refusing(() -> {
                exchange.start();
                return Settings.demo(values(exchange.url(), max), tickDelayMs);
            });
            return run(config, source);
        }
    }

    private int run(PipelineConfig config, QuoteSource source) throws InterruptedException {
        Lifetime lifetime = new Lifetime();
        lifetime.watchSignals();
        if (source instanceof SessionReplay recording) {
            Executor afterGrace = CompletableFuture.delayedExecutor(GRACE_MS, TimeUnit.MILLISECONDS);
            recording.finished().thenRunAsync(() -> lifetime.end(Lifetime.OK), afterGrace);
        }
        Counters counters = new Counters();
        try (ConsoleIo io = ConsoleIo.open(() -> lifetime.end(Lifetime.OK));
             Terminal terminal = new Terminal(io.printer(), counters)) {
            terminal.start();
            int exitCode = run(config, lifetime, io, terminal, counters);
            terminal.print("[END] " + counters.all().stream().filter(counter -> counter.value() > 0)
                .map(DemoCommand::show).collect(Collectors.joining(", ")));
            return exitCode;
        } finally {
            lifetime.closed();
        }
    }

    private int run(PipelineConfig config, Lifetime lifetime, ConsoleIo io, Terminal terminal, Counters counters)
        throws InterruptedException {
        try (Pipeline pipeline = new Pipeline(config, terminal, counters, reason -> {
            terminal.print("ringside ends: " + reason);
            lifetime.end(Lifetime.FAILED);
        })) {
            pipeline.start();
            pipeline.awaitQuotes(MOST_WAIT_FOR_QUOTES_MS);
            SystemEpochNanoClock epochClock = new SystemEpochNanoClock();
            new ConsoleBot(io.lines(), new CommandParser(config.symbols()), pipeline.ring(), terminal,
                epochClock::nanoTime).start();
            return lifetime.await(durationMs == null ? Long.MAX_VALUE : durationMs);
        }
    }

    private QuoteSource source(boolean max) {
        return refusing(() -> {
            if (replay == null) {
                List<String> names = List.of((symbols == null ? Settings.DEFAULT_SYMBOLS : symbols).split(","));
                return new QuoteWalk(names, rate, new SplittableRandom(WALK_SEED), System::nanoTime);
            }
            if (symbols == null) {
                symbols = String.join(",", SessionReplay.symbolsIn(replay));
            }
            return max ? SessionReplay.asFastAsTaken(replay)
                : SessionReplay.atPace(replay, Double.parseDouble(speed), System::nanoTime);
        });
    }

    /** Turns what the parts refuse into a line for the user. */
    private static <T> T refusing(Supplier<T> maker) {
        try {
            return maker.get();
        } catch (BadSettings bad) {
            throw bad;
        } catch (IllegalArgumentException | UncheckedIOException refused) {
            throw new BadSettings(List.of(refused.getMessage()));
        }
    }

    private Map<String, String> values(String exchangeUrl, boolean max) {
        Map<String, String> values = new HashMap<>(System.getenv());
        values.put(Settings.BINANCE_WS_URL, exchangeUrl);
        values.put("ENV", "demo");
        if (max) {
            values.put(Settings.TICK_POLICY, "backpressure");
        }
        if (symbols != null) {
            values.put(Settings.SYMBOLS, symbols);
        } else {
            values.remove(Settings.SYMBOLS);
        }
        return values;
    }

    private static String show(Counter counter) {
        return counter.name() + " " + counter.value();
    }
}
