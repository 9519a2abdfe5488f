package example;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.core.command.ReplyBody;
import io.ringside.core.event.FeedStatus;
import io.ringside.core.event.PipelineEvent;
import io.ringside.core.ring.Publisher;
import io.ringside.core.route.Router;
import io.ringside.core.runtime.Counters;
import io.ringside.trading.engine.JournaledEngine;
import io.ringside.trading.engine.RunRecord;
import io.ringside.trading.journal.JournalClaim;
import io.ringside.trading.journal.JournalConfig;
import io.ringside.trading.journal.JournalReader;
import io.ringside.trading.market.Grid;
import io.ringside.trading.market.Instrument;
import io.ringside.trading.replay.Replay;
import io.ringside.trading.replay.ReplayHash;
import io.ringside.trading.report.TradeReports;
import io.ringside.trading.settings.StrategyTypes;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a program of somebody else can do with the engine: all of it by the public API. */
class EmbeddedEngineTest {

    private static final Instrument BTCUSDT = Instrument.of(0, "BTC", "USDT", new Grid(-2, 1, 1, 100_000_000),
        new Grid(-5, 100, 100, 10_000_000), new BigDecimal("5"));

    private final StrategyTypes types =
        StrategyTypes.builtIn().with("once", (parameters, instruments, alerts) -> new BuyOnce(alerts));
    private final Router router = new Router(() -> 0, new Counters().counter("failures"));
    private final Queue<PipelineEvent> acks = new ArrayDeque<>();
    private final PipelineEvent event = new PipelineEvent();
    private long sequence;

    @Test
    void shouldTradeRecoverAndReplayByItsPublicApiAlone(@TempDir Path directory) throws IOException {
        try (JournalClaim claim = JournalClaim.take(JournalConfig.in(directory)); JournaledEngine engine = engine(1)) {
            engine.open(claim);
            engine.attachTo(router, place -> { });
            event.feedState().set(0, FeedStatus.UP, 1, "quotes flow");
            handle();
            event.tick().set(0, 7, 0, 1_000_000);
            event.tick().setQuote(-2, -5, 1_999_900, 100_000, 2_000_000, 100_000);
            handle();
            assertThat(new TradeReports(engine.engine().books()).summary()).startsWith("1 orders, 1 executions");
        }

        try (JournalClaim claim = JournalClaim.take(JournalConfig.in(directory));
             JournaledEngine next = engine(claim.lastRunId() + 1)) {
            assertThat(next.open(claim)).isEqualTo(sequence);
            assertThat(new TradeReports(next.engine().books()).summary()).startsWith("1 orders, 1 executions");
        }
        try (JournalReader journal = JournalReader.oldest(directory).orElseThrow()) {
            assertThat(new Replay(journal, types, new ReplayHash(0, text -> { })).run()).isNull();
        }
    }

    private JournaledEngine engine(long runId) {
        RunRecord run = RunRecord.of(runId, List.of(BTCUSDT), Map.of("STRATEGIES", "mine:once", "STRATEGY", "on",
            "PAPER_LATENCY_MS", "0"));
        return new JournaledEngine(run, types, new AckQueue(), reply -> true, (now, trading) -> ReplyBody.text(trading),
            new Counters());
    }

    /** With the order updates that come of it. */
    private void handle() {
        for (PipelineEvent next = event; next != null; next = acks.poll()) {
            router.onEvent(next, sequence++, true);
        }
    }

    private final class AckQueue implements Publisher {

        @Override
        public boolean tryPublish(PipelineEvent ack) {
            PipelineEvent copy = new PipelineEvent();
            copy.copyFrom(ack);
            return acks.add(copy);
        }

        @Override
        public boolean publish(PipelineEvent ack, long timeoutNs, Runnable onClaimed) {
            throw new UnsupportedOperationException("the engine never waits");
        }
    }
}
