package io.ringside.pipeline.cli;

import io.ringside.pipeline.record.JournalNames;
import io.ringside.pipeline.record.JournalPrinter;
import io.ringside.pipeline.record.RecordFields;
import io.ringside.trading.journal.JournalReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code journal}: prints a journal as text or as JSON. */
@Command(name = "journal", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false,
    header = "Prints the events and decisions of a journal, one line each.",
    description = {"", "Changes nothing; the journal may be in use.", ""})
final class JournalCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "DIR", description = "directory of the journal")
    private Path directory;

    @Option(names = "--json", description = "one JSON object per line")
    private boolean json;

    @Option(names = "--from", paramLabel = "N", defaultValue = "-9223372036854775808",
        description = "only records of this ring sequence and later ones")
    private long fromSequence;

    @Option(names = "--type", paramLabel = "T",
        description = "only this type, for example TICK, COMMAND, ORDER_ACK, OrderPlaced or SegmentStart")
    private String type;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        JournalPrinter printer = new JournalPrinter(spec.commandLine().getOut(), json);
        JournalNames names = new JournalNames();
        int exitCode = JournalFile.read(directory, spec.commandLine().getErr(), reader -> {
            if (isWanted(reader)) {
                printer.print(RecordFields.of(reader, names));
            }
        });
        spec.commandLine().getOut().flush();
        return exitCode;
    }

    private boolean isWanted(JournalReader reader) throws IOException {
        return reader.sequence() >= fromSequence
            && (type == null || type.equalsIgnoreCase(RecordFields.type(reader)));
    }
}
