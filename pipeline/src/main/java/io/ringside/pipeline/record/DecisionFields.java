package io.ringside.pipeline.record;

import io.ringside.trading.decision.Decision;

/** Adds the values of each decision. */
final class DecisionFields implements Decision.Visitor {

    private final Fields fields;

    DecisionFields(Fields fields) {
        this.fields = fields;
    }

    @Override
    public void onOrderPlaced(Decision.OrderPlaced placed) {
        fields.time("time", placed.epochNs());
        fields.put("order", placed.number());
        fields.put("clientOrderId", placed.clientOrderId());
        fields.terms(placed.terms());
        fields.put("account", placed.account().name());
        fields.put("source", placed.source());
        fields.origin(placed.origin());
        fields.put("rationale", placed.rationale());
    }

    @Override
    public void onOrderRejected(Decision.OrderRejected rejected) {
        fields.terms(rejected.terms());
        fields.put("account", rejected.account().name());
        fields.put("source", rejected.source());
        fields.origin(rejected.origin());
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
        fields.origin(sent.to());
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
