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
        fields.cause(placed.cause());
        fields.put("rationale", placed.rationale());
    }

    @Override
    public void onOrderRejected(Decision.OrderRejected rejected) {
        fields.terms(rejected.terms());
        fields.put("account", rejected.account().name());
        fields.cause(rejected.cause());
        fields.put("rule", rejected.rule());
        fields.put("reason", rejected.reason());
    }

    @Override
    public void onCancelRequested(Decision.CancelRequested cancel) {
        fields.put("order", cancel.number());
        fields.put("account", cancel.account().name());
        fields.cause(cancel.cause());
        fields.put("reason", cancel.reason());
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
        fields.put("reason", changed.reason().name());
        fields.put("detail", changed.detail());
    }

    @Override
    public void onLossMarked(Decision.LossMarked marked) {
        fields.put("account", marked.account().name());
        fields.put("asset", marked.asset());
        fields.put("day", marked.day());
        fields.put("dayStart", marked.dayStart());
        fields.put("peak", marked.peak());
        if (marked.countedSinceEpochNs() != 0) {
            fields.time("countedSince", marked.countedSinceEpochNs());
            fields.origin(marked.resetBy());
        }
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

    @Override
    public void onPlanStarted(Decision.PlanStarted started) {
        fields.time("time", started.epochNs());
        fields.put("plan", started.number());
        fields.put("account", started.account().name());
        fields.put("kind", started.kind().name());
        fields.put("source", started.source());
        if (started.symbolId() >= 0) {
            fields.symbol(started.symbolId());
            fields.decimal("qty", started.qty(), started.qtyExponent());
        }
        fields.origin(started.origin());
    }

    @Override
    public void onPlanEnded(Decision.PlanEnded ended) {
        fields.put("plan", ended.number());
        fields.put("account", ended.account().name());
        fields.put("outcome", ended.outcome().name());
        fields.put("reason", ended.reason());
    }

    @Override
    public void onStrategyRemembered(Decision.StrategyRemembered remembered) {
        fields.put("strategy", remembered.strategy());
        fields.put("type", remembered.type());
        fields.put("version", remembered.version());
        fields.put("memory", remembered.memory());
    }

    @Override
    public void onAssetValued(Decision.AssetValued valued) {
        fields.put("account", valued.account().name());
        fields.put("asset", valued.asset());
        fields.put("costAsset", valued.costAsset());
        fields.put("price", valued.price());
    }
}
