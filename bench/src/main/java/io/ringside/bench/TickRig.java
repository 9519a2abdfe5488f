package io.ringside.bench;

import io.netty.handler.ssl.OpenSsl;
import io.netty.handler.ssl.SslProvider;
import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import io.ringside.bench.measure.Machine;
import io.ringside.bench.measure.Measurement;
import io.ringside.bench.measure.RigPlan;
import io.ringside.bench.report.JsonReport;
import io.ringside.bench.report.SvgReport;
import io.ringside.bench.report.TextReport;
import io.ringside.binance.feed.SelectorContender;
import io.ringside.binance.feed.TlsContender;
import io.ringside.core.ring.WaitMode;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Measures from wire to handler: a paced sender on the loopback address, several rates, Ringside in several wait modes
 * against a hand-written reader and Netty with Jackson, all in one run and interleaved.
 *
 * <p><em>Threading:</em> the main thread. Stops by itself.
 */
@Command(name = "TickRig", sortOptions = false,
    description = "Measures latency, CPU and allocation from wire to handler, over loopback sockets.")
public final class TickRig implements Callable<Integer> {

    private static final int ENOUGH_CORES = 4;

    @Option(names = "--rates", split = ",", defaultValue = "1000,5000,20000", paramLabel = "N",
        description = "Frames per second, one measurement each (default: ${DEFAULT-VALUE}).")
    private List<Integer> rates;

    @Option(names = "--modes", split = ",", defaultValue = "BLOCKING,BUSY_SPIN,SHARED_THREAD", paramLabel = "MODE",
        description = "How the ring's consumer waits: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private List<WaitMode> modes;

    @Option(names = "--slots", defaultValue = "1024", paramLabel = "N",
        description = "Size of the ring, a power of two (default: ${DEFAULT-VALUE}).")
    private int slots;

    @Option(names = "--repetitions", defaultValue = "3", paramLabel = "N",
        description = "Number of rounds; medians are shown (default: ${DEFAULT-VALUE}).")
    private int repetitions;

    @Option(names = "--warm-up-ms", defaultValue = "1000", paramLabel = "MS",
        description = "Warm-up before each measurement (default: ${DEFAULT-VALUE}).")
    private long warmUpMs;

    @Option(names = "--measure-ms", defaultValue = "3000", paramLabel = "MS",
        description = "Length of each measurement (default: ${DEFAULT-VALUE}).")
    private long measuredMs;

    @Option(names = "--busy-wait", description = "The feed's thread never sleeps and burns a core, in all our rows.")
    private boolean busyWait;

    @Option(names = "--tls",
        description = "Compare TLS engines instead: ws, wss with the native engine, and wss with the JDK's.")
    private boolean tls;

    @Option(names = "--no-flood", description = "Skip the flood, which sends as fast as the client takes frames.")
    private boolean noFlood;

    @Option(names = "--json", paramLabel = "FILE", description = "Write all numbers to this file.")
    private Path json;

    @Option(names = "--svg", paramLabel = "FILE", description = "Draw the percentiles into this file.")
    private Path svg;

    @Option(names = {"-h", "--help"}, usageHelp = true, description = "Show this and exit.")
    private boolean help;

    @Spec
    private CommandSpec spec;

    public static void main(String[] args) throws Exception {
        Relaunch relaunch = Relaunch.here();
        if (relaunch.needs(Relaunch.NATIVE_ACCESS)) {
            System.exit(relaunch.run(TickRig.class, List.of(Relaunch.NATIVE_ACCESS), args));
        }
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return new CommandLine(new TickRig()).setCaseInsensitiveEnumValuesAllowed(true);
    }

    @Override
    public Integer call() throws Exception {
        RigPlan plan = plan();
        System.setProperty("io.netty.leakDetection.level", "disabled");
        PrintWriter out = spec.commandLine().getOut();
        Machine machine = Machine.here();
        out.println(machine.text());
        if (machine.cores() < ENOUGH_CORES) {
            out.println("Warning: " + machine.cores() + " cores; sender, reader and consumer need " + ENOUGH_CORES
                + ". Spinning threads steal time from the others.");
        }
        List<Measurement> medians = new Rounds(contenders(), plan, spec.commandLine().getErr()).run();
        out.print(new TextReport(medians).text());
        out.flush();
        if (json != null) {
            Files.writeString(json, new JsonReport(machine, plan, medians).text(), StandardCharsets.UTF_8);
        }
        if (svg != null) {
            Files.writeString(svg, new SvgReport(medians).text(), StandardCharsets.UTF_8);
        }
        return medians.stream().allMatch(median -> median.lost() == 0) ? 0 : 1;
    }

    private RigPlan plan() {
        try {
            return new RigPlan(rates, modes, slots, repetitions, warmUpMs, measuredMs, !noFlood);
        } catch (IllegalArgumentException bad) {
            throw new CommandLine.ParameterException(spec.commandLine(), bad.getMessage(), bad);
        }
    }

    /** For 127.0.0.1, and its own authority. */
    static X509Bundle newCertificate() throws Exception {
        return new CertificateBuilder().subject("CN=127.0.0.1").addSanIpAddress("127.0.0.1")
            .setIsCertificateAuthority(true).buildSelfSigned();
    }

    private List<Contender> contenders() throws Exception {
        if (tls) {
            return tlsContenders(newCertificate());
        }
        List<Contender> contenders = new ArrayList<>();
        contenders.add(new SelectorContender());
        contenders.add(RingsideContender.withoutRing(busyWait));
        modes.forEach(mode -> contenders.add(RingsideContender.withRing(mode, slots, busyWait)));
        contenders.add(new NettyContender());
        return contenders;
    }

    private List<Contender> tlsContenders(X509Bundle certificate) {
        List<Contender> contenders = new ArrayList<>();
        contenders.add(RingsideContender.withoutRing(busyWait));
        if (OpenSsl.isAvailable()) {
            contenders.add(new TlsContender(SslProvider.OPENSSL_REFCNT, certificate, busyWait));
        }
        contenders.add(new TlsContender(SslProvider.JDK, certificate, busyWait));
        return contenders;
    }
}
