package io.ringside.trading.journal.codec;

import io.ringside.core.event.Origin;
import io.ringside.trading.decision.Cause;
import io.ringside.trading.decision.Decision;
import io.ringside.trading.decision.OrderTerms;
import io.ringside.trading.journal.sbe.AssetValuedEncoder;
import io.ringside.trading.journal.sbe.CancelRejectedEncoder;
import io.ringside.trading.journal.sbe.CancelRequestedEncoder;
import io.ringside.trading.journal.sbe.LossMarkedEncoder;
import io.ringside.trading.journal.sbe.MessageHeaderEncoder;
import io.ringside.trading.journal.sbe.OrderOutcomeEncoder;
import io.ringside.trading.journal.sbe.OrderPlacedEncoder;
import io.ringside.trading.journal.sbe.OrderRejectedEncoder;
import io.ringside.trading.journal.sbe.PlanEndedEncoder;
import io.ringside.trading.journal.sbe.PlanStartedEncoder;
import io.ringside.trading.journal.sbe.ReplySentEncoder;
import io.ringside.trading.journal.sbe.StrategyChangedEncoder;
import io.ringside.trading.journal.sbe.StrategyRememberedEncoder;
import io.ringside.trading.journal.sbe.TradingStateChangedEncoder;
import io.ringside.trading.journal.segment.RecordLayout;
import io.ringside.trading.journal.segment.Segment;
import java.util.Arrays;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Encodes decisions as SBE messages. Each text may have up to 65,534 bytes of UTF-8; a longer one is an
 * {@link IllegalStateException}.
 *
 * <p><em>Threading:</em> one thread.
 */
public final class DecisionEncoder {

    private final byte[] record = new byte[RecordLayout.MAX_RECORD_BYTES];
    private final UnsafeBuffer buffer = new UnsafeBuffer(record);
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final OrderPlacedEncoder orderPlaced = new OrderPlacedEncoder();
    private final OrderRejectedEncoder orderRejected = new OrderRejectedEncoder();
    private final CancelRequestedEncoder cancelRequested = new CancelRequestedEncoder();
    private final OrderOutcomeEncoder orderOutcome = new OrderOutcomeEncoder();
    private final CancelRejectedEncoder cancelRejected = new CancelRejectedEncoder();
    private final TradingStateChangedEncoder tradingStateChanged = new TradingStateChangedEncoder();
    private final StrategyChangedEncoder strategyChanged = new StrategyChangedEncoder();
    private final LossMarkedEncoder lossMarked = new LossMarkedEncoder();
    private final ReplySentEncoder replySent = new ReplySentEncoder();
    private final PlanStartedEncoder planStarted = new PlanStartedEncoder();
    private final PlanEndedEncoder planEnded = new PlanEndedEncoder();
    private final StrategyRememberedEncoder strategyRemembered = new StrategyRememberedEncoder();
    private final AssetValuedEncoder assetValued = new AssetValuedEncoder();
    private final Messages messages = new Messages();

    /** The SBE message, header included, to compare with a recorded one; a new array. */
    public byte[] message(Decision decision) {
        int length = stage(decision);
        return Arrays.copyOfRange(record, RecordLayout.MESSAGE, length);
    }

    /** Encodes the message in its place in a record and returns the record's length. */
    public int stage(Decision decision) {
        decision.accept(messages);
        return RecordLayout.BODY + messages.encodedBytes;
    }

    public void appendTo(Segment segment, int lengthBytes, long sequence) {
        segment.append(record, buffer, lengthBytes, sequence);
    }

    /** Each message as the schema has it; the length of the newest is left in {@link #encodedBytes}. */
    private final class Messages implements Decision.Visitor {

        private int encodedBytes;

        @Override
        public void onOrderPlaced(Decision.OrderPlaced placed) {
            OrderTerms terms = placed.terms();
            Cause cause = placed.cause();
            Origin origin = cause.origin();
            encodedBytes = orderPlaced.wrapAndApplyHeader(buffer, RecordLayout.MESSAGE, header)
                .number(placed.number()).account(placed.account().code())
                .symbolId(terms.symbolId()).side((short) terms.side().code()).orderType((short) terms.type().code())
                .timeInForce((short) terms.timeInForce().code()).qty(terms.qty()).qtyExponent(terms.qtyExponent())
                .price(terms.price()).priceExponent(terms.priceExponent())
                .userId(origin.userId()).chatId(origin.chatId()).threadId(origin.threadId())
                .messageId(origin.messageId()).channel((short) origin.channel().code())
                .intent((short) cause.intent().code()).parent(cause.parent()).epochNs(placed.epochNs())
                .stopPrice(0).maxAgeMs(0).previewId(0).replaces(0)
                .clientOrderId(placed.clientOrderId()).source(cause.source()).rationale(placed.rationale())
                .encodedLength();
        }

        @Override
        public void onOrderRejected(Decision.OrderRejected rejected) {
            OrderTerms terms = rejected.terms();
            Cause cause = rejected.cause();
            Origin origin = cause.origin();
            encodedBytes = orderRejected.wrapAndApplyHeader(buffer, RecordLayout.MESSAGE, header)
                .account(rejected.account().code())
                .symbolId(terms.symbolId()).side((short) terms.side().code()).orderType((short) terms.type().code())
                .timeInForce((short) terms.timeInForce().code()).qty(terms.qty()).qtyExponent(terms.qtyExponent())
                .price(terms.price()).priceExponent(terms.priceExponent())
                .userId(origin.userId()).chatId(origin.chatId()).threadId(origin.threadId())
                .messageId(origin.messageId()).channel((short) origin.channel().code())
                .intent((short) cause.intent().code()).parent(cause.parent())
                .number(0).rule(rejected.rule()).stopPrice(0)
                .source(cause.source()).reason(rejected.reason()).encodedLength();
        }

        @Override
        public void onCancelRequested(Decision.CancelRequested cancel) {
            Cause cause = cancel.cause();
            Origin origin = cause.origin();
            encodedBytes = cancelRequested.wrapAndApplyHeader(buffer, RecordLayout.MESSAGE, header)
                .number(cancel.number()).account(cancel.account().code())
                .userId(origin.userId()).chatId(origin.chatId()).threadId(origin.threadId())
                .messageId(origin.messageId()).channel((short) origin.channel().code())
                .intent((short) cause.intent().code()).parent(cause.parent())
                .source(cause.source()).reason(cancel.reason()).cancelId("").encodedLength();
        }

        @Override
        public void onOrderOutcome(Decision.OrderOutcome outcome) {
            encodedBytes = orderOutcome.wrapAndApplyHeader(buffer, RecordLayout.MESSAGE, header)
                .number(outcome.number()).account(outcome.account().code())
                .outcome((short) outcome.outcome().code())
                .source(outcome.source()).evidence(outcome.evidence()).encodedLength();
        }

        @Override
        public void onCancelRejected(Decision.CancelRejected rejected) {
            encodedBytes = cancelRejected.wrapAndApplyHeader(buffer, RecordLayout.MESSAGE, header)
                .number(rejected.number()).account(rejected.account().code()).venueCode(0)
                .source(rejected.source()).reason(rejected.reason()).cancelId("").encodedLength();
        }

        @Override
        public void onTradingStateChanged(Decision.TradingStateChanged changed) {
            encodedBytes = tradingStateChanged.wrapAndApplyHeader(buffer, RecordLayout.MESSAGE, header)
                .halted(flag(changed.halted())).haltSequence(changed.haltSequence()).paused(flag(changed.paused()))
                .killed(flag(false)).reason((short) 0).haltedUntilEpochMs(0)
                .userId(0).chatId(0).threadId(0).messageId(0).channel((short) 0).detail("").encodedLength();
        }

        @Override
        public void onStrategyChanged(Decision.StrategyChanged changed) {
            encodedBytes = strategyChanged.wrapAndApplyHeader(buffer, RecordLayout.MESSAGE, header)
                .on(flag(changed.on())).reason((short) changed.reason().code()).mode((short) 0)
                .strategy(changed.strategy()).parameters(changed.parameters()).detail(changed.detail())
                .provider("").providerVersion("").digest("").encodedLength();
        }

        @Override
        public void onLossMarked(Decision.LossMarked marked) {
            Origin by = marked.resetBy();
            encodedBytes = lossMarked.wrapAndApplyHeader(buffer, RecordLayout.MESSAGE, header)
                .account(marked.account().code()).day(marked.day()).countedSinceEpochNs(marked.countedSinceEpochNs())
                .userId(by.userId()).chatId(by.chatId()).threadId(by.threadId()).messageId(by.messageId())
                .channel((short) by.channel().code())
                .asset(marked.asset()).dayStart(marked.dayStart()).peak(marked.peak()).encodedLength();
        }

        @Override
        public void onReplySent(Decision.ReplySent sent) {
            Origin to = sent.to();
            short verb = sent.verb() == null ? ReplySentEncoder.verbNullValue() : (short) sent.verb().code();
            encodedBytes = replySent.wrapAndApplyHeader(buffer, RecordLayout.MESSAGE, header)
                .channel((short) to.channel().code()).userId(to.userId()).chatId(to.chatId()).threadId(to.threadId())
                .messageId(to.messageId()).verb(verb).orderNumber(sent.orderNumber())
                .kind((short) sent.replyKind().code()).lengthBytes(sent.lengthBytes())
                .crc32c(sent.crc32c()).encodedLength();
        }

        @Override
        public void onPlanStarted(Decision.PlanStarted started) {
            Origin origin = started.origin();
            encodedBytes = planStarted.wrapAndApplyHeader(buffer, RecordLayout.MESSAGE, header)
                .number(started.number()).account(started.account().code()).kind((short) started.kind().code())
                .symbolId(started.symbolId()).qty(started.qty()).qtyExponent(started.qtyExponent())
                .userId(origin.userId()).chatId(origin.chatId()).threadId(origin.threadId())
                .messageId(origin.messageId()).channel((short) origin.channel().code()).epochNs(started.epochNs())
                .source(started.source()).encodedLength();
        }

        @Override
        public void onPlanEnded(Decision.PlanEnded ended) {
            encodedBytes = planEnded.wrapAndApplyHeader(buffer, RecordLayout.MESSAGE, header)
                .number(ended.number()).account(ended.account().code()).outcome((short) ended.outcome().code())
                .reason(ended.reason()).encodedLength();
        }

        @Override
        public void onStrategyRemembered(Decision.StrategyRemembered remembered) {
            encodedBytes = strategyRemembered.wrapAndApplyHeader(buffer, RecordLayout.MESSAGE, header)
                .version(remembered.version()).strategy(remembered.strategy()).writer(remembered.type())
                .memory(remembered.memory()).encodedLength();
        }

        @Override
        public void onAssetValued(Decision.AssetValued valued) {
            encodedBytes = assetValued.wrapAndApplyHeader(buffer, RecordLayout.MESSAGE, header)
                .account(valued.account().code()).asset(valued.asset()).costAsset(valued.costAsset())
                .price(valued.price()).encodedLength();
        }
    }

    private static short flag(boolean on) {
        return (short) (on ? 1 : 0);
    }
}
