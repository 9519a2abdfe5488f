package io.ringside.trading.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringside.core.command.Verb;
import io.ringside.core.event.OrderStatus;
import io.ringside.trading.decision.AccountId;
import io.ringside.trading.market.Instrument;
import io.ringside.trading.order.Order;
import io.ringside.trading.order.Orders;
import io.ringside.trading.replay.JournaledSession;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run finds of the one before it, through a real journal. */
class EngineRecoveryTest {

    @TempDir
    private Path directory;

    private final SplittableRandom random = new SplittableRandom(5);
    private final RandomTrading world = new RandomTrading(random);
    private final List<String> openBefore = new ArrayList<>();
    private String balancesBefore;

    @BeforeEach
    void makeAPast() throws IOException {
        JournaledSession session = session(EngineRun.of(1, Map.of()));
        while (session.engine().books().orders().open().size() < 2) {
            session.run(100);
        }
        session.engine().books().orders().open().forEach(order -> openBefore.add(told(order)));
        balancesBefore = session.engine().books().portfolio().balances().toString();
        session.close();
    }

    @Test
    void shouldComeBackToOrdersBalancesAndTheVenuesBook() throws IOException {
        try (JournaledSession session = session(EngineRun.of(2, Map.of()))) {
            assertThat(open(session)).isEqualTo(openBefore);
            assertThat(session.engine().books().portfolio().balances()).hasToString(balancesBefore);

            session.turn(world.pass(100));

            assertThat(session.texts()).first().asString()
                .startsWith("✓ restarted: ").contains(openBefore.size() + " open orders");
        }
    }

    @Test
    void shouldFindSymbolsByNameWhenTheirOrderHasChanged() throws IOException {
        RunRecord run = EngineRun.of(2, Map.of());
        List<String> reversed = new ArrayList<>(run.symbols());
        Collections.reverse(reversed);
        List<Instrument> renumbered = run.instruments().stream()
            .map(known -> renumbered(known, reversed.indexOf(known.symbol()))).toList();
        int[] connectionOf = new int[reversed.size()];

        try (JournaledSession session = session(new RunRecord(2, reversed, connectionOf, run.connections(),
            run.startEpochNs(), run.alerts(), true, run.settings(), renumbered,
            AccountId.PAPER))) {
            assertThat(open(session)).isEqualTo(openBefore);
            assertThat(session.engine().books().orders().open()).allSatisfy(order ->
                assertThat(reversed.get(order.placed().symbolId())).isEqualTo(order.instrument().symbol()));
        }
    }

    @Test
    void shouldRejectToStartWithoutASymbolThatHasAnOpenOrder() {
        RunRecord run = EngineRun.of(2, Map.of());
        RunRecord without = new RunRecord(2, List.of("NEWUSDT"), new int[1], 1, run.startEpochNs(), run.alerts(), true,
            Map.of(), List.of(), AccountId.PAPER);

        assertThatThrownBy(() -> session(without)).isInstanceOf(IOException.class)
            .hasMessageContaining("that symbol is not one of this run's");
    }

    @Test
    void shouldKeepWhatWasTradedOfASymbolThatIsGoneOnceItsOrdersHaveEnded() throws IOException {
        String positions;
        try (JournaledSession session = session(EngineRun.of(2, Map.of()))) {
            session.run(300);
            session.drain();
            long nowEpochNs = session.engine().books().time().epochNs();
            session.tell(Verb.STOP, "", nowEpochNs);
            session.tell(Verb.CANCEL, "all", nowEpochNs);
            session.drain();
            assertThat(session.engine().books().orders().open()).isEmpty();
            positions = positions(session);
            balancesBefore = session.engine().books().portfolio().balances().toString();
        }
        RunRecord run = EngineRun.of(3, Map.of());
        RunRecord without = new RunRecord(3, List.of("NEWUSDT"), new int[1], 1, run.startEpochNs(), run.alerts(), true,
            Map.of(), List.of(), AccountId.PAPER);

        try (JournaledSession session = session(without)) {
            assertThat(session.engine().books().portfolio().balances()).hasToString(balancesBefore);
            assertThat(positions(session)).isEqualTo(positions).contains(" BTC ");
        }
    }

    @Test
    void shouldNotTakeAnotherProcessesJournal() throws IOException {
        try (JournaledSession first = session(EngineRun.of(2, Map.of()))) {
            assertThat(first.texts()).isEmpty();
            assertThatThrownBy(() -> session(EngineRun.of(3, Map.of()))).isInstanceOf(IOException.class)
                .hasMessageContaining("another");
        }
    }

    private JournaledSession session(RunRecord run) throws IOException {
        return new JournaledSession(directory, run, world, random);
    }

    private static List<String> open(JournaledSession session) {
        Orders orders = session.engine().books().orders();
        return orders.open().stream().map(EngineRecoveryTest::told).toList();
    }

    private static String positions(JournaledSession session) {
        return session.engine().books().portfolio().positions().stream()
            .map(held -> held.source() + " " + held.asset() + " " + held.qty() + " " + held.cost() + " "
                + held.costAsset()).toList().toString();
    }

    /** An order that was never answered is unknown after a restart. */
    private static String told(Order order) {
        OrderStatus status = order.status() == OrderStatus.NEW ? OrderStatus.UNKNOWN : order.status();
        return order.text() + " " + status + " " + order.filledQty();
    }

    private static Instrument renumbered(Instrument known, int symbolId) {
        return new Instrument(symbolId, known.symbol(), known.baseAsset(), known.quoteAsset(),
            known.filters(), known.basePrecision(), known.quotePrecision(), known.fees(), known.trading());
    }
}
