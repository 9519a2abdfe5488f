package io.ringside.trading.journal.codec;

import io.ringside.core.command.Reply;
import io.ringside.core.command.Verb;
import io.ringside.core.event.Origin;
import io.ringside.core.event.Origin.Channel;
import io.ringside.trading.decision.Decision;
import io.ringside.trading.decision.OrderType;
import io.ringside.trading.decision.Side;
import io.ringside.trading.decision.TimeInForce;
import io.ringside.trading.journal.sbe.CancelRequestedDecoder;
import io.ringside.trading.journal.sbe.LossMarkedDecoder;
import io.ringside.trading.journal.sbe.MessageHeaderDecoder;
import io.ringside.trading.journal.sbe.OrderPlacedDecoder;
import io.ringside.trading.journal.sbe.OrderRejectedDecoder;
import io.ringside.trading.journal.sbe.ReplySentDecoder;
import io.ringside.trading.journal.sbe.StrategyChangedDecoder;
import io.ringside.trading.journal.sbe.TradingStateChangedDecoder;
import org.agrona.DirectBuffer;

/**
 * The counterpart of {@link DecisionEncoder}.
 *
 * <p><em>Threading:</em> one thread.
 */
public final class DecisionDecoder {


    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final OrderPlacedDecoder orderPlaced = new OrderPlacedDecoder();
    private final OrderRejectedDecoder orderRejected = new OrderRejectedDecoder();
    private final CancelRequestedDecoder cancelRequested = new CancelRequestedDecoder();
    private final TradingStateChangedDecoder switched = new TradingStateChangedDecoder();
    private final StrategyChangedDecoder strategyChanged = new StrategyChangedDecoder();
    private final LossMarkedDecoder lossMarked = new LossMarkedDecoder();
    private final ReplySentDecoder replySent = new ReplySentDecoder();

    public static boolean knows(int templateId) {
        return templateId >= OrderPlacedDecoder.TEMPLATE_ID && templateId <= ReplySentDecoder.TEMPLATE_ID;
    }

    /**
     * The decision in a message that fills {@code message} from its start.
     *
     * @throws IndexOutOfBoundsException for contents that no encoder wrote
     */
    public Decision decode(DirectBuffer message) {
        return switch (header.wrap(message, 0).templateId()) {
            case OrderPlacedDecoder.TEMPLATE_ID -> orderPlaced(message);
            case OrderRejectedDecoder.TEMPLATE_ID -> orderRejected(message);
            case CancelRequestedDecoder.TEMPLATE_ID ->
                new Decision.CancelRequested(cancelRequested.wrapAndApplyHeader(message, 0, header).number());
            case TradingStateChangedDecoder.TEMPLATE_ID -> switched(message);
            case StrategyChangedDecoder.TEMPLATE_ID -> strategyChanged(message);
            case LossMarkedDecoder.TEMPLATE_ID -> lossMarked(message);
            case ReplySentDecoder.TEMPLATE_ID -> replySent(message);
            default -> throw new IndexOutOfBoundsException("template " + header.templateId() + " is no decision");
        };
    }

    private Decision orderPlaced(DirectBuffer message) {
        OrderPlacedDecoder from = orderPlaced.wrapAndApplyHeader(message, 0, header);
        String clientOrderId = from.clientOrderId();
        String source = from.source();
        String rationale = from.rationale();
        Origin origin = new Origin(Channel.of(from.channel()), from.userId(), from.chatId(), from.threadId(),
            from.messageId());
        return new Decision.OrderPlaced(from.number(), clientOrderId, from.symbolId(), Side.of(from.side()),
            OrderType.of(from.orderType()), TimeInForce.of(from.timeInForce()), from.qty(), from.qtyExponent(),
            from.price(), from.priceExponent(), origin, source, from.epochNs(), rationale);
    }

    private Decision orderRejected(DirectBuffer message) {
        OrderRejectedDecoder from = orderRejected.wrapAndApplyHeader(message, 0, header);
        String source = from.source();
        String refusal = from.refusal();
        return new Decision.OrderRejected(from.symbolId(), Side.of(from.side()), from.qty(), from.price(), source,
            refusal);
    }

    private Decision switched(DirectBuffer message) {
        TradingStateChangedDecoder from = switched.wrapAndApplyHeader(message, 0, header);
        return new Decision.TradingStateChanged(from.halted() == 1, from.haltSequence(), from.paused() == 1);
    }

    private Decision strategyChanged(DirectBuffer message) {
        StrategyChangedDecoder from = strategyChanged.wrapAndApplyHeader(message, 0, header);
        return new Decision.StrategyChanged(from.on() == 1, from.parameters());
    }

    private Decision lossMarked(DirectBuffer message) {
        LossMarkedDecoder from = lossMarked.wrapAndApplyHeader(message, 0, header);
        String asset = from.asset();
        String dayStart = from.dayStart();
        String peak = from.peak();
        return new Decision.LossMarked(asset, from.day(), dayStart, peak);
    }

    private Decision replySent(DirectBuffer message) {
        ReplySentDecoder from = replySent.wrapAndApplyHeader(message, 0, header);
        Origin to = new Origin(Channel.of(from.channel()), from.userId(), from.chatId(), from.threadId(),
            from.messageId());
        Verb verb = from.verb() == ReplySentDecoder.verbNullValue() ? null : Verb.of(from.verb());
        return new Decision.ReplySent(to, verb, from.orderNumber(), Reply.Kind.of(from.kind()), from.lengthBytes(),
            from.crc32c());
    }
}
