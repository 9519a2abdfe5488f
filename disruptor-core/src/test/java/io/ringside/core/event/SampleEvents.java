package io.ringside.core.event;

import io.ringside.core.event.OrderUpdate.ExecutionType;
import java.util.List;

/** Events at the limits of what a slot holds. */
final class SampleEvents {

    static final Origin ORIGIN =
        Origin.telegram(Long.MAX_VALUE, Long.MIN_VALUE, Long.MAX_VALUE - 1, Long.MAX_VALUE - 2);

    private SampleEvents() {
    }

    static void tick(PipelineEvent event) {
        event.tick().set(Integer.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE - 1, Long.MAX_VALUE - 2);
        event.tick().setQuote(-8, -18, Long.MAX_VALUE, 1, Long.MAX_VALUE - 3, 2);
    }

    static List<Long> shown(Tick tick) {
        return List.of((long) tick.symbolId(), tick.updateId(), (long) tick.priceExponent(), (long) tick.qtyExponent(),
            tick.bidPrice(), tick.bidQty(), tick.askPrice(), tick.askQty(), tick.receivedNs(), tick.receivedEpochNs());
    }

    static void longestCommand(PipelineEvent event) {
        command(event, "x".repeat(Command.MAX_ARGUMENT_BYTES));
    }

    static void emptyCommand(PipelineEvent event) {
        command(event, "");
    }

    static void command(PipelineEvent event, String arguments) {
        event.command().set(ORIGIN, Long.MAX_VALUE - 3, 200, arguments, Long.MAX_VALUE - 4, Long.MAX_VALUE - 5);
    }

    static void longestUpdate(PipelineEvent event) {
        event.orderAck().set(update("i".repeat(36), "a".repeat(32), "r".repeat(96)));
    }

    static void longestFeedState(PipelineEvent event) {
        event.feedState().set(Integer.MAX_VALUE, FeedStatus.STALE, Long.MAX_VALUE,
            "r".repeat(FeedState.MAX_REASON_BYTES));
    }

    static OrderUpdate update(String clientOrderId, String commissionAsset, String reason) {
        return new OrderUpdate(clientOrderId, Long.MAX_VALUE, Integer.MAX_VALUE, OrderStatus.UNKNOWN,
            ExecutionType.TRADE_PREVENTION, Long.MAX_VALUE - 1, Long.MAX_VALUE - 2, Long.MAX_VALUE - 3, -8, -18,
            -Long.MAX_VALUE, Decimals.MAX_EXPONENT, commissionAsset, Long.MAX_VALUE - 4, reason);
    }

    static OrderUpdate emptyUpdate() {
        return new OrderUpdate("", 0, 0, OrderStatus.NEW, ExecutionType.NEW, 0, 0, 0, 0, 0, 0, 0, "", 0, "");
    }
}
