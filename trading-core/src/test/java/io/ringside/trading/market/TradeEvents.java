package io.ringside.trading.market;

import io.ringside.core.command.CommandRequest;
import io.ringside.core.command.Verb;
import io.ringside.core.event.Command;
import io.ringside.core.event.FeedState;
import io.ringside.core.event.FeedStatus;
import io.ringside.core.event.Origin;
import io.ringside.core.event.PipelineEvent;
import io.ringside.core.event.Tick;
import java.util.concurrent.TimeUnit;

/** Events as the ring would hand them over. */
public final class TradeEvents {

    public static final Origin ORIGIN = Origin.telegram(11, -22, 33, 44);

    private TradeEvents() {
    }

    public static Command command(Verb verb, String arguments, long receivedEpochNs) {
        PipelineEvent event = new PipelineEvent();
        new CommandRequest(ORIGIN, 1, verb, arguments,
            TimeUnit.NANOSECONDS.toMillis(receivedEpochNs), receivedEpochNs).writeTo(event.command());
        return event.command();
    }

    /** Prices with two decimals. */
    public static Tick tick(int symbolId, long bidPrice, long askPrice, long receivedEpochNs) {
        PipelineEvent event = new PipelineEvent();
        event.tick().set(symbolId, 7, 0, receivedEpochNs);
        event.tick().setQuote(-2, -8, bidPrice, 1, askPrice, 1);
        return event.tick();
    }

    public static FeedState feedState(int connection, FeedStatus status, long epochNs, String reason) {
        PipelineEvent event = new PipelineEvent();
        event.feedState().set(connection, status, epochNs, reason);
        return event.feedState();
    }
}
