package io.ringside.pipeline.terminal;

import io.ringside.core.command.CommandGate;
import io.ringside.core.command.ParsedCommand;
import io.ringside.core.event.Origin;
import io.ringside.core.runtime.ThreadNames;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * The terminal as a front end: reads lines and enters them as commands.
 *
 * <p><em>Threading:</em> started by the owner; reads on its own thread, which ends with the input.
 */
public final class ConsoleBot {

    private static final Origin ORIGIN = Origin.CONSOLE;

    private final Supplier<String> lines;
    private final CommandGate commands;
    private final Terminal terminal;
    private final LongSupplier epochNsClock;
    private long commandsRead;

    /**
     * @param lines    waits for the next line; null at the end of the input
     * @param commands answers to the same terminal
     */
    public ConsoleBot(Supplier<String> lines, CommandGate commands, Terminal terminal, LongSupplier epochNsClock) {
        this.lines = lines;
        this.commands = commands;
        this.terminal = terminal;
        this.epochNsClock = epochNsClock;
    }

    public void start() {
        ThreadNames.factory(ThreadNames.CONSOLE_IN).newThread(this::run).start();
    }

    public void onLine(String line) {
        ParsedCommand command = commands.read(line, null);
        if (!(command instanceof ParsedCommand.NotForUs)) {
            commands.enter(command, ORIGIN, ++commandsRead, TimeUnit.NANOSECONDS.toMillis(epochNsClock.getAsLong()));
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
}
