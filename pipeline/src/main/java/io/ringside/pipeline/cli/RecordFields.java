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
import io.ringside.trading.decision.OrderTerms;
import io.ringside.trading.journal.JournalReader;
import io.ringside.trading.journal.codec.SegmentStart;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A journal record as names and values in display order: numbers and flags as such, everything else as text. Prices and
 * quantities are exact decimals, times are ISO-8601.
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
        return switch (reader.kind()) {
            case EVENT -> record.event(reader.event());
            case DECISION -> record.decision(reader.decision());
            case START -> record.start(reader.start());
        };
    }

    /** As printed and as matched by {@code --type}: TICK, OrderPlaced, SegmentStart. */
    static String type(JournalReader reader) throws IOException {
        return switch (reader.kind()) {
            case EVENT -> reader.event().type().name();
            case DECISION -> reader.decision().getClass().getSimpleName();
            case START -> "SegmentStart";
        };
    }

    private Map<String, Object> start(SegmentStart start) {
        fields.put("segment", start.number());
        fields.put("runId", start.runId());
        time("begun", start.epochNs());
        fields.put("snapshotBytes", start.snapshot().length);
        fields.put("config", start.configText());
        return fields;
    }

    private Map<String, Object> event(PipelineEvent event) {
        return switch (event.type()) {
            case TICK -> tick(event.tick());
            case COMMAND -> command(event.command());
            case ORDER_ACK -> update(event.orderAck().update());
            case FEED_STATE -> feedState(event.feedState());
            case TIMER -> time("time", event.timer().epochNs());
        };
    }

    private Map<String, Object> decision(Decision decision) {
        decision.accept(new DecisionFields());
        return fields;
    }

    private Map<String, Object> tick(Tick tick) {
        time("time", tick.receivedEpochNs());
        fields.put("symbol", names.symbol(tick.symbolId()));
        decimal("bid", tick.bidPrice(), tick.priceExponent());
        decimal("bidQty", tick.bidQty(), tick.qtyExponent());
        decimal("ask", tick.askPrice(), tick.priceExponent());
        decimal("askQty", tick.askQty(), tick.qtyExponent());
        fields.put("updateId", tick.updateId());
        return fields;
    }

    private Map<String, Object> command(Command command) {
        time("time", command.receivedEpochNs());
        fields.put("verb", Verb.isCode(command.verbCode()) ? Verb.of(command.verbCode()).name() : command.verbCode());
        fields.put("arguments", command.arguments());
        origin(command.origin());
        fields.put("updateId", command.updateId());
        return fields;
    }

    private Map<String, Object> update(OrderUpdate update) {
        time("time", update.epochNs());
        fields.put("clientOrderId", update.clientOrderId());
        fields.put("symbol", names.symbol(update.symbolId()));
        fields.put("execution", update.execution().name());
        fields.put("status", update.status().name());
        decimal("qty", update.trade().qty(), update.qtyExponent());
        decimal("cumulativeQty", update.cumulativeQty(), update.qtyExponent());
        decimal("price", update.trade().price(), update.trade().priceExponent());
        decimal("commission", update.trade().commission(), update.trade().commissionExponent());
        fields.put("commissionAsset", update.trade().commissionAsset());
        fields.put("tradeId", update.trade().id());
        fields.put("liquidity", update.trade().liquidity().name());
        fields.put("exchangeOrderId", update.exchangeOrderId());
        fields.put("toldBy", update.report().source().name());
        fields.put("venueCode", update.report().venueCode());
        fields.put("reason", update.reason());
        return fields;
    }

    private Map<String, Object> feedState(FeedState state) {
        time("time", state.epochNs());
        fields.put("connection", state.connection());
        fields.put("status", state.status().name());
        fields.put("reason", state.reason());
        return fields;
    }

    private void terms(OrderTerms terms) {
        fields.put("symbol", names.symbol(terms.symbolId()));
        fields.put("side", terms.side().name());
        fields.put("orderType", terms.type().name());
        fields.put("timeInForce", terms.timeInForce().name());
        decimal("qty", terms.qty(), terms.qtyExponent());
        decimal("price", terms.price(), terms.priceExponent());
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

    private Map<String, Object> time(String name, long epochNs) {
        fields.put(name, Instant.ofEpochSecond(0, epochNs).toString());
        return fields;
    }

    /** Adds the values of each decision. */
    private final class DecisionFields implements Decision.Visitor {

        @Override
        public void onOrderPlaced(Decision.OrderPlaced placed) {
            time("time", placed.epochNs());
            fields.put("order", placed.number());
            fields.put("clientOrderId", placed.clientOrderId());
            terms(placed.terms());
            fields.put("account", placed.account().name());
            fields.put("source", placed.source());
            origin(placed.origin());
            fields.put("rationale", placed.rationale());
        }

        @Override
        public void onOrderRejected(Decision.OrderRejected rejected) {
            terms(rejected.terms());
            fields.put("account", rejected.account().name());
            fields.put("source", rejected.source());
            origin(rejected.origin());
            fields.put("reason", rejected.reason());
        }

        @Override
        public void onCancelRequested(Decision.CancelRequested cancel) {
            fields.put("order", cancel.number());
            fields.put("account", cancel.account().name());
            fields.put("source", cancel.source());
        }

        @Override
        public void onOrderOutcome(Decision.OrderOutcome outcome) {
            fields.put("order", outcome.number());
            fields.put("account", outcome.account().name());
            fields.put("source", outcome.source());
            fields.put("outcome", outcome.outcome().name());
            fields.put("evidence", outcome.evidence());
        }

        @Override
        public void onCancelRejected(Decision.CancelRejected rejected) {
            fields.put("order", rejected.number());
            fields.put("account", rejected.account().name());
            fields.put("source", rejected.source());
            fields.put("reason", rejected.reason());
        }

        @Override
        public void onTradingStateChanged(Decision.TradingStateChanged changed) {
            fields.put("halted", changed.halted());
            fields.put("haltSequence", changed.haltSequence());
            fields.put("paused", changed.paused());
        }

        @Override
        public void onStrategyChanged(Decision.StrategyChanged changed) {
            fields.put("strategy", changed.strategy());
            fields.put("on", changed.on());
            fields.put("parameters", changed.parameters());
        }

        @Override
        public void onLossMarked(Decision.LossMarked marked) {
            fields.put("account", marked.account().name());
            fields.put("asset", marked.asset());
            fields.put("day", marked.day());
            fields.put("dayStart", marked.dayStart());
            fields.put("peak", marked.peak());
        }

        @Override
        public void onReplySent(Decision.ReplySent sent) {
            origin(sent.to());
            if (sent.verb() != null) {
                fields.put("verb", sent.verb().name());
            }
            if (sent.orderNumber() != 0) {
                fields.put("order", sent.orderNumber());
            }
            fields.put("kind", sent.replyKind().name());
            fields.put("lengthBytes", sent.lengthBytes());
            fields.put("crc32c", Integer.toHexString(sent.crc32c()));
        }
    }
}
