package io.ringside.pipeline.cli;

import io.ringside.pipeline.CannotStart;
import io.ringside.trading.engine.OfflineEngine;
import io.ringside.trading.journal.JournalReader;
import io.ringside.trading.journal.codec.StartRecords;
import io.ringside.trading.replay.Replay;
import io.ringside.trading.replay.ReplayHash;
import io.ringside.trading.replay.WhatIf;
import io.ringside.trading.report.TradeReports;
import io.ringside.trading.settings.BadSettings;
import io.ringside.trading.settings.StrategyTypes;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code replay}: decides a recorded session again and compares, or decides it with other settings. */
@Command(name = "replay", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false,
    header = "Runs a journal again and compares every decision with the recorded one.",
    description = {"", "Ends with code 0 if all are the same, with 1 at the first difference.", ""})
final class ReplayCommand implements Callable<Integer> {

    private static final int MOST_OVERRULED = 5;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "directory of the journal")
    private Path directory;

    @Option(names = "--hash-every", paramLabel = "N", defaultValue = "0",
        description = "print a hash over all decisions so far every N events")
    private long hashEvery;

    @Option(names = "--what-if", paramLabel = "NAME=VALUE", arity = "1..*",
        description = "run it again with other settings and print both profits; strategy parameters (fast=10 slow=50, "
            + "trend.fast=10 where there are several) or settings (RISK_MAX_POSITION=1000USDT, STRATEGY=on)")
    private Map<String, String> changes = Map.of();

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        Replay replay;
        try (JournalReader reader = open()) {
            decidedBy(reader.start().program(), StartRecords.ownProgram()).ifPresent(out::println);
            ReplayHash hash = new ReplayHash(hashEvery, out::println);
            replay = new Replay(reader, StrategyTypes.builtIn(), hash);
            long startNs = System.nanoTime();
            String difference = replay.run();
            if (difference != null) {
                out.println("DIFFERENT: " + difference);
                decidedBy(replay.program(), StartRecords.ownProgram()).ifPresent(out::println);
                return Lifetime.FAILED;
            }
            out.println("same: " + replay.decisions() + " decisions on " + replay.events() + " events, hash "
                + hash.text() + ", " + speed(replay.events(), System.nanoTime() - startNs));
            reader.tornTail().ifPresent(tail -> out.println(tail.text()));
        } catch (IOException failure) {
            throw CannotStart.because(failure);
        }
        if (!changes.isEmpty()) {
            compareProfits(replay.engine(), out);
        }
        return Lifetime.OK;
    }

    /** Empty if the same version decided it. */
    static Optional<String> decidedBy(String recorded, String own) {
        return recorded.equals(own) ? Optional.empty() : Optional.of("decided by Ringside "
            + (recorded.isEmpty() ? "of an unknown version" : recorded) + ", this is "
            + (own.isEmpty() ? "one of an unknown version" : own) + ": another version may decide otherwise");
    }

    private void compareProfits(OfflineEngine recorded, PrintWriter out) throws IOException {
        OfflineEngine other;
        List<String> overruled;
        try (JournalReader reader = open()) {
            WhatIf whatIf = new WhatIf(reader, StrategyTypes.builtIn(), changes);
            other = whatIf.run();
            overruled = whatIf.overruled();
        } catch (IllegalArgumentException invalid) {
            throw new BadSettings(List.of("--what-if: " + invalid.getMessage()));
        }
        out.println("as recorded: " + summary(recorded));
        out.println("what if " + changes + ": " + summary(other));
        overruled.stream().limit(MOST_OVERRULED).forEach(text -> out.println("⚠ " + text));
        if (overruled.size() > MOST_OVERRULED) {
            out.println("⚠ and " + (overruled.size() - MOST_OVERRULED) + " more recorded commands do the same");
        }
    }

    private static String summary(OfflineEngine engine) {
        return new TradeReports(engine.engine().books()).summary();
    }

    private JournalReader open() throws IOException {
        return JournalReader.oldest(directory)
            .orElseThrow(() -> new BadSettings(List.of("no journal in " + directory)));
    }

    private static String speed(long events, long ns) {
        double perSecond = events * (double) TimeUnit.SECONDS.toNanos(1) / Math.max(ns, 1);
        return String.format(Locale.ROOT, "%.2f s, %.2f million events per second", ns / 1e9, perSecond / 1e6);
    }
}
