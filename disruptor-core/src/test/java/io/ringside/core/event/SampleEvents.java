package io.ringside.core.event;

import io.ringside.core.event.OrderUpdate.ExecutionType;
import io.ringside.core.event.OrderUpdate.Ids;
import io.ringside.core.event.OrderUpdate.Liquidity;
import io.ringside.core.event.OrderUpdate.Report;
import io.ringside.core.event.OrderUpdate.Source;
import io.ringside.core.event.OrderUpdate.Trade;
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
        event.orderAck().set(update("i".repeat(36), "e".repeat(36), "t".repeat(36), "a".repeat(32), "r".repeat(96)));
    }

    static void longestFeedState(PipelineEvent event) {
        event.feedState().set(Integer.MAX_VALUE, FeedStatus.STALE, Long.MAX_VALUE,
            "r".repeat(FeedState.MAX_REASON_BYTES));
    }

    /** Every number as large as it can be. */
    static OrderUpdate update(String clientOrderId, String exchangeOrderId, String tradeId, String commissionAsset,
                              String reason) {
        return OrderUpdate.trade(new Ids(65_535, Integer.MAX_VALUE, clientOrderId, exchangeOrderId),
            OrderStatus.UNKNOWN, Long.MAX_VALUE - 2, -18,
            new Trade(tradeId, Long.MAX_VALUE - 1, Long.MAX_VALUE - 3, -8, -Long.MAX_VALUE, Decimals.MAX_EXPONENT,
                commissionAsset, Liquidity.TAKER),
            new Report(Source.TRADE_LIST, Long.MAX_VALUE - 4, Integer.MIN_VALUE, reason));
    }

    static OrderUpdate emptyUpdate() {
        return OrderUpdate.state(new Ids(0, 0, "", ""), OrderStatus.NEW, ExecutionType.NEW, 0, 0,
            new Report(Source.REPLY, 0, 0, ""));
    }
}
