package io.ringside.pipeline.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code trades}: the fills in a journal. */
@Command(name = "trades", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false,
    header = "Prints every fill in a journal, as text or as CSV.",
    description = {"", "Changes nothing; the journal may be in use.", ""})
final class TradesCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "DIR", description = "directory of the journal")
    private Path directory;

    @Option(names = "--csv", description = "comma-separated, as spreadsheets read it")
    private boolean csv;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        print(out, Trades.COLUMNS);
        Trades trades = new Trades(row -> print(out, row));
        int exitCode = JournalFile.read(directory, spec.commandLine().getErr(), trades::add);
        out.flush();
        return exitCode;
    }

    private void print(PrintWriter out, List<String> row) {
        // RFC 4180 ends lines with CRLF; every reader accepts a plain line feed, and so do our own tools.
        out.print(row.stream().map(value -> csv ? quoted(value) : value)
            .collect(Collectors.joining(csv ? "," : "  ")) + "\n");
    }

    private static String quoted(String value) {
        boolean plain = value.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? value : '"' + value.replace("\"", "\"\"") + '"';
    }
}
