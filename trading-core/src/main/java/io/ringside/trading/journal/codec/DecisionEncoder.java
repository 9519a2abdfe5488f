package io.ringside.trading.journal.codec;

import io.ringside.core.event.Origin;
import io.ringside.trading.decision.Decision;
import io.ringside.trading.decision.OrderTerms;
import io.ringside.trading.journal.sbe.CancelRejectedEncoder;
import io.ringside.trading.journal.sbe.CancelRequestedEncoder;
import io.ringside.trading.journal.sbe.LossMarkedEncoder;
import io.ringside.trading.journal.sbe.MessageHeaderEncoder;
import io.ringside.trading.journal.sbe.OrderOutcomeEncoder;
import io.ringside.trading.journal.sbe.OrderPlacedEncoder;
import io.ringside.trading.journal.sbe.OrderRejectedEncoder;
import io.ringside.trading.journal.sbe.ReplySentEncoder;
import io.ringside.trading.journal.sbe.StrategyChangedEncoder;
import io.ringside.trading.journal.sbe.TradingStateChangedEncoder;
import io.ringside.trading.journal.segment.RecordLayout;
import io.ringside.trading.journal.segment.Segment;
import java.nio.charset.StandardCharsets;
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
            Origin origin = placed.origin();
            orderPlaced.wrapAndApplyHeader(buffer, RecordLayout.MESSAGE, header).number(placed.number())
                .account(placed.account().code()).symbolId(terms.symbolId()).side((short) terms.side().code())
                .orderType((short) terms.type().code()).timeInForce((short) terms.timeInForce().code())
                .qty(terms.qty()).qtyExponent(terms.qtyExponent()).price(terms.price())
                .priceExponent(terms.priceExponent()).userId(origin.userId()).chatId(origin.chatId())
                .threadId(origin.threadId()).messageId(origin.messageId()).epochNs(placed.epochNs())
                .channel((short) origin.channel().code());
            byte[] clientOrderId = utf8(placed.clientOrderId());
            byte[] source = utf8(placed.source());
            byte[] rationale = utf8(placed.rationale());
            encodedBytes = orderPlaced.putClientOrderId(clientOrderId, 0, clientOrderId.length)
                .putSource(source, 0, source.length).putRationale(rationale, 0, rationale.length).encodedLength();
        }

        @Override
        public void onOrderRejected(Decision.OrderRejected rejected) {
            OrderTerms terms = rejected.terms();
            Origin origin = rejected.origin();
            orderRejected.wrapAndApplyHeader(buffer, RecordLayout.MESSAGE, header).account(rejected.account().code())
                .symbolId(terms.symbolId()).side((short) terms.side().code()).orderType((short) terms.type().code())
                .timeInForce((short) terms.timeInForce().code()).qty(terms.qty()).qtyExponent(terms.qtyExponent())
                .price(terms.price()).priceExponent(terms.priceExponent()).userId(origin.userId())
                .chatId(origin.chatId()).threadId(origin.threadId()).messageId(origin.messageId())
                .channel((short) origin.channel().code());
            byte[] source = utf8(rejected.source());
            byte[] reason = utf8(rejected.reason());
            encodedBytes = orderRejected.putSource(source, 0, source.length).putReason(reason, 0, reason.length)
                .encodedLength();
        }

        @Override
        public void onCancelRequested(Decision.CancelRequested cancel) {
            cancelRequested.wrapAndApplyHeader(buffer, RecordLayout.MESSAGE, header).number(cancel.number())
                .account(cancel.account().code());
            byte[] source = utf8(cancel.source());
            encodedBytes = cancelRequested.putSource(source, 0, source.length).encodedLength();
        }

        @Override
        public void onOrderOutcome(Decision.OrderOutcome outcome) {
            orderOutcome.wrapAndApplyHeader(buffer, RecordLayout.MESSAGE, header).number(outcome.number())
                .account(outcome.account().code()).outcome((short) outcome.outcome().code());
            byte[] source = utf8(outcome.source());
            byte[] evidence = utf8(outcome.evidence());
            encodedBytes = orderOutcome.putSource(source, 0, source.length).putEvidence(evidence, 0, evidence.length)
                .encodedLength();
        }

        @Override
        public void onCancelRejected(Decision.CancelRejected rejected) {
            cancelRejected.wrapAndApplyHeader(buffer, RecordLayout.MESSAGE, header).number(rejected.number())
                .account(rejected.account().code());
            byte[] source = utf8(rejected.source());
            byte[] reason = utf8(rejected.reason());
            encodedBytes = cancelRejected.putSource(source, 0, source.length).putReason(reason, 0, reason.length)
                .encodedLength();
        }

        @Override
        public void onTradingStateChanged(Decision.TradingStateChanged changed) {
            encodedBytes = tradingStateChanged.wrapAndApplyHeader(buffer, RecordLayout.MESSAGE, header)
                .halted(flag(changed.halted())).haltSequence(changed.haltSequence()).paused(flag(changed.paused()))
                .encodedLength();
        }

        @Override
        public void onStrategyChanged(Decision.StrategyChanged changed) {
            strategyChanged.wrapAndApplyHeader(buffer, RecordLayout.MESSAGE, header).on(flag(changed.on()));
            byte[] strategy = utf8(changed.strategy());
            strategyChanged.putStrategy(strategy, 0, strategy.length);
            byte[] parameters = utf8(changed.parameters());
            encodedBytes = strategyChanged.putParameters(parameters, 0, parameters.length).encodedLength();
        }

        @Override
        public void onLossMarked(Decision.LossMarked marked) {
            lossMarked.wrapAndApplyHeader(buffer, RecordLayout.MESSAGE, header).account(marked.account().code())
                .day(marked.day());
            byte[] asset = utf8(marked.asset());
            byte[] dayStart = utf8(marked.dayStart());
            byte[] peak = utf8(marked.peak());
            encodedBytes = lossMarked.putAsset(asset, 0, asset.length).putDayStart(dayStart, 0, dayStart.length)
                .putPeak(peak, 0, peak.length).encodedLength();
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
    }

    private static short flag(boolean on) {
        return (short) (on ? 1 : 0);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
