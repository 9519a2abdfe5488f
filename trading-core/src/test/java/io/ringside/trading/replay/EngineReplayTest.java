package io.ringside.trading.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.trading.engine.EngineOracle;
import io.ringside.trading.engine.EngineRig;
import io.ringside.trading.engine.EngineRig.Entry;
import io.ringside.trading.engine.EngineRun;
import io.ringside.trading.engine.EngineSession;
import io.ringside.trading.engine.EngineSession.Faults;
import io.ringside.trading.engine.EngineSession.Saved;
import io.ringside.trading.engine.HandRing;
import io.ringside.trading.engine.RandomTrading;
import io.ringside.trading.engine.RunRecord;
import io.ringside.trading.journal.codec.DecisionEncoder;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The events of a random run, its answers taken as they were recorded, through another engine: the same decisions,
 * record by record, and the same state, from the start and from any snapshot.
 */
class EngineReplayTest {

    private static final int STEPS = 2_000;

    @ParameterizedTest
    @CsvSource({"101, 0, 0, 0", "102, 0, 50, 3", "103, 150, 0, 0", "104, 150, 60, 5", "105, 2000, 80, 10",
        "106, 0, 90, 0", "107, 30, 20, 20", "108, 0, 0, 0"})
    void shouldDecideTheSameAgainFromAnywhere(long seed, long latencyMs, int ringFull, int unknownOrderAcks)
        throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        RunRecord run = EngineRun.of(1, Map.of("PAPER_LATENCY_MS", "" + latencyMs));
        EngineOracle oracle = new EngineOracle(run);
        EngineSession session = new EngineSession(run, oracle, new RandomTrading(random), random,
            new Faults(ringFull, 70, unknownOrderAcks));
        session.begin();
        session.run(STEPS);
        RunRecord recorded = RunRecord.fromJson(run.toJson());
        List<Saved> saved = session.saved();

        int compared = replay(recorded, session, new Saved(0, 0, null));
        Saved middle = saved.get(random.nextInt(saved.size()));
        int comparedBehind = replay(recorded, session, middle);

        assertThat(compared).as("snapshots compared").isEqualTo(saved.size());
        assertThat(comparedBehind).isEqualTo((int) saved.stream()
            .filter(later -> later.records() >= middle.records()).count());
        assertThat(compared).isPositive();
        assertThat(oracle.placed()).isGreaterThan(30);
    }

    /** Returns how many snapshots were compared. */
    private static int replay(RunRecord run, EngineSession session, Saved from) throws IOException {
        EngineRig again = new EngineRig(run, new HandRing());
        if (from.parts() != null) {
            again.load(from.parts());
        }
        again.countFrom(from.sequence());
        List<Entry> recorded = session.rig().journal();
        int compared = 0;
        for (int at = from.records(); at < recorded.size(); at++) {
            if (recorded.get(at).event() != null) {
                compared += compareStates(again, session.saved(), at);
                again.turn(recorded.get(at).event());
            }
        }
        compared += compareStates(again, session.saved(), recorded.size());
        shouldBeTheSame(again.journal(), recorded.subList(from.records(), recorded.size()));
        assertThat(again.failures()).isZero();
        return compared;
    }

    private static int compareStates(EngineRig again, List<Saved> saved, int records) {
        int compared = 0;
        for (Saved state : saved) {
            if (state.records() == records) {
                assertThat(again.snapshot()).as("state before record " + records).isEqualTo(state.parts());
                compared++;
            }
        }
        return compared;
    }

    private static void shouldBeTheSame(List<Entry> again, List<Entry> recorded) {
        DecisionEncoder encoder = new DecisionEncoder();
        assertThat(again).hasSameSizeAs(recorded);
        for (int i = 0; i < recorded.size(); i++) {
            assertThat(again.get(i).sequence()).isEqualTo(recorded.get(i).sequence());
            assertThat(again.get(i).decision()).as("record " + i).isEqualTo(recorded.get(i).decision());
            if (recorded.get(i).decision() != null) {
                assertThat(encoder.message(again.get(i).decision()))
                    .isEqualTo(encoder.message(recorded.get(i).decision()));
            }
        }
    }
}
