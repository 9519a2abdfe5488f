package io.ringside.pipeline.terminal;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.DefaultParser;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/**
 * Standard input and output: at a terminal with a prompt that stays below the output, otherwise as plain lines.
 *
 * @param lines   waits for a line; null at the end of the input
 * @param printer prints whole lines
 * @param onClose restores the terminal
 */
public record ConsoleIo(Supplier<String> lines, Consumer<String> printer, Runnable onClose) implements AutoCloseable {

    private static final String PROMPT = "> ";

    /**
     * @param onEnd called when the user leaves: Ctrl-C or Ctrl-D at the prompt, which would otherwise be a signal, or
     * an
     *              output that nobody reads
     */
    public static ConsoleIo open(Runnable onEnd) {
        Console console = System.console();
        if (console != null && !"dumb".equals(System.getenv("TERM"))) {
            try {
                return interactive(TerminalBuilder.builder().system(true).dumb(false).build(), onEnd);
            } catch (IOException | IllegalStateException noTerminal) {
                return plain(onEnd);
            }
        }
        return plain(onEnd);
    }

    @Override
    public void close() {
        onClose.run();
    }

    /**
     * UTF-8 whatever the locale: replies need it, and a container's locale often lacks it.
     *
     * @param onBroken called when the output cannot be written
     */
    public static ConsoleIo plain(Runnable onBroken) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        return new ConsoleIo(() -> {
            try {
                return in.readLine();
            } catch (IOException broken) {
                return null;
            }
        }, line -> {
            out.println(line);
            if (out.checkError()) {
                onBroken.run();
            }
        }, out::flush);
    }

    private static ConsoleIo interactive(Terminal terminal, Runnable onEnd) {
        // A line is what was typed: no quotes that continue on the next line, and no !! that orders again.
        LineReader reader = LineReaderBuilder.builder().terminal(terminal)
            .parser(new DefaultParser().quoteChars(new char[0]).escapeChars(new char[0]))
            .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
            .build();
        return new ConsoleIo(() -> {
            try {
                return reader.readLine(PROMPT);
            } catch (UserInterruptException | EndOfFileException ended) {
                onEnd.run();
                return null;
            }
        }, reader::printAbove, () -> {
            try {
                terminal.close();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        });
    }
}
