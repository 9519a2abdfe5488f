package io.ringside.trading.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.core.command.Verb;
import io.ringside.core.event.EventType;
import io.ringside.core.event.OrderStatus;
import io.ringside.core.event.OrderUpdate;
import io.ringside.trading.decision.Decision;
import io.ringside.trading.decision.Decision.OrderPlaced;
import io.ringside.trading.decision.Decision.ReplySent;
import io.ringside.trading.decision.Side;
import io.ringside.trading.engine.CoreRig.Entry;
import io.ringside.trading.order.Updates;
import io.ringside.trading.snapshot.SavedPart;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A run with some of everything is cut after each of its records. */
class RecoveryTest {

    /** When losses were last valued, and whether a peak waits: both are reset, and only say how soon to look again. */
    private static final int PASSING_BYTES_OF_LOSSES = Long.BYTES + 1;

    private static final List<String> DURABLE = List.of("time", "orders", "portfolio", "tradingState", "losses", "risk",
        "commands", "strategies", "strategy memories", "restart");

    private final CoreRig live = new CoreRig();
    private final List<SavedPart> first = live.snapshot();
    private final int begun = live.journal().size();

    @Test
    void shouldComeToTheStateOfTheLiveRunAfterEachEvent() throws IOException {
        int events = live.snapshots().size();
        trade();

        for (int record = begun; record < live.journal().size(); record++) {
            boolean lastOfItsEvent =
                record + 1 == live.journal().size() || live.journal().get(record + 1).event() != null;
            if (live.journal().get(record).event() != null) {
                events++;
            }
            if (lastOfItsEvent) {
                CoreRig byFacts = CoreRig.recovered(live, first, facts(record + 1));
                CoreRig bySnapshot = CoreRig.recovered(live, live.snapshots().get(events - 1), List.of());

                assertThat(durable(byFacts)).as("record %d, %s", record, live.journal().get(record))
                    .isEqualTo(durable(bySnapshot));
            }
        }
        assertThat(events).isEqualTo(live.snapshots().size());
    }

    @Test
    void shouldKnowEveryOrderThatMayHaveLeftWhereverTheJournalEnds() throws IOException {
        trade();

        for (int end = begun; end <= live.journal().size(); end++) {
            List<Entry> facts = facts(end);
            CoreRig back = CoreRig.recovered(live, first, facts);

            long placed = facts.stream().filter(fact -> fact.decision() instanceof OrderPlaced).count();
            assertThat(back.books().orders().nextNumber()).isEqualTo(placed + 1);
            for (long number = 1; number <= placed; number++) {
                assertThat(back.order(number).clientOrderId()).isEqualTo(live.order(number).clientOrderId());
                assertThat(back.order(number).status()).isNotEqualTo(OrderStatus.NEW);
            }
        }
    }

    @Test
    void shouldTellOfEachCommandWhoseAnswerWasLost() throws IOException {
        trade();

        for (int end = begun; end <= live.journal().size(); end++) {
            List<Entry> facts = facts(end);
            CoreRig back = CoreRig.recovered(live, first, facts);
            back.timer();

            long lost = back.texts().stream().filter(text -> text.startsWith("⚠ the answer to /")).count();
            assertThat(lost).as("cut after record %d", end).isEqualTo(isUnanswered(facts) ? 1 : 0);
        }
    }

    @Test
    void shouldDecideNothingAndSendNothing() throws IOException {
        trade();

        CoreRig back = CoreRig.recovered(live, first, facts(live.journal().size()));

        assertThat(back.journal()).isEmpty();
        assertThat(back.gateway().calls()).isEmpty();
        assertThat(back.replies()).isEmpty();
    }

    @Test
    void shouldGoOnWithNewClientOrderIds() throws IOException {
        live.hold("0.001");

        CoreRig back = CoreRig.recovered(live, live.snapshot(), List.of()).begin();

        assertThat(back.give(Verb.BUY, "BTCUSDT 0.001")).startsWith("✓ #2 buy");
        assertThat(back.order(2).clientOrderId()).isEqualTo("rs000000000020000002k");
    }

    @Test
    void shouldTakeAnOrderForUnknownWhenTheCrashCameBeforeItsOutcome() throws IOException {
        live.gateway().take(0);
        live.give(Verb.BUY, "BTCUSDT 0.001");
        int outcome = 0;
        while (!(live.journal().get(outcome).decision() instanceof Decision.OrderOutcome)) {
            outcome++;
        }

        CoreRig back = CoreRig.recovered(live, first, facts(outcome));

        assertThat(back.order(1).status()).isEqualTo(OrderStatus.UNKNOWN);
    }

    /** The records after the snapshot, up to that place in the journal. */
    private List<Entry> facts(int end) {
        return live.journal().subList(begun, end);
    }

    private void trade() {
        live.give(Verb.STRATEGY, "set fast=7");
        live.give(Verb.STRATEGY, "on");
        live.give(Verb.BUY, "BTCUSDT 0.004");
        live.state(1, OrderStatus.ACCEPTED);
        OrderUpdate part =
            Updates.trade(live.order(1), OrderStatus.PARTIALLY_FILLED, 100, 300, 1_999_950, live.nowNs());
        live.ack(part);
        live.fillRest(1, 300);
        live.ack(Updates.trade(live.order(1), OrderStatus.PARTIALLY_FILLED, 0, 100, 2_000_000, live.nowNs()));
        live.ack(part);
        live.quote(0, 2_010_000, 2_010_100);
        live.pass(TimeUnit.SECONDS.toNanos(2));
        live.timer();
        live.give(Verb.BUY, "BTCUSDT 0.006");
        live.give(Verb.STATUS, "");
        live.give(Verb.BUY, "BTCUSDT 0.001 19500 IOC");
        live.ack(Updates.state(live.order(2), OrderStatus.EXPIRED, "not filled at once", live.nowNs()));
        live.give(Verb.BUY, "BTCUSDT 0.001 19600");
        live.state(3, OrderStatus.ACCEPTED);
        live.give(Verb.STOP, "");
        live.give(Verb.CANCEL, "3");
        live.state(3, OrderStatus.CANCELED);
        live.give(Verb.START, "");
        live.give(Verb.PAUSE, "");
        live.give(Verb.CLOSEALL, "");
        live.fill(4);
        live.give(Verb.START, "");
        live.strategy().placeNext(Side.BUY, 100);
        live.quote(0, 1_999_900, 2_000_000);
        live.give(Verb.STOP.code(), "", 1);
        live.give(Verb.TRADES, "");
        live.pass(-TimeUnit.SECONDS.toNanos(30));
        live.timer();
        live.give(Verb.BUY, "BTCUSDT 0.001 19600");
        live.state(6, OrderStatus.ACCEPTED);
        live.feed(1);
        live.give(Verb.STRATEGY, "off");
    }

    private static boolean isUnanswered(List<Entry> facts) {
        int at = facts.size() - 1;
        boolean answered = false;
        while (at >= 0 && facts.get(at).event() == null) {
            answered |= facts.get(at).decision() instanceof ReplySent;
            at--;
        }
        return at >= 0 && !answered && facts.get(at).event().type() == EventType.COMMAND
            && facts.get(at).event().command().verbCode() != Verb.STATUS.code();
    }

    /** Parts by name, their bytes as text, which can be compared. */
    private static Map<String, String> durable(CoreRig rig) throws IOException {
        Map<String, String> parts = new LinkedHashMap<>();
        for (SavedPart part : rig.snapshot()) {
            if (DURABLE.contains(part.name())) {
                byte[] bytes = part.state();
                int from = part.name().equals("losses") ? PASSING_BYTES_OF_LOSSES : 0;
                parts.put(part.name(), Arrays.toString(Arrays.copyOfRange(bytes, from, bytes.length)));
            }
        }
        assertThat(parts).containsOnlyKeys(DURABLE);
        return parts;
    }
}
