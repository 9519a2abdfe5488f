package io.ringside.trading.ledger;

import io.ringside.trading.journal.segment.RecordLayout;
import io.ringside.trading.ledger.LedgerRecord.Amount;
import io.ringside.trading.ledger.LedgerRecord.Amounts;
import io.ringside.trading.ledger.LedgerRecord.Execution;
import io.ringside.trading.ledger.LedgerRecord.Gap;
import io.ringside.trading.ledger.LedgerRecord.Listing;
import io.ringside.trading.ledger.LedgerRecord.Mark;
import io.ringside.trading.ledger.LedgerRecord.Marked;
import io.ringside.trading.ledger.LedgerRecord.Ordered;
import io.ringside.trading.ledger.LedgerRecord.Reached;
import io.ringside.trading.ledger.LedgerRecord.RunBegan;
import io.ringside.trading.ledger.LedgerRecord.StrategySwitched;
import io.ringside.trading.ledger.LedgerRecord.TradingSwitched;
import io.ringside.trading.ledger.sbe.ExecutionEncoder;
import io.ringside.trading.ledger.sbe.GapEncoder;
import io.ringside.trading.ledger.sbe.LedgerStartEncoder;
import io.ringside.trading.ledger.sbe.MarkEncoder;
import io.ringside.trading.ledger.sbe.MessageHeaderEncoder;
import io.ringside.trading.ledger.sbe.ReachedEncoder;
import io.ringside.trading.ledger.sbe.RunBeganEncoder;
import io.ringside.trading.ledger.sbe.StrategySwitchedEncoder;
import io.ringside.trading.ledger.sbe.TradingSwitchedEncoder;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Records as bytes, framed as those of the journal.
 *
 * <p><em>Threading:</em> one thread.
 */
final class LedgerEncoder implements LedgerRecord.Visitor<Integer> {

    private static final int AT = RecordLayout.MESSAGE;

    private final byte[] record = new byte[RecordLayout.MAX_RECORD_BYTES];
    private final UnsafeBuffer buffer = new UnsafeBuffer(record);
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final RecordLayout.Seal seal = new RecordLayout.Seal();

    /** The first record of a file; valid until the next call. */
    ByteBuffer start(long fileNumber, LedgerState before) {
        int bytes = new LedgerStartEncoder().wrapAndApplyHeader(buffer, AT, header).number(fileNumber)
            .runId(before.place().runId()).index(before.place().index()).epochNs(before.epochNs())
            .sinceEpochNs(before.sinceEpochNs()).executions(before.executions()).markEpochNs(before.markEpochNs())
            .formatVersion(LedgerDirectory.FORMAT_VERSION).encodedLength();
        return frame(bytes, before.place().sequence());
    }

    /** Valid until the next call. */
    ByteBuffer encode(LedgerRecord next) {
        return frame(next.accept(this), next.place().sequence());
    }

    @Override
    public Integer onRunBegan(RunBegan began) {
        return new RunBeganEncoder().wrapAndApplyHeader(buffer, AT, header).runId(began.place().runId())
            .index(began.place().index()).epochNs(began.epochNs()).executions(began.executions())
            .account(began.account().code()).continues(code(began.continues())).encodedLength();
    }

    @Override
    public Integer onExecution(Execution execution) {
        Ordered order = execution.order();
        Listing listing = order.listing();
        Amounts amounts = execution.amounts();
        ExecutionEncoder encoder = new ExecutionEncoder().wrapAndApplyHeader(buffer, AT, header)
            .runId(execution.place().runId()).index(execution.place().index()).epochNs(execution.epochNs())
            .number(execution.number()).orderNumber(order.number()).account(order.account().code())
            .side((short) order.side().code()).liquidity((short) execution.liquidity().code());
        ExecutionEncoder.ProfitsEncoder profits = encoder.profitsCount(amounts.realised().size());
        for (Amount profit : amounts.realised()) {
            profits.next().asset(profit.asset()).realised(text(profit.value()));
        }
        return encoder.clientOrderId(order.clientOrderId())
            .source(order.source()).symbol(listing.symbol()).venue(listing.venue()).baseAsset(listing.baseAsset())
            .quoteAsset(listing.quoteAsset()).tradeId(execution.tradeId()).qty(text(amounts.qty()))
            .price(text(amounts.price())).commission(text(amounts.commission().value()))
            .commissionAsset(amounts.commission().asset()).encodedLength();
    }

    @Override
    public Integer onMark(Mark mark) {
        MarkEncoder encoder = new MarkEncoder().wrapAndApplyHeader(buffer, AT, header).runId(mark.place().runId())
            .index(mark.place().index()).epochNs(mark.epochNs()).account(mark.account().code());
        MarkEncoder.AmountsEncoder amounts = encoder.amountsCount(mark.assets().size());
        for (Marked marked : mark.assets()) {
            amounts.next().asset(marked.asset()).realised(text(marked.realised()))
                .unrealised(text(marked.unrealised())).fees(text(marked.fees())).equity(text(marked.equity()));
        }
        return encoder.encodedLength();
    }

    @Override
    public Integer onTradingSwitched(TradingSwitched switched) {
        return new TradingSwitchedEncoder().wrapAndApplyHeader(buffer, AT, header).runId(switched.place().runId())
            .index(switched.place().index()).epochNs(switched.epochNs()).halted(code(switched.halted()))
            .paused(code(switched.paused())).encodedLength();
    }

    @Override
    public Integer onStrategySwitched(StrategySwitched switched) {
        return new StrategySwitchedEncoder().wrapAndApplyHeader(buffer, AT, header).runId(switched.place().runId())
            .index(switched.place().index()).epochNs(switched.epochNs()).on(code(switched.on()))
            .reason((short) switched.reason().code()).strategy(switched.strategy()).parameters(switched.parameters())
            .detail(switched.detail()).encodedLength();
    }

    @Override
    public Integer onGap(Gap gap) {
        return new GapEncoder().wrapAndApplyHeader(buffer, AT, header).runId(gap.place().runId())
            .index(gap.place().index()).epochNs(gap.epochNs()).fromEpochNs(gap.fromEpochNs())
            .executions(gap.executions()).encodedLength();
    }

    @Override
    public Integer onReached(Reached reached) {
        return new ReachedEncoder().wrapAndApplyHeader(buffer, AT, header).runId(reached.place().runId())
            .index(reached.place().index()).epochNs(reached.epochNs()).encodedLength();
    }

    private ByteBuffer frame(int bodyBytes, long sequence) {
        return ByteBuffer.wrap(record, 0, seal.seal(record, buffer, RecordLayout.BODY + bodyBytes, sequence));
    }

    private static short code(boolean on) {
        return (short) (on ? 1 : 0);
    }

    /** Empty for null. */
    private static String text(BigDecimal valueOrNull) {
        return valueOrNull == null ? "" : valueOrNull.toPlainString();
    }
}
