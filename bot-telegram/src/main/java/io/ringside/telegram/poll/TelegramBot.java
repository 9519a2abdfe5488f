package io.ringside.telegram.poll;

import io.ringside.core.command.CommandGate;
import io.ringside.core.command.CommandParser;
import io.ringside.core.command.ReplySink;
import io.ringside.core.event.Symbols;
import io.ringside.core.ring.Publisher;
import io.ringside.core.runtime.Counters;
import io.ringside.core.runtime.Fatal;
import io.ringside.core.runtime.ThreadNames;
import io.ringside.telegram.api.TelegramApi;
import io.ringside.telegram.api.TelegramConfig;
import io.ringside.telegram.api.Timing;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Listens to Telegram: takes updates, checks who may command, and puts their commands into the ring.
 *
 * <p><em>Threading:</em> {@link #start()} and {@link #close()} from the owner's thread; works on the poll thread.
 *
 * <p>Failing: network trouble is retried for ever with a growing wait. A token that Telegram rejects ends the polling
 * and is reported once, on the poll thread.
 */
public final class TelegramBot implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TelegramBot.class);
    /** The last call to Telegram takes at most 2 s of it. */
    private static final long CLOSE_MARGIN_MS = 3_000;

    private final LongPoll poll;
    private final Fatal onFatal;
    private final long closeTimeoutMs;
    private final CountDownLatch closing = new CountDownLatch(1);
    private Thread thread;

    /**
     * @param ring    where commands go; the poll thread waits for it at most the publish timeout
     * @param outbox  where answers and alerts go
     * @param onFatal called when polling has ended for good; must not close this bot itself
     */
    public TelegramBot(TelegramConfig config, Symbols symbols, Publisher ring, ReplySink outbox, Counters counters,
                       Fatal onFatal) {
        this(config, newPoll(config, symbols, ring, outbox, counters, onFatal), onFatal);
    }

    TelegramBot(TelegramConfig config, LongPoll poll, Fatal onFatal) {
        this.poll = poll;
        this.onFatal = onFatal;
        this.closeTimeoutMs = TimeUnit.NANOSECONDS.toMillis(CommandGate.PUBLISH_TIMEOUT_NS) + CLOSE_MARGIN_MS;
    }

    /** Once only; returns at once. */
    public void start() {
        thread = ThreadNames.factory(ThreadNames.TG_POLL).newThread(this::run);
        thread.start();
    }

    /**
     * Ends the poll, confirms what was handled, and waits for both, at most the publish timeout and 3 s. Commands not
     * yet looked at stay with Telegram. Idempotent.
     */
    @Override
    public void close() {
        closing.countDown();
        poll.cancel();
        if (thread != null && !ended()) {
            LOG.warn("the poll thread did not end within {} ms and is abandoned", closeTimeoutMs);
        }
        poll.close();
    }

    private static LongPoll newPoll(TelegramConfig config, Symbols symbols, Publisher ring, ReplySink outbox,
                                    Counters counters, Fatal onFatal) {
        Timing timing = Timing.system();
        CommandGate commands = new CommandGate("telegram", new CommandParser(symbols), ring, outbox,
            timing.epochNsClock(), counters);
        UpdateGate gate = new UpdateGate(config, commands, outbox, timing, counters);
        HourlyAlert conflictAlert = new HourlyAlert(config.chatId(), outbox, timing.nanoClock());
        PollTrouble trouble = new PollTrouble(conflictAlert, timing, counters);
        return new LongPoll(config, TelegramApi.forPolling(config), gate, trouble, onFatal, counters);
    }

    private void run() {
        try {
            long delayMs = 0;
            while (delayMs != LongPoll.STOPPED && !closing.await(delayMs, TimeUnit.MILLISECONDS)) {
                delayMs = poll.step();
            }
            poll.confirm();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error failure) {
            LOG.error("Telegram polling ended", failure);
            onFatal.end("Telegram polling ended by " + failure.getClass().getSimpleName() + ", see the log", true);
        }
    }

    private boolean ended() {
        try {
            thread.join(closeTimeoutMs);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        return !thread.isAlive();
    }
}
