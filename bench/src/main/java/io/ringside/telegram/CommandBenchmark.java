package io.ringside.telegram;

import io.ringside.bench.frame.SampleFrames;
import io.ringside.core.command.CommandParser;
import io.ringside.core.command.ParsedCommand;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One typed line to a command or a rejection, cycling through six: our parser against one regular expression. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(3)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 10, time = 1)
public class CommandBenchmark {

    private static final String BOT = "RingsideBot";
    private static final String[] LINES = {
        "/status", "/buy BTCUSDT 0.25", "/sell ethusdt 1.50000000 3500.10", "/stop@RingsideBot",
        "/buy BNBUSDT 12 601.5", "good morning"};
    private static final Pattern COMMAND = Pattern.compile(
        "^/(\\w+)(?:@" + BOT + ")?(?:\\s+(\\w+)\\s+(\\d+(?:\\.\\d+)?)(?:\\s+(\\d+(?:\\.\\d+)?))?)?\\s*$",
        Pattern.CASE_INSENSITIVE);

    private final CommandParser parser = new CommandParser(SampleFrames.symbols());
    private int next;

    /** What the naive parser finds. */
    public record NaiveCommand(String verb, String symbol, BigDecimal quantity, BigDecimal price) {
    }

    /** Checks that both accept and reject the same lines. */
    @Setup
    public void checkThatBothAgree() {
        for (int i = 0; i < LINES.length; i++) {
            next = i;
            boolean taken = ringside() instanceof ParsedCommand.Accepted;
            next = i;
            if (taken != (naive() != null)) {
                throw new IllegalStateException("the parsers disagree about: " + LINES[i]);
            }
        }
    }

    @Benchmark
    public ParsedCommand ringside() {
        return parser.parse(line(), BOT);
    }

    /** Checks neither symbol nor verb, and explains nothing. */
    @Benchmark
    public NaiveCommand naive() {
        Matcher matcher = COMMAND.matcher(line());
        if (!matcher.matches()) {
            return null;
        }
        return new NaiveCommand(matcher.group(1).toLowerCase(Locale.ROOT), matcher.group(2), decimal(matcher.group(3)),
            decimal(matcher.group(4)));
    }

    private String line() {
        String line = LINES[next];
        next = (next + 1) % LINES.length;
        return line;
    }

    private static BigDecimal decimal(String text) {
        return text == null ? null : new BigDecimal(text);
    }
}
