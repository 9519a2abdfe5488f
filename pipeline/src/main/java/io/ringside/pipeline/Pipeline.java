package io.ringside.pipeline;

import io.ringside.binance.feed.BinanceVenue;
import io.ringside.binance.rules.TradingRules;
import io.ringside.core.command.Reply;
import io.ringside.core.command.ReplyBody;
import io.ringside.core.event.FeedState;
import io.ringside.core.event.FeedStatus;
import io.ringside.core.event.Origin;
import io.ringside.core.ring.EventRing;
import io.ringside.core.ring.Publisher;
import io.ringside.core.ring.RingMonitor;
import io.ringside.core.ring.TimerSource;
import io.ringside.core.route.Router;
import io.ringside.core.runtime.Counters;
import io.ringside.core.runtime.Fatal;
import io.ringside.feed.MarketFeed;
import io.ringside.pipeline.settings.PipelineConfig;
import io.ringside.pipeline.terminal.Terminal;
import io.ringside.pipeline.terminal.TickPrinter;
import io.ringside.telegram.poll.TelegramBot;
import io.ringside.telegram.send.Outbox;
import io.ringside.trading.decision.AccountId;
import io.ringside.trading.engine.JournaledEngine;
import io.ringside.trading.engine.Place;
import io.ringside.trading.engine.RunRecord;
import io.ringside.trading.journal.JournalConfig;
import io.ringside.trading.report.RunFacts;
import io.ringside.trading.report.StatusReport;
import io.ringside.trading.report.TickLatency;
import io.ringside.trading.settings.StrategyTypes;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.agrona.concurrent.SystemEpochNanoClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The wiring, read from top to bottom: sinks, the handlers between them and the ring, the ring, sources. They start in
 * this order and close in reverse.
 *
 * <p><em>Threading:</em> the owner's thread builds, starts and closes it.
 */
public final class Pipeline implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Pipeline.class);
    private static final long TIMER_PERIOD_MS = 100;

    private final Counters counters;
    private final Terminal terminal;
    private final Optional<Outbox> outbox;
    private final Optional<TickPrinter> tickPrinter;
    private final EventRing ring;
    private final TimerSource timer;
    private final Optional<TelegramBot> bot;
    private final MarketFeed feed;
    private final TradingRules rules;
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
     * @param onFatal called if the pipeline cannot continue
     */
    public Pipeline(PipelineConfig config, Terminal terminal, Counters counters, Fatal onFatal) {
        this.config = config;
        this.counters = counters;
        this.terminal = terminal;

        this.outbox = config.telegram().map(telegram -> new Outbox(telegram, counters));
        this.tickPrinter = config.tickPrintMs() == 0 ? Optional.empty() : Optional.of(
            new TickPrinter(config.symbols(), config.tickPrintMs(), terminal::print,
                reason -> onFatal.end(reason, true)));

        this.router = new Router(System::nanoTime, counters.counter("handlers failed"));
        this.ring = new EventRing(config.ring(), router,
            death -> onFatal.end("the ring's consumer died: " + death, true));
        RingMonitor monitor = new RingMonitor(ring, router::runningHandler, System::nanoTime,
            this::alert, counters.counter("ring backlog alerts"));
        this.timer = new TimerSource(ring, monitor::sample, epochClock::nanoTime, TIMER_PERIOD_MS,
            counters.counter("timers skipped"));
        this.bot = config.telegram().map(telegram ->
            new TelegramBot(telegram, config.symbols(), ring, this::reply, counters, onFatal));
        this.feed = new MarketFeed(new BinanceVenue(), config.feed(), config.symbols(), ring, counters);
        this.rules = new TradingRules(config.rules(), config.symbols());
    }

    /**
     * Starts sinks, recovers trading, then starts the ring, then sources. After a failure, {@link #close()} closes
     * whatever has started. A failure is reported in chat, if Telegram can be reached until then.
     *
     * @throws CannotStart if the previous run's state cannot be recovered, or nothing can be journaled
     */
    public void start() {
        outbox.ifPresent(Outbox::start);
        try {
            startAll();
        } catch (RuntimeException | Error failure) {
            reply(Reply.alert(config.alerts(), StartNotice.text(failure)));
            throw failure;
        }
    }

    /** Waits for the first quotes, at most the given time, so that the first command has something to show. */
    public void awaitQuotes(long timeoutMs) throws InterruptedException {
        quotesFlow.await(timeoutMs, TimeUnit.MILLISECONDS);
    }

    /** For other sources to publish to. */
    public Publisher ring() {
        return ring;
    }

    /** Stops sources, drains the ring, flushes sinks, each within a bounded time. Idempotent; safe before a start. */
    @Override
    public void close() {
        close(rules);
        close(feed);
        bot.ifPresent(Pipeline::close);
        close(timer);
        close(ring);
        if (trading != null) {
            close(trading);
        }
        config.latencyFile().ifPresent(file -> LatencyFile.write(file, latency.recorders()));
        tickPrinter.ifPresent(Pipeline::close);
        outbox.ifPresent(Pipeline::close);
    }

    private void startAll() {
        openTrading();
        trading.attachTo(router, this::subscribe);
        tickPrinter.ifPresent(TickPrinter::start);
        ring.start(feed.thread());
        timer.start();
        rules.watch(new RulesSource(ring, epochClock::nanoTime), this::alert);
        bot.ifPresent(TelegramBot::start);
        feed.start();
    }

    private void openTrading() {
        TradingOpening opening = new TradingOpening(config.journal(), run ->
            new JournaledEngine(run, StrategyTypes.builtIn(), ring, this::reply, this::status, counters));
        trading = opening.open(TimeUnit.NANOSECONDS.toMillis(startEpochNs), this::run);
        router.countFrom(opening.firstSequence());
    }

    /** The venue is asked for its rules only once the journal is this process's. */
    private RunRecord run(long runId) {
        TradingRules.Loaded loaded = rules.load();
        loaded.notes().forEach(this::alert);
        boolean ticks = config.journal().map(JournalConfig::ticks).orElse(false);
        return new RunRecord(runId, config.symbols().names(), feed.connectionOf(), feed.connections(), startEpochNs,
            config.alerts(), ticks, config.trading().settings(), loaded.instruments(), AccountId.PAPER);
    }

    /** Its own handlers, at their places in the engine's list. */
    private void subscribe(Place place) {
        switch (place) {
            case TERMINAL -> router.onFeedState("terminal", this::show)
                .onCommand("terminal", (command, sequence) -> terminal.show(command));
            case SLEEPER -> {
                if (config.tickDelayMs() > 0) {
                    router.onTick("sleeper", (tick, sequence) ->
                        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(config.tickDelayMs())));
                }
            }
            case TICK_PRINTER -> tickPrinter.ifPresent(printer -> router.onTick("printer", printer.quotes()));
            case LATENCY -> router.onTick("latency", latency);
            default -> throw new IllegalStateException("no handlers for " + place);
        }
    }

    private ReplyBody status(long nowEpochNs, String tradingState) {
        RunFacts facts = new RunFacts(config.label(), startEpochNs, config.ring().slots(),
            config.ring().waitMode().toString(), feed.transport().toString());
        return new StatusReport(facts, config.symbols(), trading.engine().books().quotes(),
            trading.engine().health(), counters, latency, ring::backlog).body(nowEpochNs, tradingState);
    }

    private boolean reply(Reply reply) {
        return outbox.isEmpty() || reply.to().channel() == Origin.Channel.CONSOLE
            ? terminal.offer(reply) : outbox.get().offer(reply);
    }

    private void alert(String text) {
        LOG.warn("{}", text);
        reply(Reply.alert(config.alerts(), text));
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
            LOG.warn("failed to close {}; closing the others", part.getClass().getSimpleName(), failure);
        }
    }
}
