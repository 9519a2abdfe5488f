package io.ringside.pipeline.cli;

import io.ringside.pipeline.record.JournalNames;
import io.ringside.pipeline.record.JournalPrinter;
import io.ringside.pipeline.record.RecordFields;
import io.ringside.trading.journal.JournalReader;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Prints records, for {@code journal print} and for {@code journal} without a subcommand. */
final class JournalPrint {

    @Parameters(index = "0", paramLabel = "DIR", arity = "0..1", description = "directory of the journal")
    private Path directory;

    @Option(names = "--json", description = "one JSON object per line")
    private boolean json;

    @Option(names = "--from", paramLabel = "N", defaultValue = "-9223372036854775808",
        description = "only records of this ring sequence and later ones")
    private long fromSequence;

    @Option(names = "--type", paramLabel = "T",
        description = "only this type, for example TICK, COMMAND, ORDER_ACK, OrderPlaced or SegmentStart")
    private String type;

    @Spec(Target.MIXEE)
    private CommandSpec spec;

    /** Returns the exit code. */
    int run() {
        CommandLine line = spec.commandLine();
        if (directory == null) {
            throw new ParameterException(line, "Missing required parameter: 'DIR'");
        }
        JournalPrinter printer = new JournalPrinter(line.getOut(), json);
        JournalNames names = new JournalNames();
        int exitCode = JournalFile.read(directory, line.getErr(), reader -> {
            if (isWanted(reader)) {
                printer.print(RecordFields.of(reader, names));
            }
        });
        line.getOut().flush();
        return exitCode;
    }

    private boolean isWanted(JournalReader reader) throws IOException {
        return reader.sequence() >= fromSequence
            && (type == null || type.equalsIgnoreCase(RecordFields.type(reader)));
    }
}
