package io.ringside.pipeline.terminal;

import io.ringside.core.event.CommandRequest;
import io.ringside.core.event.Origin;
import io.ringside.core.event.PipelineEvent;
import io.ringside.core.event.Verb;
import io.ringside.core.ring.Publisher;
import io.ringside.core.runtime.ThreadNames;
import io.ringside.telegram.CommandParser;
import io.ringside.telegram.ParsedCommand;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Commands from the terminal: reads them, checks their form, publishes them, and acknowledges each before its reply.
 *
 * <p><em>Threading:</em> started by the owner; reads on its own thread, which ends with the input.
 */
public final class ConsoleBot {

    private static final long PUBLISH_TIMEOUT_NS = TimeUnit.SECONDS.toNanos(2);
    private static final Origin ORIGIN = new Origin(0, Origin.CONSOLE_CHAT, 0, 0);

    private final Supplier<String> lines;
    private final CommandParser parser;
    private final Publisher ring;
    private final Terminal terminal;
    private final LongSupplier epochNsClock;
    private final PipelineEvent event = new PipelineEvent();
    private long commandsRead;

    /**
     * @param lines waits for the next line; null at the end of the input
     */
    public ConsoleBot(Supplier<String> lines, CommandParser parser, Publisher ring, Terminal terminal,
               LongSupplier epochNsClock) {
        this.lines = lines;
        this.parser = parser;
        this.ring = ring;
        this.terminal = terminal;
        this.epochNsClock = epochNsClock;
    }

    public void start() {
        ThreadNames.factory(ThreadNames.CONSOLE_IN).newThread(this::run).start();
    }

    public void onLine(String line) {
        ParsedCommand parsed = parser.parse(line, null);
        if (parsed instanceof ParsedCommand.Accepted accepted) {
            publish(accepted);
        } else if (parsed instanceof ParsedCommand.Rejected rejected) {
            terminal.print(rejected.answer());
        } else if (!line.isBlank()) {
            terminal.print("commands start with a slash; see /help");
        }
    }

    private void run() {
        for (String line = lines.get(); line != null; line = lines.get()) {
            if (line.indexOf('\0') >= 0) {
                // A process started without stdin reads whatever file it opens first.
                terminal.print("stdin is not text; no longer reading commands");
                return;
            }
            onLine(line);
        }
    }

    private void publish(ParsedCommand.Accepted command) {
        Verb verb = command.verb();
        long nowEpochNs = epochNsClock.getAsLong();
        event.command().set(new CommandRequest(ORIGIN, ++commandsRead, verb, command.arguments(),
            TimeUnit.NANOSECONDS.toMillis(nowEpochNs), nowEpochNs));
        boolean taken = ring.publish(event, PUBLISH_TIMEOUT_NS,
            () -> terminal.print("✓ " + verb.word() + " queued"));
        if (!taken) {
            terminal.print("✗ busy, " + verb.word() + " not executed");
        }
    }
}
