package io.ringside.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.core.command.CommandGate;
import io.ringside.core.command.CommandParser;
import io.ringside.core.runtime.Counter;
import io.ringside.core.runtime.Counters;
import io.ringside.pipeline.settings.PipelineConfig;
import io.ringside.pipeline.settings.Settings;
import io.ringside.pipeline.terminal.ConsoleBot;
import io.ringside.pipeline.terminal.Terminal;
import io.ringside.sim.SimulatedExchange;
import io.ringside.sim.control.SimulatedExchangeConfig;
import io.ringside.sim.quote.QuoteSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.agrona.concurrent.SystemEpochNanoClock;

/** The whole pipeline in this JVM, between a simulated exchange, perhaps a scripted Telegram, and a terminal. */
final class PipelineRig implements AutoCloseable {

    static final long USER = 42;

    private static final long DEADLINE_S = 10;

    private final Counters counters = new Counters();
    private final BlockingQueue<String> fatal = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> printed = new LinkedBlockingQueue<>();
    private final Terminal terminal = new Terminal(printed::add, counters);
    private final SimulatedExchange exchange;
    private final Pipeline pipeline;
    private final ConsoleBot console;

    /** Starts everything; {@code telegram} may be null. */
    PipelineRig(QuoteSource source, ScriptedTelegram telegram, long tickDelayMs, Map<String, String> settings) {
        exchange = new SimulatedExchange(SimulatedExchangeConfig.onAnyPort(), source);
        exchange.start();
        PipelineConfig config = config(exchange.url(), telegram, tickDelayMs, settings);
        pipeline = new Pipeline(config, terminal, counters, (reason, restartHelps) -> fatal.add(reason));
        LongSupplier epochNsClock = new SystemEpochNanoClock()::nanoTime;
        console = new ConsoleBot(() -> null, new CommandGate("console", new CommandParser(config.symbols()),
            pipeline.ring(), terminal, epochNsClock, counters), terminal, epochNsClock);
        terminal.start();
        try {
            pipeline.start();
        } catch (CannotStart failure) {
            close();
            throw failure;
        }
    }

    private static PipelineConfig config(String exchangeUrl, ScriptedTelegram telegram, long tickDelayMs,
                                         Map<String, String> settings) {
        Map<String, String> values = new HashMap<>(Map.of("JOURNAL_DIR", "none"));
        values.putAll(settings);
        values.put("BINANCE_WS_URL", exchangeUrl);
        if (telegram == null) {
            return Settings.demo(values, tickDelayMs);
        }
        values.put("TELEGRAM_API_URL", telegram.url());
        values.put("TG_BOT_TOKEN", ScriptedTelegram.TOKEN);
        values.put("TG_CHAT_ID", Long.toString(USER));
        PipelineConfig live = Settings.live(values);
        return new PipelineConfig(live.label(), live.symbols(), live.ring(), live.feed(), live.telegram(),
            live.tickPrintMs(), tickDelayMs, live.latencyFile(), live.trading(), live.journal(), live.rules());
    }

    void awaitQuotes() throws InterruptedException {
        pipeline.awaitQuotes(TimeUnit.SECONDS.toMillis(DEADLINE_S));
    }

    /** A line at the terminal. */
    void type(String line) {
        console.onLine(line);
    }

    /** All that was printed, up to and including the first text that fits. */
    List<String> awaitPrinted(Predicate<String> fits) throws InterruptedException {
        List<String> before = new ArrayList<>();
        while (true) {
            String next = printed.poll(DEADLINE_S, TimeUnit.SECONDS);
            assertThat(next).as("a text that fits, after %s", before).isNotNull();
            before.add(next);
            if (fits.test(next)) {
                return before;
            }
        }
    }

    /** Asks for the status until it fits; the last one. */
    String awaitStatus(Predicate<String> fits) throws InterruptedException {
        long deadlineNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(DEADLINE_S);
        while (true) {
            type("/status");
            List<String> texts = awaitPrinted(text -> text.startsWith("Ringside "));
            String status = texts.get(texts.size() - 1);
            if (fits.test(status)) {
                return status;
            }
            assertThat(deadlineNs - System.nanoTime()).as("time left, the status being %s", status).isPositive();
        }
    }

    long count(String counter) {
        return counters.all().stream().filter(one -> one.name().equals(counter)).mapToLong(Counter::value)
            .findFirst().orElseThrow();
    }

    /** What the pipeline could not go on for. */
    String awaitFatal() throws InterruptedException {
        return fatal.poll(DEADLINE_S, TimeUnit.SECONDS);
    }

    void closePipeline() {
        pipeline.close();
    }

    @Override
    public void close() {
        pipeline.close();
        terminal.close();
        exchange.close();
    }
}
