package io.ringside.pipeline;

import io.ringside.binance.feed.BinanceFeed;
import io.ringside.core.command.Reply;
import io.ringside.core.command.Verb;
import io.ringside.core.event.Command;
import io.ringside.core.event.FeedState;
import io.ringside.core.event.FeedStatus;
import io.ringside.core.event.Origin;
import io.ringside.core.ring.EventRing;
import io.ringside.core.ring.Publisher;
import io.ringside.core.ring.RingConfig;
import io.ringside.core.ring.RingMonitor;
import io.ringside.core.ring.TimerSource;
import io.ringside.core.ring.WaitMode;
import io.ringside.core.route.Router;
import io.ringside.core.route.SlowHandler;
import io.ringside.core.runtime.Counters;
import io.ringside.core.runtime.ThreadNames;
import io.ringside.pipeline.settings.PipelineConfig;
import io.ringside.pipeline.terminal.Terminal;
import io.ringside.pipeline.terminal.TickPrinter;
import io.ringside.telegram.poll.TelegramBot;
import io.ringside.telegram.send.Outbox;
import io.ringside.trading.engine.JournaledEngine;
import io.ringside.trading.report.RunFacts;
import io.ringside.trading.report.StatusReport;
import io.ringside.trading.report.TickLatency;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.agrona.concurrent.SystemEpochNanoClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The wiring, to be read from top to bottom: sinks, the handlers between them and the ring, the ring, sources. They
 * start in this order and close in the reverse one.
 *
 * <p><em>Threading:</em> the owner's thread builds, starts and closes it.
 */
public final class Pipeline implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Pipeline.class);
    private static final long TIMER_PERIOD_MS = 100;

    private final Counters counters;
    private final Terminal terminal;
    private final Optional<Outbox> outbox;
    private final Optional<SlowHandler> tickPrinter;
    private final EventRing ring;
    private final TimerSource timer;
    private final Optional<TelegramBot> bot;
    private final BinanceFeed feed;
    private final Optional<Path> latencyFile;
    private final PipelineConfig config;
    private final Router router;
    private final SystemEpochNanoClock epochClock = new SystemEpochNanoClock();
    private final long startEpochNs = epochClock.nanoTime();
    private final TickLatency latency = new TickLatency(System::nanoTime);
    private final CountDownLatch quotesFlow = new CountDownLatch(1);
    private JournaledEngine trading;

    /**
     * Builds without starting.
     *
     * @param onFatal told, in one line, when the pipeline cannot go on; must return at once
     */
    public Pipeline(PipelineConfig config, Terminal terminal, Counters counters, Consumer<String> onFatal) {
        this.config = config;
        this.counters = counters;
        this.terminal = terminal;
        this.latencyFile = config.latencyFile();

        this.outbox = config.telegram().map(telegram -> new Outbox(telegram, counters));
        this.tickPrinter = tickPrinter(config, onFatal);

        this.router = new Router(System::nanoTime, counters.counter("handlers failed"));
        this.ring = new EventRing(config.ring(), router, death -> onFatal.accept("the ring's consumer died: " + death));

        RingMonitor monitor = new RingMonitor(ring, router::runningHandler, System::nanoTime,
            this::alert, counters.counter("ring back-ups"));
        this.timer = new TimerSource(ring, monitor::sample, epochClock::nanoTime, TIMER_PERIOD_MS,
            counters.counter("timers left out"));
        this.bot = config.telegram().map(telegram ->
            new TelegramBot(telegram, config.symbols(), ring, this::reply, counters, onFatal));
        this.feed = new BinanceFeed(config.feed(), config.symbols(), ring, counters);
    }

    /**
     * Starts sinks, recovers trading, then starts the ring, then sources. After a failure here, {@link #close()} closes
     * what has started.
     *
     * @throws CannotStart when what the run before has left cannot be taken over, or nothing can be journaled
     */
    public void start() {
        outbox.ifPresent(Outbox::start);
        openTrading();
        subscribe();
        tickPrinter.ifPresent(SlowHandler::start);
        ring.start(feed.thread());
        timer.start();
        bot.ifPresent(TelegramBot::start);
        feed.start();
    }

    /** Waits for the first quotes, so that whoever asks at once has something to see; at most the given time. */
    public void awaitQuotes(long timeoutMs) throws InterruptedException {
        quotesFlow.await(timeoutMs, TimeUnit.MILLISECONDS);
    }

    /** Where other sources publish. */
    public Publisher ring() {
        return ring;
    }

    /** Sources stop, the ring drains, sinks flush: each within a bounded time. Idempotent, and safe without a start. */
    @Override
    public void close() {
        close(feed);
        bot.ifPresent(Pipeline::close);
        close(timer);
        close(ring);
        if (trading != null) {
            close(trading);
        }
        latencyFile.ifPresent(file -> LatencyFile.write(file, latency.recorders()));
        tickPrinter.ifPresent(Pipeline::close);
        outbox.ifPresent(Pipeline::close);
    }

    private void openTrading() {
        TradingOpening opening = new TradingOpening(config, startEpochNs, feed.connectionOf(), feed.connections());
        trading = opening.open(new JournaledEngine.Outlets(ring, this::reply, this::status,
            this::alert), counters);
        router.countFrom(opening.firstSequence());
    }

    /** Who sees which event, in this order. */
    private void subscribe() {
        trading.attachJournalTo(router);
        router
            .onFeedState("terminal", this::show)
            .onCommand("terminal", this::show);
        trading.engine().attachTo(router);
        if (config.tickDelayMs() > 0) {
            router.onTick("sleeper", (tick, sequence) ->
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(config.tickDelayMs())));
        }
        tickPrinter.ifPresent(printer -> printer.attachTo(router));
        router.onTick("latency", latency);
        trading.engine().attachRetriesTo(router);
    }

    private String status(long nowEpochNs, String tradingState) {
        RunFacts facts = new RunFacts(config.label(), startEpochNs, config.ring().slots(),
            config.ring().waitMode().toString(), feed.transport().toString());
        return new StatusReport(facts, config.symbols(), trading.engine().quotes(), trading.engine().health(), counters,
            latency, ring::backlog).text(nowEpochNs, tradingState);
    }

    private Optional<SlowHandler> tickPrinter(PipelineConfig config, Consumer<String> onFatal) {
        if (config.tickPrintMs() == 0) {
            return Optional.empty();
        }
        TickPrinter printer = new TickPrinter(config.symbols(), config.tickPrintMs(), terminal::print);
        Router slow = new Router(System::nanoTime, counters.counter("tick printer failures"))
            .onTick("printer", printer)
            .onTimer("printer", printer);
        return Optional.of(new SlowHandler(RingConfig.of(ThreadNames.CONSOLE, WaitMode.BLOCKING), slow,
            config.symbols().size(), counters, System::nanoTime,
            death -> onFatal.accept("the tick printer died: " + death)));
    }

    private boolean reply(Reply reply) {
        return outbox.isEmpty() || reply.to().channel() == Origin.Channel.CONSOLE
            ? terminal.offer(reply) : outbox.get().offer(reply);
    }

    private void alert(String text) {
        LOG.warn("{}", text);
        reply(Reply.alert(config.alerts(), text));
    }

    private void show(Command command, long sequence) {
        terminal.print(
            "[CMD] /" + Verb.wordOf(command.verbCode()) + " [" + command.arguments().replace(" ", ", ") + "]");
    }

    private void show(FeedState state, long sequence) {
        if (state.status() == FeedStatus.UP) {
            quotesFlow.countDown();
        }
        terminal.print("[FEED] " + state.connection() + " " + state.status() + " " + state.reason());
    }

    private static void close(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception failure) {
            LOG.warn("closing {} failed, the others are closed all the same", part.getClass().getSimpleName(), failure);
        }
    }
}
