package io.ringside.pipeline.cli;

import io.ringside.core.command.Verb;
import io.ringside.core.event.Command;
import io.ringside.core.event.Decimals;
import io.ringside.core.event.FeedState;
import io.ringside.core.event.OrderUpdate;
import io.ringside.core.event.Origin;
import io.ringside.core.event.PipelineEvent;
import io.ringside.core.event.Tick;
import io.ringside.trading.decision.Decision;
import io.ringside.trading.journal.JournalReader;
import io.ringside.trading.journal.codec.SegmentStart;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A record of the journal as names and values, in the order of showing: numbers and flags as such, all else as text.
 * Prices and quantities are exact decimals, times ISO-8601.
 */
final class RecordFields {

    private final Map<String, Object> fields = new LinkedHashMap<>();
    private final JournalNames names;

    private RecordFields(JournalNames names) {
        this.names = names;
    }

    static Map<String, Object> of(JournalReader reader, JournalNames names) throws IOException {
        RecordFields record = new RecordFields(names.at(reader.start()));
        record.fields.put("sequence", reader.sequence());
        record.fields.put("type", type(reader));
        switch (reader.kind()) {
            case EVENT -> record.event(reader.event());
            case DECISION -> record.decision(reader.decision());
            default -> record.start(reader.start());
        }
        return record.fields;
    }

    /** For people and {@code --type}: TICK, OrderPlaced, SegmentStart. */
    static String type(JournalReader reader) throws IOException {
        return switch (reader.kind()) {
            case EVENT -> reader.event().type().name();
            case DECISION -> reader.decision().getClass().getSimpleName();
            case START -> "SegmentStart";
        };
    }

    private void start(SegmentStart start) {
        fields.put("segment", start.number());
        fields.put("runId", start.runId());
        time("begun", start.epochNs());
        fields.put("snapshotBytes", start.snapshot().length);
        fields.put("config", start.configText());
    }

    private void event(PipelineEvent event) {
        switch (event.type()) {
            case TICK -> tick(event.tick());
            case COMMAND -> command(event.command());
            case ORDER_ACK -> update(event.orderAck().update());
            case FEED_STATE -> feedState(event.feedState());
            default -> time("time", event.timer().epochNs());
        }
    }

    private void tick(Tick tick) {
        time("time", tick.receivedEpochNs());
        fields.put("symbol", names.symbol(tick.symbolId()));
        decimal("bid", tick.bidPrice(), tick.priceExponent());
        decimal("bidQty", tick.bidQty(), tick.qtyExponent());
        decimal("ask", tick.askPrice(), tick.priceExponent());
        decimal("askQty", tick.askQty(), tick.qtyExponent());
        fields.put("updateId", tick.updateId());
    }

    private void command(Command command) {
        time("time", command.receivedEpochNs());
        fields.put("verb", Verb.isCode(command.verbCode()) ? Verb.of(command.verbCode()).name() : command.verbCode());
        fields.put("arguments", command.arguments());
        origin(command.origin());
        fields.put("updateId", command.updateId());
    }

    private void update(OrderUpdate update) {
        time("time", update.epochNs());
        fields.put("clientOrderId", update.clientOrderId());
        fields.put("symbol", names.symbol(update.symbolId()));
        fields.put("execution", update.execution().name());
        fields.put("status", update.status().name());
        decimal("qty", update.lastQty(), update.qtyExponent());
        decimal("cumulativeQty", update.cumulativeQty(), update.qtyExponent());
        decimal("price", update.lastPrice(), update.priceExponent());
        decimal("commission", update.commission(), update.commissionExponent());
        fields.put("commissionAsset", update.commissionAsset());
        fields.put("exchangeOrderId", update.exchangeOrderId());
        fields.put("reason", update.reason());
    }

    private void feedState(FeedState state) {
        time("time", state.epochNs());
        fields.put("connection", state.connection());
        fields.put("status", state.status().name());
        fields.put("reason", state.reason());
    }

    private void decision(Decision decision) {
        if (decision instanceof Decision.OrderPlaced placed) {
            placed(placed);
        } else if (decision instanceof Decision.OrderRejected refused) {
            refused(refused);
        } else if (decision instanceof Decision.CancelRequested asked) {
            fields.put("order", asked.number());
        } else if (decision instanceof Decision.TradingStateChanged switched) {
            fields.put("halted", switched.halted());
            fields.put("haltSequence", switched.haltSequence());
            fields.put("paused", switched.paused());
        } else if (decision instanceof Decision.StrategyChanged changed) {
            fields.put("on", changed.on());
            fields.put("parameters", changed.parameters());
        } else if (decision instanceof Decision.LossMarked marked) {
            fields.put("asset", marked.asset());
            fields.put("day", marked.day());
            fields.put("dayStart", marked.dayStart());
            fields.put("peak", marked.peak());
        } else if (decision instanceof Decision.ReplySent replySent) {
            origin(replySent.to());
            if (replySent.verb() != null) {
                fields.put("verb", replySent.verb().name());
            }
            if (replySent.orderNumber() != 0) {
                fields.put("order", replySent.orderNumber());
            }
            fields.put("kind", replySent.kind().name());
            fields.put("lengthBytes", replySent.lengthBytes());
            fields.put("crc32c", Integer.toHexString(replySent.crc32c()));
        }
    }

    private void placed(Decision.OrderPlaced placed) {
        time("time", placed.epochNs());
        fields.put("order", placed.number());
        fields.put("clientOrderId", placed.clientOrderId());
        fields.put("symbol", names.symbol(placed.symbolId()));
        fields.put("side", placed.side().name());
        fields.put("orderType", placed.type().name());
        fields.put("timeInForce", placed.timeInForce().name());
        decimal("qty", placed.qty(), placed.qtyExponent());
        decimal("price", placed.price(), placed.priceExponent());
        fields.put("source", placed.source());
        origin(placed.origin());
        fields.put("rationale", placed.rationale());
    }

    private void refused(Decision.OrderRejected refused) {
        fields.put("symbol", names.symbol(refused.symbolId()));
        fields.put("side", refused.side().name());
        fields.put("qtyMantissa", refused.qty());
        fields.put("priceMantissa", refused.price());
        fields.put("source", refused.source());
        fields.put("refusal", refused.refusal());
    }

    private void origin(Origin origin) {
        fields.put("channel", origin.channel().name());
        fields.put("userId", origin.userId());
        fields.put("chatId", origin.chatId());
        fields.put("messageId", origin.messageId());
    }

    private void decimal(String name, long mantissa, int exponent) {
        fields.put(name, Decimals.toString(mantissa, exponent));
    }

    private void time(String name, long epochNs) {
        fields.put(name, Instant.ofEpochSecond(0, epochNs).toString());
    }
}
