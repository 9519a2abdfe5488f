package io.ringside.pipeline.cli;

import io.ringside.pipeline.CannotStart;
import io.ringside.trading.settings.BadSettings;
import java.security.Security;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The program: reads the command line, runs one subcommand, and ends with its exit code. */
@Command(name = "ringside", mixinStandardHelpOptions = true, versionProvider = Version.class,
    subcommands = {RunCommand.class, DemoCommand.class, ReplayCommand.class, JournalCommand.class,
        TradesCommand.class}, sortOptions = false,
    header = "A trading pipeline: Binance quotes and Telegram commands through one LMAX Disruptor ring.",
    description = {"", "Without a subcommand it runs against Binance and Telegram, see 'run --help'.",
        "To try it without an account, type 'demo'.", ""},
    footer = {"", "Exit codes:", "  0  ended in order, also by SIGTERM and Ctrl-C", "  1  failed while running",
        "  2  settings or command line cannot be used"})
public final class Main implements Callable<Integer> {

    /** Bad command line or settings; picocli's own code for the first. */
    static final int BAD_USAGE = CommandLine.ExitCode.USAGE;

    /** Each reconnect must look the host name up again; the JDK would cache it for 30 s. */
    private static final String DNS_CACHE_S = "5";

    @Mixin
    private LiveRun live;

    public static void main(String[] arguments) {
        Security.setProperty("networkaddress.cache.ttl", DNS_CACHE_S);
        System.exit(commandLine().execute(arguments));
    }

    @Override
    public Integer call() throws InterruptedException {
        return live.run();
    }

    static CommandLine commandLine() {
        CommandLine commandLine = new CommandLine(new Main());
        commandLine.setParameterExceptionHandler((wrong, words) -> {
            CommandLine command = wrong.getCommandLine();
            command.getErr().println(wrong.getMessage());
            command.getErr().println("See '" + command.getCommandSpec().qualifiedName() + " --help'.");
            return BAD_USAGE;
        });
        commandLine.setExecutionExceptionHandler((failure, command, parsed) -> {
            if (failure instanceof BadSettings bad) {
                command.getErr().println(bad.getMessage());
                command.getErr().flush();
                return BAD_USAGE;
            }
            if (failure instanceof CannotStart reason) {
                command.getErr().println("ringside: " + reason.getMessage());
                command.getErr().flush();
                return Lifetime.FAILED;
            }
            throw failure;
        });
        return commandLine;
    }
}
