package io.ringside.pipeline.cli;

import io.ringside.pipeline.CannotStart;
import io.ringside.trading.settings.BadSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code trades}: all executions, from the ledger and the journal's newest part. */
@Command(name = "trades", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false,
    header = "Prints every execution since the first start, as text or as CSV.",
    description = {"", "Reads the ledger, and of the journal what is not in the ledger yet. Changes nothing; the",
        "journal may be in use. Since when it knows, and what is missing, goes to standard error.", ""})
final class TradesCommand implements Callable<Integer> {

    /** RFC 4180. */
    private static final String CSV_LINE_END = "\r\n";

    @Parameters(index = "0", paramLabel = "DIR", description = "directory of the journal")
    private Path directory;

    @Option(names = "--csv", description = "comma-separated (RFC 4180), as spreadsheets read it")
    private boolean csv;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        Trades trades = new Trades(directory);
        int exitCode = CommandLine.ExitCode.OK;
        try {
            if (!trades.exist()) {
                throw new BadSettings(List.of("no journal in " + directory));
            }
            print(out, Trades.COLUMNS);
            trades.read(row -> print(out, row));
            trades.notes().forEach(err::println);
        } catch (IOException failure) {
            err.println(CannotStart.words(failure));
            exitCode = CommandLine.ExitCode.SOFTWARE;
        }
        trades.problems().forEach(err::println);
        out.flush();
        err.flush();
        return trades.problems().isEmpty() ? exitCode : CommandLine.ExitCode.SOFTWARE;
    }

    private void print(PrintWriter out, List<String> row) {
        out.print(row.stream().map(value -> csv ? quoted(value) : value)
            .collect(Collectors.joining(csv ? "," : "  ")));
        out.print(csv ? CSV_LINE_END : "\n");
    }

    private static String quoted(String value) {
        boolean plain = value.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? value : '"' + value.replace("\"", "\"\"") + '"';
    }
}
