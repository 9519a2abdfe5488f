package io.ringside.trading.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.core.command.CommandRequest;
import io.ringside.core.command.PlainText;
import io.ringside.core.command.Reply;
import io.ringside.core.command.ReplyBody;
import io.ringside.core.command.Verb;
import io.ringside.core.event.Origin;
import io.ringside.core.event.PipelineEvent;
import io.ringside.core.route.Router;
import io.ringside.core.runtime.Counter;
import io.ringside.core.runtime.Counters;
import io.ringside.trading.engine.EngineRun;
import io.ringside.trading.engine.HandRing;
import io.ringside.trading.engine.JournaledEngine;
import io.ringside.trading.engine.RandomTrading;
import io.ringside.trading.engine.RunRecord;
import io.ringside.trading.engine.TradingEngine;
import io.ringside.trading.journal.ForceMode;
import io.ringside.trading.journal.JournalClaim;
import io.ringside.trading.journal.JournalConfig;
import io.ringside.trading.settings.StrategyTypes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** A run on a directory, as the pipeline makes it, but for threads and sockets: its ring is turned by hand. */
public final class JournaledSession implements AutoCloseable {

    private static final long SEGMENT_BYTES = 1 << 20;

    private final List<Reply> replies = new ArrayList<>();
    private final HandRing ring = new HandRing();
    private final Counter failures = new Counters().counter("failures");
    private final Router router = new Router(() -> 0, failures);
    private final SplittableRandom random;
    private final RandomTrading world;
    private final JournaledEngine trading;
    private long nextSequence;

    /** Goes on where the run before it in that directory ended, if there was one. */
    public JournaledSession(Path directory, RunRecord run, RandomTrading world, SplittableRandom random)
        throws IOException {
        this(new JournalConfig(directory, SEGMENT_BYTES, 1L << 30, 1L << 40, run.ticks(), ForceMode.NEVER), run, world,
            random);
    }

    /** With a journal of its own kind. */
    public JournaledSession(JournalConfig config, RunRecord run, RandomTrading world, SplittableRandom random)
        throws IOException {
        this.random = random;
        this.world = world;
        this.trading = new JournaledEngine(run, StrategyTypes.builtIn(), ring, replies::add,
            (nowEpochNs, state) -> ReplyBody.text(state), new Counters());
        try (JournalClaim claim = JournalClaim.take(config)) {
            nextSequence = trading.open(claim);
        }
        trading.attachTo(router, place -> { });
        ring.setRoom(() -> random.nextInt(4) > 0);
    }

    /** The feed comes up and much happens; answers come back late, and sometimes the ring is full. */
    public JournaledSession run(int steps) {
        for (int connection = 0; connection < EngineRun.CONNECTIONS; connection++) {
            turn(world.up(connection));
        }
        turn(world.pass(100));
        turn(world.pass(3_000));
        for (int i = 0; i < steps; i++) {
            ring.put(world.next());
            while (!ring.isEmpty() && random.nextInt(10) < 8) {
                turn(ring.take());
            }
        }
        return this;
    }

    /** What somebody types, and all that comes of it. */
    public void tell(Verb verb, String arguments, long epochNs) {
        PipelineEvent event = new PipelineEvent();
        new CommandRequest(Origin.CONSOLE, 0, verb, arguments, 0,
            epochNs).writeTo(event.command());
        handle(event);
    }

    /** With the answers that the ring has room for. */
    public void handle(PipelineEvent event) {
        turn(event);
        while (!ring.isEmpty()) {
            turn(ring.take());
        }
    }

    /** Handles all that is under way; time goes on, as answers wait for it. */
    public void drain() {
        for (int passes = 0; passes < 3 || !ring.isEmpty(); passes++) {
            handle(world.pass(100));
        }
    }

    public void turn(PipelineEvent event) {
        router.onEvent(event, nextSequence++, true);
        assertThat(failures.value()).isZero();
    }

    public TradingEngine engine() {
        return trading.engine();
    }

    public List<String> texts() {
        return replies.stream().map(PlainText::of).toList();
    }

    @Override
    public void close() {
        trading.close();
    }
}
