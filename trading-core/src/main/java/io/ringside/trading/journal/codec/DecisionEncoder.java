package io.ringside.trading.journal.codec;

import io.ringside.core.event.Origin;
import io.ringside.trading.decision.Decision;
import io.ringside.trading.journal.JournalReader;
import io.ringside.trading.journal.sbe.CancelRequestedEncoder;
import io.ringside.trading.journal.sbe.LossMarkedEncoder;
import io.ringside.trading.journal.sbe.MessageHeaderEncoder;
import io.ringside.trading.journal.sbe.OrderPlacedEncoder;
import io.ringside.trading.journal.sbe.OrderRejectedEncoder;
import io.ringside.trading.journal.sbe.ReplySentEncoder;
import io.ringside.trading.journal.sbe.StrategyChangedEncoder;
import io.ringside.trading.journal.sbe.TradingStateChangedEncoder;
import io.ringside.trading.journal.segment.RecordLayout;
import io.ringside.trading.journal.segment.Segment;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Decisions as SBE messages. Each text may have up to 65,534 bytes of UTF-8; longer ones are refused with an
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
    private final TradingStateChangedEncoder switched = new TradingStateChangedEncoder();
    private final StrategyChangedEncoder strategyChanged = new StrategyChangedEncoder();
    private final LossMarkedEncoder lossMarked = new LossMarkedEncoder();
    private final ReplySentEncoder replySent = new ReplySentEncoder();

    /** The SBE message, header included; a new array. For comparing a decision with {@link JournalReader#message()}. */
    public byte[] message(Decision decision) {
        int length = stage(decision);
        return Arrays.copyOfRange(record, RecordLayout.MESSAGE, length);
    }

    /** Puts the message in its place and returns the length of the record. */
    public int stage(Decision decision) {
        return RecordLayout.BODY + encode(decision, buffer);
    }

    public void appendTo(Segment segment, int lengthBytes, long sequence) {
        segment.append(record, buffer, lengthBytes, sequence);
    }

    private int encode(Decision decision, MutableDirectBuffer target) {
        if (decision instanceof Decision.OrderPlaced placed) {
            return encode(placed, target);
        }
        if (decision instanceof Decision.OrderRejected refused) {
            return encode(refused, target);
        }
        if (decision instanceof Decision.CancelRequested asked) {
            return cancelRequested.wrapAndApplyHeader(target, RecordLayout.MESSAGE, header).number(asked.number())
                .encodedLength();
        }
        if (decision instanceof Decision.TradingStateChanged tradingState) {
            return switched.wrapAndApplyHeader(target, RecordLayout.MESSAGE, header).halted(flag(tradingState.halted()))
                .haltSequence(tradingState.haltSequence()).paused(flag(tradingState.paused())).encodedLength();
        }
        if (decision instanceof Decision.StrategyChanged changed) {
            strategyChanged.wrapAndApplyHeader(target, RecordLayout.MESSAGE, header).on(flag(changed.on()));
            byte[] parameters = utf8(changed.parameters());
            return strategyChanged.putParameters(parameters, 0, parameters.length).encodedLength();
        }
        if (decision instanceof Decision.LossMarked marked) {
            return encode(marked, target);
        }
        return encode((Decision.ReplySent) decision, target);
    }

    private int encode(Decision.OrderPlaced placed, MutableDirectBuffer target) {
        orderPlaced.wrapAndApplyHeader(target, RecordLayout.MESSAGE, header).number(placed.number())
            .symbolId(placed.symbolId()).side((short) placed.side().code())
            .orderType((short) placed.type().code()).timeInForce((short) placed.timeInForce().code())
            .qty(placed.qty()).qtyExponent(placed.qtyExponent()).price(placed.price())
            .priceExponent(placed.priceExponent()).userId(placed.origin().userId()).chatId(placed.origin().chatId())
            .threadId(placed.origin().threadId()).messageId(placed.origin().messageId()).epochNs(placed.epochNs())
            .channel((short) placed.origin().channel().code());
        byte[] clientOrderId = utf8(placed.clientOrderId());
        byte[] source = utf8(placed.source());
        byte[] rationale = utf8(placed.rationale());
        return orderPlaced.putClientOrderId(clientOrderId, 0, clientOrderId.length)
            .putSource(source, 0, source.length).putRationale(rationale, 0, rationale.length).encodedLength();
    }

    private int encode(Decision.OrderRejected refused, MutableDirectBuffer target) {
        orderRejected.wrapAndApplyHeader(target, RecordLayout.MESSAGE, header).symbolId(refused.symbolId())
            .side((short) refused.side().code()).qty(refused.qty()).price(refused.price());
        byte[] source = utf8(refused.source());
        byte[] refusal = utf8(refused.refusal());
        return orderRejected.putSource(source, 0, source.length).putRefusal(refusal, 0, refusal.length).encodedLength();
    }

    private int encode(Decision.LossMarked marked, MutableDirectBuffer target) {
        lossMarked.wrapAndApplyHeader(target, RecordLayout.MESSAGE, header).day(marked.day());
        byte[] asset = utf8(marked.asset());
        byte[] dayStart = utf8(marked.dayStart());
        byte[] peak = utf8(marked.peak());
        return lossMarked.putAsset(asset, 0, asset.length).putDayStart(dayStart, 0, dayStart.length)
            .putPeak(peak, 0, peak.length).encodedLength();
    }

    private int encode(Decision.ReplySent reply, MutableDirectBuffer target) {
        Origin to = reply.to();
        short verb = reply.verb() == null ? ReplySentEncoder.verbNullValue() : (short) reply.verb().code();
        return replySent.wrapAndApplyHeader(target, RecordLayout.MESSAGE, header)
            .channel((short) to.channel().code()).userId(to.userId()).chatId(to.chatId()).threadId(to.threadId())
            .messageId(to.messageId()).verb(verb).orderNumber(reply.orderNumber()).kind((short) reply.kind().code())
            .lengthBytes(reply.lengthBytes()).crc32c(reply.crc32c()).encodedLength();
    }

    private static short flag(boolean on) {
        return (short) (on ? 1 : 0);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
