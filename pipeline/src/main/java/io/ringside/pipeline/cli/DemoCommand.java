package io.ringside.pipeline.cli;

import io.ringside.pipeline.settings.DurationMs;
import io.ringside.pipeline.settings.JournalSettings;
import io.ringside.pipeline.settings.PipelineConfig;
import io.ringside.pipeline.settings.Settings;
import io.ringside.sim.SimulatedExchange;
import io.ringside.sim.control.SimulatedExchangeConfig;
import io.ringside.sim.quote.QuoteSource;
import io.ringside.sim.quote.QuoteWalk;
import io.ringside.sim.replay.SessionReplay;
import io.ringside.trading.settings.BadSettings;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code demo}: the same pipeline against a local exchange, with the terminal instead of Telegram. */
@Command(name = "demo", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false,
    header = "Shows the pipeline against a local exchange; needs no account.",
    description = {"", "Type /status, /buy BTCUSDT 0.01, /positions, /sell BTCUSDT all, /strategy on, /stop or /help.",
        "A [TICK] line shows a symbol's best bid.",
        "RING_SLOTS, WAIT_MODE, TICK_POLICY, TICK_PRINT_MS, LOG_LEVEL and all settings for trading and the journal",
        "work as in 'run'.", ""})
final class DemoCommand implements Callable<Integer> {

    private static final long WALK_SEED = 20_261_123L;
    private static final String MAX = "max";

    @Option(names = "--symbols", paramLabel = "LIST",
        description = "symbols separated by commas; default BTCUSDT,ETHUSDT, or all symbols in the recording")
    private String symbols;

    @Option(names = "--duration", paramLabel = "TIME", converter = DurationMs.class,
        description = "end after this time, for example 10s; default: never")
    private Long durationMs;

    @Option(names = "--rate", paramLabel = "N", defaultValue = "20",
        description = "generated quotes per second and symbol; default ${DEFAULT-VALUE}")
    private int rate;

    @Option(names = "--replay", paramLabel = "FILE",
        description = "play a recorded session (lines of 'receiveNs JSON', plain or gzip), then end")
    private Path replay;

    @Option(names = "--speed", paramLabel = "N|max",
        description = "pace of the replay: 1 as recorded (default), 10 ten times faster, max as fast as the pipeline "
            + "takes it (nothing is conflated then)")
    private String speed;

    @Option(names = "--journal", paramLabel = "DIR",
        description = "keep a journal there, for recovery and replay; default: no journal")
    private String journal;

    @Option(names = "--slow-handler", paramLabel = "TIME", converter = DurationMs.class, defaultValue = "0ms",
        description = "make a handler on the ring sleep this long on every quote, to watch an overload")
    private long tickDelayMs;

    @Override
    public Integer call() throws InterruptedException {
        QuoteSource source = checked(() -> replay == null ? walk() : recording());
        try (SimulatedExchange exchange = new SimulatedExchange(SimulatedExchangeConfig.onAnyPort(), source)) {
            PipelineConfig config = checked(() -> {
                exchange.start();
                return Settings.demo(values(exchange.url()), tickDelayMs);
            });
            return new DemoRun(config, durationMs == null ? Long.MAX_VALUE : durationMs).run(source);
        }
    }

    private QuoteSource walk() {
        if (speed != null) {
            throw new IllegalArgumentException("--speed needs --replay; --rate sets the pace of generated quotes");
        }
        if (symbols == null) {
            symbols = Settings.DEFAULT_SYMBOLS;
        }
        List<String> names = Stream.of(symbols.split(",")).map(String::trim).filter(name -> !name.isEmpty()).toList();
        return new QuoteWalk(names, rate, new SplittableRandom(WALK_SEED), System::nanoTime);
    }

    private QuoteSource recording() {
        if (symbols == null) {
            List<String> recorded = SessionReplay.symbolsIn(replay);
            if (recorded.isEmpty()) {
                throw new IllegalArgumentException("recording " + replay + " has no bookTicker lines");
            }
            symbols = String.join(",", recorded);
        }
        return MAX.equals(speed) ? SessionReplay.asFastAsTaken(replay)
            : SessionReplay.atPace(replay, speed == null ? 1 : times(), System::nanoTime);
    }

    private double times() {
        if (!speed.matches("[0-9]{1,9}(\\.[0-9]{1,9})?")) {
            throw new IllegalArgumentException("--speed is '" + speed + "', expected a number or " + MAX);
        }
        return Double.parseDouble(speed);
    }

    /** Turns a rejected value into an error for the user. */
    private static <T> T checked(Supplier<T> maker) {
        try {
            return maker.get();
        } catch (BadSettings bad) {
            throw bad;
        } catch (IllegalArgumentException | UncheckedIOException invalid) {
            throw new BadSettings(List.of(invalid.getMessage()));
        }
    }

    private Map<String, String> values(String exchangeUrl) {
        Map<String, String> values = new HashMap<>(System.getenv());
        values.put(Settings.BINANCE_WS_URL, exchangeUrl);
        values.remove(Settings.BINANCE_REST_URL);
        values.put(Settings.SYMBOLS, symbols);
        values.put("ENV", "demo");
        if (journal != null) {
            values.put(JournalSettings.DIRECTORY, journal);
        }
        if (MAX.equals(speed)) {
            values.put(Settings.TICK_POLICY, "backpressure");
        }
        return values;
    }
}
