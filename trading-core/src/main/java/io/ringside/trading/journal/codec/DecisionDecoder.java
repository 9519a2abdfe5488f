package io.ringside.trading.journal.codec;

import io.ringside.core.command.Reply;
import io.ringside.core.command.Verb;
import io.ringside.core.event.Origin;
import io.ringside.core.event.Origin.Channel;
import io.ringside.core.runtime.CodeTable;
import io.ringside.trading.decision.AccountId;
import io.ringside.trading.decision.Cause;
import io.ringside.trading.decision.ChangeReason;
import io.ringside.trading.decision.Decision;
import io.ringside.trading.decision.DecisionKind;
import io.ringside.trading.decision.Intent;
import io.ringside.trading.decision.OrderTerms;
import io.ringside.trading.decision.OrderType;
import io.ringside.trading.decision.Outcome;
import io.ringside.trading.decision.PlanKind;
import io.ringside.trading.decision.PlanOutcome;
import io.ringside.trading.decision.Side;
import io.ringside.trading.decision.TimeInForce;
import io.ringside.trading.journal.sbe.AssetValuedDecoder;
import io.ringside.trading.journal.sbe.CancelRejectedDecoder;
import io.ringside.trading.journal.sbe.CancelRequestedDecoder;
import io.ringside.trading.journal.sbe.LossMarkedDecoder;
import io.ringside.trading.journal.sbe.MessageHeaderDecoder;
import io.ringside.trading.journal.sbe.OrderOutcomeDecoder;
import io.ringside.trading.journal.sbe.OrderPlacedDecoder;
import io.ringside.trading.journal.sbe.OrderRejectedDecoder;
import io.ringside.trading.journal.sbe.PlanEndedDecoder;
import io.ringside.trading.journal.sbe.PlanStartedDecoder;
import io.ringside.trading.journal.sbe.ReplySentDecoder;
import io.ringside.trading.journal.sbe.StrategyChangedDecoder;
import io.ringside.trading.journal.sbe.StrategyRememberedDecoder;
import io.ringside.trading.journal.sbe.TradingStateChangedDecoder;
import org.agrona.DirectBuffer;

/**
 * Decodes what {@link DecisionEncoder} wrote.
 *
 * <p><em>Threading:</em> one thread.
 */
public final class DecisionDecoder {

    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final OrderPlacedDecoder orderPlaced = new OrderPlacedDecoder();
    private final OrderRejectedDecoder orderRejected = new OrderRejectedDecoder();
    private final CancelRequestedDecoder cancelRequested = new CancelRequestedDecoder();
    private final OrderOutcomeDecoder orderOutcome = new OrderOutcomeDecoder();
    private final CancelRejectedDecoder cancelRejected = new CancelRejectedDecoder();
    private final TradingStateChangedDecoder tradingStateChanged = new TradingStateChangedDecoder();
    private final StrategyChangedDecoder strategyChanged = new StrategyChangedDecoder();
    private final LossMarkedDecoder lossMarked = new LossMarkedDecoder();
    private final ReplySentDecoder replySent = new ReplySentDecoder();
    private final PlanStartedDecoder planStarted = new PlanStartedDecoder();
    private final PlanEndedDecoder planEnded = new PlanEndedDecoder();
    private final StrategyRememberedDecoder strategyRemembered = new StrategyRememberedDecoder();
    private final AssetValuedDecoder assetValued = new AssetValuedDecoder();

    /**
     * The decision in a message that fills {@code message} from its start.
     *
     * @throws CodeTable.UnknownCode     if the message is no decision, or a value in it has a code that is not known
     * @throws IndexOutOfBoundsException if the message is incomplete
     */
    public Decision decode(DirectBuffer message) {
        return switch (DecisionKind.of(header.wrap(message, 0).templateId())) {
            case ORDER_PLACED -> orderPlaced(message);
            case ORDER_REJECTED -> orderRejected(message);
            case CANCEL_REQUESTED -> cancelRequested(message);
            case ORDER_OUTCOME -> orderOutcome(message);
            case CANCEL_REJECTED -> cancelRejected(message);
            case TRADING_STATE_CHANGED -> tradingStateChanged(message);
            case STRATEGY_CHANGED -> strategyChanged(message);
            case LOSS_MARKED -> lossMarked(message);
            case REPLY_SENT -> replySent(message);
            case PLAN_STARTED -> planStarted(message);
            case PLAN_ENDED -> planEnded(message);
            case STRATEGY_REMEMBERED -> strategyRemembered(message);
            case ASSET_VALUED -> assetValued(message);
        };
    }

    /** Length of the fixed block of each message. */
    public static int blockBytes(DecisionKind kind) {
        return switch (kind) {
            case ORDER_PLACED -> OrderPlacedDecoder.BLOCK_LENGTH;
            case ORDER_REJECTED -> OrderRejectedDecoder.BLOCK_LENGTH;
            case CANCEL_REQUESTED -> CancelRequestedDecoder.BLOCK_LENGTH;
            case ORDER_OUTCOME -> OrderOutcomeDecoder.BLOCK_LENGTH;
            case CANCEL_REJECTED -> CancelRejectedDecoder.BLOCK_LENGTH;
            case TRADING_STATE_CHANGED -> TradingStateChangedDecoder.BLOCK_LENGTH;
            case STRATEGY_CHANGED -> StrategyChangedDecoder.BLOCK_LENGTH;
            case LOSS_MARKED -> LossMarkedDecoder.BLOCK_LENGTH;
            case REPLY_SENT -> ReplySentDecoder.BLOCK_LENGTH;
            case PLAN_STARTED -> PlanStartedDecoder.BLOCK_LENGTH;
            case PLAN_ENDED -> PlanEndedDecoder.BLOCK_LENGTH;
            case STRATEGY_REMEMBERED -> StrategyRememberedDecoder.BLOCK_LENGTH;
            case ASSET_VALUED -> AssetValuedDecoder.BLOCK_LENGTH;
        };
    }

    private Decision orderPlaced(DirectBuffer message) {
        OrderPlacedDecoder from = orderPlaced.wrapAndApplyHeader(message, 0, header);
        String clientOrderId = from.clientOrderId();
        String source = from.source();
        String rationale = from.rationale();
        OrderTerms terms = new OrderTerms(from.symbolId(), Side.of(from.side()), OrderType.of(from.orderType()),
            TimeInForce.of(from.timeInForce()), from.qty(), from.qtyExponent(), from.price(), from.priceExponent());
        Cause cause = new Cause(origin(from.channel(), from.userId(), from.chatId(), from.threadId(),
            from.messageId()), source, Intent.of(from.intent()), from.parent());
        return new Decision.OrderPlaced(from.number(), AccountId.of(from.account()), clientOrderId, terms, cause,
            from.epochNs(), rationale);
    }

    private Decision orderRejected(DirectBuffer message) {
        OrderRejectedDecoder from = orderRejected.wrapAndApplyHeader(message, 0, header);
        String source = from.source();
        String reason = from.reason();
        OrderTerms terms = new OrderTerms(from.symbolId(), Side.of(from.side()), OrderType.of(from.orderType()),
            TimeInForce.of(from.timeInForce()), from.qty(), from.qtyExponent(), from.price(), from.priceExponent());
        Cause cause = new Cause(origin(from.channel(), from.userId(), from.chatId(), from.threadId(),
            from.messageId()), source, Intent.of(from.intent()), from.parent());
        return new Decision.OrderRejected(AccountId.of(from.account()), terms, cause, from.rule(), reason);
    }

    private Decision cancelRequested(DirectBuffer message) {
        CancelRequestedDecoder from = cancelRequested.wrapAndApplyHeader(message, 0, header);
        String source = from.source();
        String reason = from.reason();
        Cause cause = new Cause(origin(from.channel(), from.userId(), from.chatId(), from.threadId(),
            from.messageId()), source, Intent.of(from.intent()), from.parent());
        return new Decision.CancelRequested(from.number(), AccountId.of(from.account()), cause, reason);
    }

    private Decision orderOutcome(DirectBuffer message) {
        OrderOutcomeDecoder from = orderOutcome.wrapAndApplyHeader(message, 0, header);
        String source = from.source();
        return new Decision.OrderOutcome(from.number(), AccountId.of(from.account()), source,
            Outcome.of(from.outcome()), from.evidence());
    }

    private Decision cancelRejected(DirectBuffer message) {
        CancelRejectedDecoder from = cancelRejected.wrapAndApplyHeader(message, 0, header);
        String source = from.source();
        return new Decision.CancelRejected(from.number(), AccountId.of(from.account()), source, from.reason());
    }

    private Decision tradingStateChanged(DirectBuffer message) {
        TradingStateChangedDecoder from = tradingStateChanged.wrapAndApplyHeader(message, 0, header);
        return new Decision.TradingStateChanged(from.halted() == 1, from.haltSequence(), from.paused() == 1);
    }

    private Decision strategyChanged(DirectBuffer message) {
        StrategyChangedDecoder from = strategyChanged.wrapAndApplyHeader(message, 0, header);
        String strategy = from.strategy();
        String parameters = from.parameters();
        return new Decision.StrategyChanged(strategy, from.on() == 1, parameters, ChangeReason.of(from.reason()),
            from.detail());
    }

    private Decision lossMarked(DirectBuffer message) {
        LossMarkedDecoder from = lossMarked.wrapAndApplyHeader(message, 0, header);
        String asset = from.asset();
        String dayStart = from.dayStart();
        String peak = from.peak();
        Origin by = origin(from.channel(), from.userId(), from.chatId(), from.threadId(), from.messageId());
        return new Decision.LossMarked(AccountId.of(from.account()), asset, from.day(), dayStart, peak,
            from.countedSinceEpochNs(), by);
    }

    private Decision replySent(DirectBuffer message) {
        ReplySentDecoder from = replySent.wrapAndApplyHeader(message, 0, header);
        Origin to = origin(from.channel(), from.userId(), from.chatId(), from.threadId(), from.messageId());
        Verb verb = from.verb() == ReplySentDecoder.verbNullValue() ? null : Verb.of(from.verb());
        return new Decision.ReplySent(to, verb, from.orderNumber(), Reply.Kind.of(from.kind()), from.lengthBytes(),
            from.crc32c());
    }

    private Decision planStarted(DirectBuffer message) {
        PlanStartedDecoder from = planStarted.wrapAndApplyHeader(message, 0, header);
        Origin origin = origin(from.channel(), from.userId(), from.chatId(), from.threadId(), from.messageId());
        return new Decision.PlanStarted(from.number(), AccountId.of(from.account()), PlanKind.of(from.kind()), origin,
            from.source(), from.symbolId(), from.qty(), from.qtyExponent(), from.epochNs());
    }

    private Decision planEnded(DirectBuffer message) {
        PlanEndedDecoder from = planEnded.wrapAndApplyHeader(message, 0, header);
        return new Decision.PlanEnded(from.number(), AccountId.of(from.account()), PlanOutcome.of(from.outcome()),
            from.reason());
    }

    private Decision strategyRemembered(DirectBuffer message) {
        StrategyRememberedDecoder from = strategyRemembered.wrapAndApplyHeader(message, 0, header);
        String strategy = from.strategy();
        String type = from.writer();
        return new Decision.StrategyRemembered(strategy, type, from.version(), from.memory());
    }

    private Decision assetValued(DirectBuffer message) {
        AssetValuedDecoder from = assetValued.wrapAndApplyHeader(message, 0, header);
        String asset = from.asset();
        String costAsset = from.costAsset();
        return new Decision.AssetValued(AccountId.of(from.account()), asset, costAsset, from.price());
    }

    private static Origin origin(int channel, long userId, long chatId, long threadId, long messageId) {
        return new Origin(Channel.of(channel), userId, chatId, threadId, messageId);
    }
}
