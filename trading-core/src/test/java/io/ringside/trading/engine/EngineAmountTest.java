package io.ringside.trading.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.core.command.CommandRequest;
import io.ringside.core.command.PlainText;
import io.ringside.core.command.Verb;
import io.ringside.core.event.Origin;
import io.ringside.core.event.PipelineEvent;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An order for an amount of money needs a price, which a one-sided quote may not have. */
class EngineAmountTest {

    @ParameterizedTest
    @CsvSource({"BUY, 6000000, 0", "SELL, 0, 6000000"})
    void shouldAnswerAnAmountForWhichNobodyQuotes(Verb verb, long bidPrice, long askPrice) {
        EngineRig rig = new EngineRig(EngineRun.of(1, Map.of()), new HandRing());
        PipelineEvent event = new PipelineEvent();
        event.tick().set(0, 1, 1, 1);
        event.tick().setQuote(-2, -5, bidPrice, 100_000, askPrice, 100_000);
        rig.turn(event);

        new CommandRequest(Origin.telegram(1, 2, 0, 3), 4, verb, "BTCUSDT 50USDT", 0, 2).writeTo(event.command());
        rig.turn(event);

        assertThat(rig.failures()).isZero();
        assertThat(rig.replies()).singleElement().satisfies(reply -> assertThat(PlainText.of(reply))
            .isEqualTo("✗ no " + (verb == Verb.BUY ? "ask" : "bid") + " for BTCUSDT now, give a price"));
    }
}
