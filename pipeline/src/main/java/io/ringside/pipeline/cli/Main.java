package io.ringside.pipeline.cli;

import io.ringside.pipeline.CannotStart;
import io.ringside.trading.settings.BadSettings;
import java.io.PrintStream;
import java.security.Security;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.function.IntSupplier;
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
    footer = {"", "Exit codes:", "  0  ended in order, also by SIGTERM and Ctrl-C", "  1  failed; a restart may help",
        "  2  settings or command line cannot be used",
        "  78 failed, and a restart does not help: token rejected, journal damaged or",
        "     in use, another account's journal"})
public final class Main implements Callable<Integer> {

    /** Bad command line or settings; picocli's own code for the first. */
    static final int BAD_USAGE = CommandLine.ExitCode.USAGE;

    /** Each reconnect must look the host name up again; the JDK would cache it for 30 s. */
    private static final String DNS_CACHE_S = "5";

    /** Read once, by Netty's first classes; the second is its older name. */
    static final String LEAK_DETECTION = "io.netty.leakDetection.level";
    static final String OLD_LEAK_DETECTION = "io.netty.leakDetectionLevel";

    private static final String OUT_OF_MEMORY = "ringside: out of memory, ending now; give it more with -Xmx";

    @Mixin
    private LiveRun live;

    public static void main(String[] arguments) {
        Thread.setDefaultUncaughtExceptionHandler(Main::onUncaught);
        Security.setProperty("networkaddress.cache.ttl", DNS_CACHE_S);
        leaveLeakDetectionToTests(System.getProperties());
        System.exit(guarded(() -> commandLine().execute(arguments), System.err));
    }

    /** Sampling buffers for leaks allocates on the tick path; whoever looks for a leak says so. */
    static void leaveLeakDetectionToTests(Properties properties) {
        if (properties.getProperty(OLD_LEAK_DETECTION) == null) {
            properties.putIfAbsent(LEAK_DETECTION, "disabled");
        }
    }

    /** An {@link Error} is a line, not a stack trace: no class, no library, no memory. */
    static int guarded(IntSupplier program, PrintStream err) {
        try {
            return program.getAsInt();
        } catch (Error failure) {
            err.println("ringside: " + failure);
            return Lifetime.FAILED;
        }
    }

    /** Without memory nothing works for sure any more, shutdown hooks included. */
    static void onUncaught(Thread thread, Throwable failure) {
        if (failure instanceof OutOfMemoryError) {
            System.err.println(OUT_OF_MEMORY);
            Runtime.getRuntime().halt(Lifetime.FAILED);
        }
        System.err.print("Exception in thread \"" + thread.getName() + "\" ");
        failure.printStackTrace();
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
                return Lifetime.codeOf(reason.restartHelps());
            }
            throw failure;
        });
        return commandLine;
    }
}
