package io.ringside.bench;

import io.ringside.bench.measure.Load;
import io.ringside.bench.measure.Measurement;
import io.ringside.bench.measure.RigPlan;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * All contenders under all loads, interleaved, so that a machine that slows down does so for all of them. Before that,
 * each runs one load that is not counted, so that its code is compiled.
 *
 * <p><em>Threading:</em> the rig's main thread.
 */
final class Rounds {

    private final List<Contender> contenders;
    private final RigPlan plan;
    private final PrintWriter progress;

    Rounds(List<Contender> contenders, RigPlan plan, PrintWriter progress) {
        this.contenders = contenders;
        this.plan = plan;
        this.progress = progress;
    }

    /** The medians, by load and then by contender. */
    List<Measurement> run() throws Exception {
        for (Contender contender : contenders) {
            tell("warming up", contender, "");
            new Trial(contender, new Load(0, plan.warmUpMs(), plan.warmUpMs())).run();
        }
        List<Measurement> all = new ArrayList<>();
        for (int round = 1; round <= plan.repetitions(); round++) {
            for (Load load : plan.loads()) {
                for (Contender contender : contenders) {
                    tell("round " + round + " of " + plan.repetitions(), contender, ", " + load.text());
                    all.add(new Trial(contender, load).run());
                }
            }
        }
        return medians(all);
    }

    private List<Measurement> medians(List<Measurement> all) {
        List<Measurement> medians = new ArrayList<>();
        for (Load load : plan.loads()) {
            for (Contender contender : contenders) {
                medians.add(Measurement.median(all.stream()
                    .filter(one -> one.load().equals(load) && one.contender().equals(contender.name()))
                    .toList()));
            }
        }
        return medians;
    }

    private void tell(String what, Contender contender, String load) {
        progress.println(what + ": " + contender.name() + load);
        progress.flush();
    }
}
