package io.ringside.trading.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.core.event.EventType;
import io.ringside.core.event.OrderStatus;
import io.ringside.trading.engine.EngineRig.Entry;
import io.ringside.trading.engine.EngineSession.Faults;
import io.ringside.trading.engine.EngineSession.Saved;
import io.ringside.trading.order.Order;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A process that dies after any record of its journal, several times: every rule holds over all of its lives, no order
 * leaves twice, none stays unknown, and nothing that was told to users is lost.
 */
class EngineCrashTest {

    private static final int LIVES = 15;
    private static final int STEPS = 300;

    private SplittableRandom random;
    private RandomTrading world;

    @ParameterizedTest
    @CsvSource({"201, 0, 0, true", "202, 0, 50, true", "203, 150, 0, false", "204, 1000, 60, true", "205, 0, 90, false",
        "206, 30, 0, true", "207, 0, 0, false", "208, 150, 20, true", "209, 2500, 0, true", "210, 0, 70, true",
        "211, 5, 5, false", "212, 0, 95, true"})
    void shouldGoOnBehindACrashAnywhere(long seed, long latencyMs, int ringFull, boolean ticksJournaled)
        throws IOException {
        random = new SplittableRandom(seed);
        world = new RandomTrading(random);
        Map<String, String> settings = Map.of("PAPER_LATENCY_MS", "" + latencyMs);
        Faults faults = new Faults(ringFull, 70, 2);
        EngineOracle oracle = new EngineOracle(EngineRun.of(1, settings));
        EngineSession session = new EngineSession(EngineRun.of(1, settings), oracle, world, random, faults);
        session.begin();
        session.run(STEPS);

        for (int life = 2; life <= LIVES; life++) {
            int cut = 1 + random.nextInt(session.rig().journal().size());
            EngineOracle survivor = session.judgedUntil(cut);
            EngineSession next = new EngineSession(EngineRun.of(life, settings), survivor, world, random, faults);
            recover(next, session, cut, ticksJournaled);
            survivor.restart(next.rig().engine().books().time().epochNs());

            next.shouldAddUp();
            next.begin();
            next.drain();
            assertThat(next.rig().engine().books().orders().open()).extracting(Order::status)
                .doesNotContain(OrderStatus.UNKNOWN);
            next.run(STEPS);
            session = next;
        }
        session.endAllOrders();
    }

    /** From the newest snapshot before the cut, as a journal's last segment begins with one. */
    private void recover(EngineSession next, EngineSession before, int cut, boolean ticksJournaled) throws IOException {
        TradingEngine engine = next.rig().engine();
        Saved from = before.savedBefore(cut);
        engine.snapshot().loadDurable(from.parts());
        Recovery recovery = engine.recovery();
        List<Entry> journal = before.rig().journal();
        long nextSequence = from.sequence();
        for (Entry entry : journal.subList(from.records(), cut)) {
            nextSequence = entry.sequence() + 1;
            if (entry.decision() != null) {
                recovery.onDecision(entry.decision(), entry.sequence());
            } else if (ticksJournaled || entry.event().type() != EventType.TICK) {
                recovery.onEvent(entry.event(), entry.sequence());
            }
        }
        recovery.finish();
        engine.reconcile();
        next.rig().countFrom(nextSequence);
    }
}
