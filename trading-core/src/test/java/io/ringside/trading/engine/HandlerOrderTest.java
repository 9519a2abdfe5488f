package io.ringside.trading.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.core.command.ReplyBody;
import io.ringside.core.event.EventType;
import io.ringside.core.event.PipelineEvent;
import io.ringside.core.route.Router;
import io.ringside.core.runtime.Counters;
import io.ringside.trading.settings.StrategyTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The engine's list of handlers, as it comes out for each type of event. */
class HandlerOrderTest {

    private final Counters counters = new Counters();
    private final Router router = new Router(() -> 0, counters.counter("failures"));
    private final List<String> called = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({
        "TICK,       journal terminal time quotes venue strategy sleeper tick_printer latency venue",
        "TIMER,      journal terminal time quotes venue losses strategy restart plans sleeper tick_printer latency"
            + " venue",
        "ORDER_ACK,  journal terminal time venue desk sleeper tick_printer latency venue",
        "COMMAND,    journal terminal time commands sleeper tick_printer latency venue",
        "RULES,      journal terminal time rules portfolio sleeper tick_printer latency venue",
        "FEED_STATE, journal terminal time health sleeper tick_printer latency venue",
    })
    void shouldShowEachEventInTheOrderOfTheList(EventType type, String names) {
        engine().attachTo(router, this::fill);

        assertThat(String.join(" ", router.handlerNames(type))).isEqualTo(names);
    }

    @Test
    void shouldCallTheProcessAtItsPlaces() {
        engine().attachTo(router, this::fill);
        PipelineEvent event = new PipelineEvent();
        event.tick().set(0, 1, 0, 0);
        event.tick().setQuote(-2, -5, 1, 1, 2, 1);

        router.onEvent(event, 0, true);

        assertThat(called).containsExactly("journal", "terminal", "sleeper", "tick_printer", "latency");
    }

    /** Every place sees all events here. */
    private void fill(Place place) {
        String name = place.name().toLowerCase(Locale.ROOT);
        for (EventType type : EventType.values()) {
            router.subscribe(type, name, (event, sequence) -> called.add(name));
        }
    }

    private TradingEngine engine() {
        return TradingEngine.onPaper(EngineRun.of(1, Map.of()), StrategyTypes.builtIn(), new HandRing(), reply -> true,
            (nowEpochNs, trading) -> ReplyBody.text(trading), counters);
    }
}
