package io.ringside.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.core.event.FeedStatus;
import io.ringside.core.event.Origin;
import io.ringside.core.event.PipelineEvent;
import io.ringside.trading.decision.AccountId;
import io.ringside.trading.decision.Decision;
import io.ringside.trading.decision.Decision.OrderPlaced;
import io.ringside.trading.engine.OfflineEngine;
import io.ringside.trading.engine.RunRecord;
import io.ringside.trading.settings.StrategyTypes;
import io.ringside.trading.strategy.Strategy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * How to run a strategy of your own in the real engine, with its risk gate and the paper venue, but without a ring, a
 * clock or a network: events in, decisions out.
 */
class OwnEngineTest {

    private static final long START_NS = 1_700_000_000_000_000_000L;
    private static final long SECOND_NS = 1_000_000_000L;

    private final List<Decision> decisions = new ArrayList<>();
    private final PipelineEvent event = new PipelineEvent();
    private long sequence;

    @Test
    void shouldTradeOnPaperThroughTheRiskGate() {
        OfflineEngine engine = engine("bps=10");

        feedUp(engine);
        // The order reaches the paper venue with the third quote, and its answer is here with the fourth.
        quotes(engine, 68_000_00, 68_068_01, 68_068_01, 68_068_01);

        assertThat(placed()).extracting(OrderPlaced::source).containsExactly("mine");
        assertThat(engine.engine().books().portfolio().balance("BTC")).isPositive();
    }

    @Test
    void shouldRejectWhileTheFeedIsNotUp() {
        OfflineEngine engine = engine("bps=10");

        quotes(engine, 68_000_00, 68_068_01);

        assertThat(placed()).isEmpty();
        assertThat(decisions).hasAtLeastOneElementOfType(Decision.OrderRejected.class);
    }

    private OfflineEngine engine(String parameters) {
        RunRecord run = new RunRecord(1, List.of("BTCUSDT"), new int[] {0}, 1, START_NS, Origin.CONSOLE, false,
            Map.of("STRATEGIES", "mine:trailing", "STRATEGY", "on", "STRATEGY_PARAMETERS", parameters),
            List.of(FillingTrader.INSTRUMENT), AccountId.PAPER);
        StrategyTypes types = StrategyTypes.builtIn().with("trailing", (settings, instruments, alerts) -> {
            Strategy strategy = new TrailingStrategy(FillingTrader.BTC, alerts);
            strategy.set(settings);
            return strategy;
        });
        return new OfflineEngine(run, types, (decision, decidedOn) -> decisions.add(decision));
    }

    private List<OrderPlaced> placed() {
        return decisions.stream().filter(OrderPlaced.class::isInstance).map(OrderPlaced.class::cast).toList();
    }

    private void feedUp(OfflineEngine engine) {
        event.feedState().set(0, FeedStatus.UP, START_NS, "quotes flow");
        handle(engine);
    }

    /** One a second, ask a cent above the bid, one BTC on either side. */
    private void quotes(OfflineEngine engine, long... bids) {
        for (long bid : bids) {
            event.tick().set(FillingTrader.BTC, sequence + 1, 0, START_NS + sequence * SECOND_NS);
            event.tick().setQuote(-2, -4, bid, 10_000, bid + 1, 10_000);
            handle(engine);
        }
    }

    /** The paper venue acknowledges an order of the strategy before the next event. */
    private void handle(OfflineEngine engine) {
        engine.onEvent(event, sequence);
        engine.onOwnAcks(sequence);
        sequence++;
    }
}
