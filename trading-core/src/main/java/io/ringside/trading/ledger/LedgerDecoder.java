package io.ringside.trading.ledger;

import io.ringside.core.event.OrderUpdate.Liquidity;
import io.ringside.core.runtime.CodeTable;
import io.ringside.trading.decision.AccountId;
import io.ringside.trading.decision.ChangeReason;
import io.ringside.trading.decision.Side;
import io.ringside.trading.journal.segment.SegmentReader;
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
import io.ringside.trading.ledger.sbe.ExecutionDecoder;
import io.ringside.trading.ledger.sbe.GapDecoder;
import io.ringside.trading.ledger.sbe.LedgerStartDecoder;
import io.ringside.trading.ledger.sbe.MarkDecoder;
import io.ringside.trading.ledger.sbe.MessageHeaderDecoder;
import io.ringside.trading.ledger.sbe.ReachedDecoder;
import io.ringside.trading.ledger.sbe.RunBeganDecoder;
import io.ringside.trading.ledger.sbe.StrategySwitchedDecoder;
import io.ringside.trading.ledger.sbe.TradingSwitchedDecoder;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Decodes what {@link LedgerEncoder} wrote. What a newer version wrote is refused as such.
 *
 * <p><em>Threading:</em> one thread.
 */
final class LedgerDecoder {

    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final UnsafeBuffer message = new UnsafeBuffer(new byte[0]);

    /** The state at the start of a file, from its first record. */
    LedgerState start(SegmentReader file, long expectedNumber) throws IOException {
        LedgerStartDecoder from = new LedgerStartDecoder();
        requireKnown(file, LedgerStartDecoder.BLOCK_LENGTH);
        if (file.templateId() != LedgerStartDecoder.TEMPLATE_ID) {
            throw file.damage("message " + file.templateId() + " at the start of a ledger file");
        }
        wrap(file);
        from.wrapAndApplyHeader(message, 0, header);
        if (from.formatVersion() > LedgerDirectory.FORMAT_VERSION) {
            throw file.newer("ledger format " + from.formatVersion());
        }
        if (from.number() != expectedNumber) {
            throw file.damage("the file is number " + from.number() + " by its contents");
        }
        return new LedgerState(new LedgerPlace(from.runId(), file.sequence(), from.index()), from.epochNs(),
            from.sinceEpochNs(), from.executions(), from.markEpochNs());
    }

    /** The record that the reader is at. */
    LedgerRecord decode(SegmentReader file) throws IOException {
        try {
            return switch (file.templateId()) {
                case RunBeganDecoder.TEMPLATE_ID -> runBegan(file);
                case ExecutionDecoder.TEMPLATE_ID -> execution(file);
                case MarkDecoder.TEMPLATE_ID -> mark(file);
                case TradingSwitchedDecoder.TEMPLATE_ID -> tradingSwitched(file);
                case StrategySwitchedDecoder.TEMPLATE_ID -> strategySwitched(file);
                case GapDecoder.TEMPLATE_ID -> gap(file);
                case ReachedDecoder.TEMPLATE_ID -> reached(file);
                default -> throw file.newer("message " + file.templateId());
            };
        } catch (CodeTable.UnknownCode unknown) {
            throw file.newer(unknown.getMessage());
        } catch (IndexOutOfBoundsException | NumberFormatException malformed) {
            throw file.damage("the record is incomplete: " + malformed.getMessage());
        }
    }

    private RunBegan runBegan(SegmentReader file) throws IOException {
        requireKnown(file, RunBeganDecoder.BLOCK_LENGTH);
        RunBeganDecoder from = new RunBeganDecoder().wrapAndApplyHeader(message, 0, header);
        return new RunBegan(new LedgerPlace(from.runId(), file.sequence(), from.index()), from.epochNs(),
            AccountId.of(from.account()), from.executions(), from.continues() == 1);
    }

    private Execution execution(SegmentReader file) throws IOException {
        requireKnown(file, ExecutionDecoder.BLOCK_LENGTH);
        ExecutionDecoder from = new ExecutionDecoder().wrapAndApplyHeader(message, 0, header);
        LedgerPlace place = new LedgerPlace(from.runId(), file.sequence(), from.index());
        List<Amount> realised = new ArrayList<>();
        for (ExecutionDecoder.ProfitsDecoder each : from.profits()) {
            String asset = each.asset();
            realised.add(new Amount(number(each.realised()), asset));
        }
        String clientOrderId = from.clientOrderId();
        String source = from.source();
        Listing listing = new Listing(from.symbol(), from.venue(), from.baseAsset(), from.quoteAsset());
        String tradeId = from.tradeId();
        Amounts amounts = new Amounts(number(from.qty()), number(from.price()),
            new Amount(number(from.commission()), from.commissionAsset()), List.copyOf(realised));
        Ordered order = new Ordered(from.orderNumber(), clientOrderId, AccountId.of(from.account()), source,
            Side.of(from.side()), listing);
        return new Execution(place, from.epochNs(), from.number(), order, amounts, Liquidity.of(from.liquidity()),
            tradeId);
    }

    private Mark mark(SegmentReader file) throws IOException {
        requireKnown(file, MarkDecoder.BLOCK_LENGTH);
        MarkDecoder from = new MarkDecoder().wrapAndApplyHeader(message, 0, header);
        List<Marked> assets = new ArrayList<>();
        for (MarkDecoder.AmountsDecoder each : from.amounts()) {
            assets.add(new Marked(each.asset(), number(each.realised()), number(each.unrealised()),
                number(each.fees()), number(each.equity())));
        }
        return new Mark(new LedgerPlace(from.runId(), file.sequence(), from.index()), from.epochNs(),
            AccountId.of(from.account()), List.copyOf(assets));
    }

    private TradingSwitched tradingSwitched(SegmentReader file) throws IOException {
        requireKnown(file, TradingSwitchedDecoder.BLOCK_LENGTH);
        TradingSwitchedDecoder from = new TradingSwitchedDecoder().wrapAndApplyHeader(message, 0, header);
        return new TradingSwitched(new LedgerPlace(from.runId(), file.sequence(), from.index()), from.epochNs(),
            from.halted() == 1, from.paused() == 1);
    }

    private StrategySwitched strategySwitched(SegmentReader file) throws IOException {
        requireKnown(file, StrategySwitchedDecoder.BLOCK_LENGTH);
        StrategySwitchedDecoder from = new StrategySwitchedDecoder().wrapAndApplyHeader(message, 0, header);
        return new StrategySwitched(new LedgerPlace(from.runId(), file.sequence(), from.index()), from.epochNs(),
            from.strategy(), from.on() == 1, from.parameters(), ChangeReason.of(from.reason()), from.detail());
    }

    private Gap gap(SegmentReader file) throws IOException {
        requireKnown(file, GapDecoder.BLOCK_LENGTH);
        GapDecoder from = new GapDecoder().wrapAndApplyHeader(message, 0, header);
        return new Gap(new LedgerPlace(from.runId(), file.sequence(), from.index()), from.epochNs(), from.fromEpochNs(),
            from.executions());
    }

    private Reached reached(SegmentReader file) throws IOException {
        requireKnown(file, ReachedDecoder.BLOCK_LENGTH);
        ReachedDecoder from = new ReachedDecoder().wrapAndApplyHeader(message, 0, header);
        return new Reached(new LedgerPlace(from.runId(), file.sequence(), from.index()), from.epochNs());
    }

    /** The checksum is right, so whatever is not known here was written by a newer version. */
    private void requireKnown(SegmentReader file, int knownBlockBytes) throws IOException {
        wrap(file);
        if (file.schemaVersion() > MessageHeaderDecoder.SCHEMA_VERSION || file.blockBytes() > knownBlockBytes) {
            throw file.newer("message " + file.templateId() + " of ledger schema version " + file.schemaVersion());
        }
    }

    private void wrap(SegmentReader file) {
        message.wrap(file.array(), file.messageOffset(), file.messageBytes());
    }

    /** Null for no text. */
    private static BigDecimal number(String text) {
        return text.isEmpty() ? null : new BigDecimal(text);
    }
}
