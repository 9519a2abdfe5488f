package io.ringside.pipeline.record;

import io.ringside.core.command.Verb;
import io.ringside.core.event.Command;
import io.ringside.core.event.FeedState;
import io.ringside.core.event.OrderUpdate;
import io.ringside.core.event.PipelineEvent;
import io.ringside.core.event.Rules;
import io.ringside.core.event.Tick;
import io.ringside.trading.decision.Decision;
import io.ringside.trading.journal.JournalReader;
import io.ringside.trading.journal.codec.SegmentStart;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;

/**
 * A journal record as names and values in display order: numbers and flags as such, everything else as text. Prices and
 * quantities are exact decimals, times are ISO-8601.
 */
public final class RecordFields {

    private final Fields fields;

    private RecordFields(JournalNames names) {
        this.fields = new Fields(names);
    }

    /** The record that the reader is at. */
    public static Map<String, Object> of(JournalReader reader, JournalNames names) throws IOException {
        RecordFields record = new RecordFields(names.at(reader.start()));
        record.fields.put("sequence", reader.sequence());
        record.fields.put("type", type(reader));
        Fields fields = switch (reader.kind()) {
            case EVENT -> record.event(reader.event());
            case DECISION -> record.decision(reader.decision());
            case START -> record.start(reader.start());
        };
        return fields.map();
    }

    /** As printed and as matched by {@code --type}: TICK, OrderPlaced, SegmentStart. */
    public static String type(JournalReader reader) throws IOException {
        return switch (reader.kind()) {
            case EVENT -> reader.event().type().name();
            case DECISION -> reader.decision().getClass().getSimpleName();
            case START -> "SegmentStart";
        };
    }

    private Fields start(SegmentStart start) {
        fields.put("segment", start.number());
        fields.put("runId", start.runId());
        fields.time("started", start.epochNs());
        fields.put("program", start.program());
        fields.put("snapshotBytes", start.snapshot().stream().mapToInt(part -> part.state().length).sum());
        fields.put("config", start.configText());
        return fields;
    }

    private Fields event(PipelineEvent event) {
        return switch (event.type()) {
            case TICK -> tick(event.tick());
            case COMMAND -> command(event.command());
            case ORDER_ACK -> update(event.orderAck().update());
            case FEED_STATE -> feedState(event.feedState());
            case TIMER -> fields.time("time", event.timer().epochNs());
            case RULES -> rules(event.rules());
        };
    }

    private Fields decision(Decision decision) {
        decision.accept(new DecisionFields(fields));
        return fields;
    }

    private Fields tick(Tick tick) {
        fields.time("time", tick.receivedEpochNs());
        fields.symbol(tick.symbolId());
        fields.decimal("bid", tick.bidPrice(), tick.priceExponent());
        fields.decimal("bidQty", tick.bidQty(), tick.qtyExponent());
        fields.decimal("ask", tick.askPrice(), tick.priceExponent());
        fields.decimal("askQty", tick.askQty(), tick.qtyExponent());
        fields.put("updateId", tick.updateId());
        return fields;
    }

    private Fields command(Command command) {
        fields.time("time", command.receivedEpochNs());
        fields.put("verb", Verb.isCode(command.verbCode()) ? Verb.of(command.verbCode()).name() : command.verbCode());
        fields.put("arguments", command.arguments());
        fields.origin(command.origin());
        fields.put("updateId", command.updateId());
        return fields;
    }

    private Fields update(OrderUpdate update) {
        fields.time("time", update.epochNs());
        fields.put("clientOrderId", update.clientOrderId());
        fields.symbol(update.symbolId());
        fields.put("execution", update.execution().name());
        fields.put("status", update.status().name());
        fields.decimal("qty", update.trade().qty(), update.qtyExponent());
        fields.decimal("cumulativeQty", update.cumulativeQty(), update.qtyExponent());
        fields.decimal("price", update.trade().price(), update.trade().priceExponent());
        fields.decimal("commission", update.trade().commission(), update.trade().commissionExponent());
        fields.put("commissionAsset", update.trade().commissionAsset());
        fields.put("tradeId", update.trade().id());
        fields.put("liquidity", update.trade().liquidity().name());
        fields.put("exchangeOrderId", update.exchangeOrderId());
        fields.put("reportedBy", update.report().source().name());
        fields.put("venueCode", update.report().venueCode());
        fields.put("reason", update.reason());
        return fields;
    }

    private Fields rules(Rules rules) {
        fields.time("time", rules.epochNs());
        fields.symbol(rules.symbolId());
        fields.put("trading", rules.has(Rules.TRADING));
        fields.put("baseAsset", rules.baseAsset());
        fields.put("quoteAsset", rules.quoteAsset());
        fields.put("basePrecision", rules.basePrecision());
        fields.put("quotePrecision", rules.quotePrecision());
        for (Rules.Value value : Rules.Value.values()) {
            fields.decimal(camelCase(value), rules.mantissa(value), rules.exponent(value));
        }
        fields.put("minOnMarket", rules.has(Rules.MIN_ON_MARKET));
        fields.put("maxOnMarket", rules.has(Rules.MAX_ON_MARKET));
        fields.put("maxOrders", rules.maxOrders());
        return fields;
    }

    private static String camelCase(Rules.Value value) {
        StringBuilder name = new StringBuilder();
        for (String word : value.name().toLowerCase(Locale.ROOT).split("_")) {
            name.append(name.length() == 0 ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return name.toString();
    }

    private Fields feedState(FeedState state) {
        fields.time("time", state.epochNs());
        fields.put("connection", state.connection());
        fields.put("status", state.status().name());
        fields.put("reason", state.reason());
        return fields;
    }
}
