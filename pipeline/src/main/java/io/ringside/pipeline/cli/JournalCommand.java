package io.ringside.pipeline.cli;

import io.ringside.pipeline.CannotStart;
import io.ringside.trading.settings.StrategyTypes;
import io.ringside.trading.upkeep.Finding;
import io.ringside.trading.upkeep.JournalBackup;
import io.ringside.trading.upkeep.JournalCheck;
import io.ringside.trading.upkeep.JournalRepair;
import io.ringside.trading.upkeep.RepairStep;
import java.io.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code journal}: prints, checks, repairs or copies a journal. */
@Command(name = "journal", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false,
    header = "Prints, checks, repairs or backs up a journal.",
    description = {"", "Without a subcommand it prints: 'journal DIR' is 'journal print DIR'.", ""})
final class JournalCommand implements Callable<Integer> {

    private static final String YES = "yes";

    @Mixin
    private JournalPrint print;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        return print.run();
    }

    @Command(name = "print", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false,
        header = "Prints the events and decisions of a journal, one line each.",
        description = {"", "Changes nothing; the journal may be in use. Ends with 1 where the journal is damaged.", ""})
    int print(@Mixin JournalPrint records) {
        return records.run();
    }

    @Command(name = "check", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false,
        header = "Reads all of a journal and names each damage and what a start makes of it.",
        description = {"", "Changes nothing; the journal may be in use. A start reads less: what it recovers from.",
            "Ends with 0 if nothing is damaged, else with 1. A record that a kill has torn is no damage.", ""})
    int check(@Parameters(paramLabel = "DIR", description = "directory of the journal") Path directory) {
        PrintWriter out = spec.commandLine().getOut();
        try {
            JournalFile.requireJournal(directory);
            JournalCheck check = new JournalCheck(directory, StrategyTypes.builtIn());
            List<Finding> findings = check.run();
            findings.forEach(finding -> out.println(finding.text()));
            long damages = findings.stream().filter(Finding::isDamage).count();
            String verdict = damages == 0 ? "sound: " : damages == 1 ? "1 damage; " : damages + " damages; ";
            out.println(verdict + check.records() + " records read; a start recovers from segment "
                + check.firstNeeded());
            return damages == 0 ? Lifetime.OK : Lifetime.FAILED;
        } catch (IOException failure) {
            throw CannotStart.because(failure);
        } finally {
            out.flush();
        }
    }

    @Command(name = "repair", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false,
        header = "Puts aside what keeps a start from reading a journal.",
        description = {"", "Says what would be lost and asks; nothing is deleted. The journal must not be in use.",
            "Ends with 0 if nothing had to be done or all was done, else with 1.", ""})
    int repair(@Parameters(paramLabel = "DIR", description = "directory of the journal") Path directory,
               @Option(names = "--yes", description = "do it without asking") boolean yes) {
        PrintWriter out = spec.commandLine().getOut();
        try (JournalRepair repair = repairOf(directory)) {
            if (repair.steps().isEmpty()) {
                out.println("nothing to repair: a start reads this journal");
                return Lifetime.OK;
            }
            for (RepairStep step : repair.steps()) {
                out.println(step.text());
            }
            if (!yes && !isConfirmed(out)) {
                out.println("nothing was changed; --yes puts that aside");
                return Lifetime.FAILED;
            }
            repair.run().forEach(kept -> out.println("kept: " + kept));
            out.println("repaired; trading stays stopped after the next start, until /start");
            return Lifetime.OK;
        } catch (IOException failure) {
            throw CannotStart.because(failure);
        } finally {
            out.flush();
        }
    }

    @Command(name = "backup", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false,
        header = "Copies a journal with its ledger, and reads the copy back.",
        description = {"", "The journal may be in use: the copy ends at the last complete record. TO must be empty or",
            "missing. Ends with 0 if the copy can be used, else with 1.", ""})
    int backup(@Parameters(paramLabel = "DIR", description = "directory of the journal") Path directory,
               @Parameters(paramLabel = "TO", description = "directory of the copy") Path to) {
        PrintWriter out = spec.commandLine().getOut();
        try {
            JournalFile.requireJournal(directory);
            JournalBackup backup = new JournalBackup(directory, to);
            backup.run();
            out.println("copied " + backup.files() + " files, " + backup.bytes() + " bytes, to " + to);
        } catch (FileAlreadyExistsException occupied) {
            throw new CannotStart(to + " is not empty: a backup needs an empty directory");
        } catch (IOException failure) {
            throw CannotStart.because(failure);
        }
        return check(to);
    }

    private static JournalRepair repairOf(Path directory) throws IOException {
        JournalFile.requireJournal(directory);
        return JournalRepair.of(directory);
    }

    /** False where nobody can be asked. */
    private static boolean isConfirmed(PrintWriter out) {
        out.flush();
        Console console = System.console();
        String answer = console == null ? null : console.readLine("Type '%s' to put that aside: ", YES);
        return answer != null && answer.strip().equalsIgnoreCase(YES);
    }
}
