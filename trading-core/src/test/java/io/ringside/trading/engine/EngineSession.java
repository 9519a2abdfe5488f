package io.ringside.trading.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.core.command.CommandRequest;
import io.ringside.core.command.PlainText;
import io.ringside.core.command.Reply;
import io.ringside.core.command.Verb;
import io.ringside.core.event.Command;
import io.ringside.core.event.EventType;
import io.ringside.core.event.OrderUpdate;
import io.ringside.core.event.Origin;
import io.ringside.core.event.PipelineEvent;
import io.ringside.trading.account.Portfolio;
import io.ringside.trading.paper.Balance;
import io.ringside.trading.snapshot.SavedPart;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** A process of the trading engine in a random world: every event is judged as soon as it has been handled. */
public final class EngineSession {

    /**
     * State before an event.
     *
     * @param records  how many the journal had then
     * @param sequence of that event
     */
    public record Saved(int records, long sequence, List<SavedPart> parts) {
    }

    /**
     * What goes wrong, in percent.
     *
     * @param ringFull  attempts to publish an answer that find no room
     * @param delivered events that are handled, of those that come in
     * @param unknownOrderAcks events after which an answer comes twice, or before its turn
     */
    public record Faults(int ringFull, int delivered, int unknownOrderAcks) {
    }

    private static final int DRAIN_LIMIT = 20_000;
    private static final int KEPT_ACKS = 300;

    private final SplittableRandom random;
    private final Faults faults;
    private final RandomTrading world;
    private final EngineOracle oracle;
    private final HandRing ring = new HandRing();
    private final EngineRig rig;
    private final List<OrderUpdate> delivered = new ArrayList<>();
    private final List<Saved> saved = new ArrayList<>();
    private final PipelineEvent event = new PipelineEvent();
    private boolean orderly = true;
    private int judgedBefore;

    public EngineSession(RunRecord run, EngineOracle oracle, RandomTrading world, SplittableRandom random,
                        Faults faults) {
        this.random = random;
        this.faults = faults;
        this.world = world;
        this.oracle = oracle;
        this.rig = new EngineRig(run, ring);
        ring.setRoom(() -> random.nextInt(100) >= faults.ringFull());
    }

    /** Judges again, from the start of all lives, what this one has journaled up to a record. */
    public EngineOracle judgedUntil(int records) {
        return oracle.judgedUntil(judgedBefore + records);
    }

    /** The newest state that was saved before that record. */
    public Saved savedBefore(int records) {
        return saved.stream().filter(state -> state.records() <= records).reduce((older, newer) -> newer)
            .orElseThrow();
    }

    public EngineRig rig() {
        return rig;
    }

    public List<Saved> saved() {
        return saved;
    }

    /** The feed comes up, and time goes on. */
    public void begin() {
        judgedBefore = oracle.judged();
        save();
        for (int connection = 0; connection < EngineRun.CONNECTIONS; connection++) {
            ring.put(world.up(connection));
        }
        ring.put(world.pass(100));
        ring.put(world.pass(3_000));
    }

    public void run(int steps) {
        for (int i = 0; i < steps; i++) {
            ring.put(world.next());
            if (random.nextInt(100) < faults.unknownOrderAcks()) {
                injectAck();
            }
            for (int left = 4; left > 0 && !ring.isEmpty() && random.nextInt(100) < faults.delivered(); left--) {
                turn();
            }
            if (random.nextInt(200) == 0) {
                save();
            }
        }
    }

    /** Handles all that is under way, with time that goes on. */
    public void drain() {
        for (int i = 0; i < DRAIN_LIMIT && !isQuiet(); i++) {
            if (ring.isEmpty()) {
                ring.put(world.pass(100));
            }
            turn();
        }
        assertThat(isQuiet()).as("all answers have come back").isTrue();
    }

    /** Ends all orders, whatever state the run is in. */
    public void endAllOrders() {
        drain();
        tell(Verb.STOP, "");
        tell(Verb.CANCEL, "all");
        for (int i = 0; i < 3; i++) {
            ring.put(world.pass(2_000));
        }
        drain();
        oracle.orders().shouldHaveEndedAs(rig.engine().books().orders());
        assertThat(oracle.orders().open()).isEmpty();
        assertThat(rig.engine().venue().balances().values()).allMatch(balance -> balance.locked().signum() == 0);
    }

    /** The oracle has seen the records until now. */
    private void turn() {
        PipelineEvent next = ring.take();
        int records = rig.journal().size();
        int replies = rig.replies().size();
        if (next.type() == EventType.ORDER_ACK) {
            delivered.add(next.orderAck().update());
        }
        rig.turn(next);
        rig.journal().subList(records, rig.journal().size()).forEach(oracle::accept);
        assertThat(rig.failures()).as("exceptions of handlers").isZero();
        if (next.type() == EventType.COMMAND) {
            shouldBeAnswered(next.command(), rig.replies().subList(replies, rig.replies().size()));
        }
        shouldAddUp();
    }

    private static void shouldBeAnswered(Command command, List<Reply> replies) {
        assertThat(replies).as("answers to " + command.verbCode() + " " + command.arguments())
            .anyMatch(reply -> reply.to().chatId() == command.origin().chatId()
                && reply.to().messageId() == command.origin().messageId() && !PlainText.of(reply).isBlank());
    }

    /** What the engine knows is what the journal tells. */
    public void shouldAddUp() {
        var books = rig.engine().books();
        oracle.account().shouldBe(books.portfolio());
        oracle.account().shouldHaveEarned(books.portfolio(), oracle::touch);
        oracle.orders().shouldBe(books.orders());
        for (Balance balance : rig.engine().venue().balances().values()) {
            assertThat(balance.free()).isNotNegative();
            assertThat(balance.locked()).isNotNegative();
        }
        if (orderly) {
            assertThat(books.portfolio().balances().values()).allMatch(balance -> balance.signum() >= 0);
            assertThat(books.portfolio().balances().keySet())
                .allMatch(asset -> books.portfolio().held(Portfolio.EXTERNAL, asset).signum() >= 0);
        }
        if (rig.engine().venue().nextInFlight() == null) {
            oracle.account().shouldBe(rig.engine().venue().balances());
        }
    }

    /** An answer that has been handled comes once more, or one that waits comes before its turn as well. */
    private void injectAck() {
        OrderUpdate waiting = ring.newestAck();
        if (waiting != null && random.nextBoolean()) {
            orderly = false;
            event.orderAck().set(waiting);
            ring.putFirst(event);
        } else if (!delivered.isEmpty()) {
            int age = random.nextInt(Math.min(delivered.size(), KEPT_ACKS));
            event.orderAck().set(delivered.get(delivered.size() - 1 - age));
            ring.put(event);
        }
    }

    private void save() {
        saved.add(new Saved(rig.journal().size(), rig.nextSequence(), rig.snapshot()));
    }

    private void tell(Verb verb, String arguments) {
        new CommandRequest(Origin.CONSOLE, 0, verb, arguments, 0, 0).writeTo(event.command());
        ring.put(event);
    }

    private boolean isQuiet() {
        return ring.isEmpty() && rig.engine().venue().nextInFlight() == null;
    }
}
