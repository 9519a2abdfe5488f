package io.ringside.trading.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.core.command.CommandRequest;
import io.ringside.core.command.Verb;
import io.ringside.core.event.Command;
import io.ringside.core.event.EventType;
import io.ringside.core.event.FeedState;
import io.ringside.core.event.FeedStatus;
import io.ringside.core.event.OrderStatus;
import io.ringside.core.event.OrderUpdate;
import io.ringside.core.event.OrderUpdate.ExecutionType;
import io.ringside.core.event.OrderUpdate.Ids;
import io.ringside.core.event.OrderUpdate.Liquidity;
import io.ringside.core.event.OrderUpdate.Report;
import io.ringside.core.event.OrderUpdate.Source;
import io.ringside.core.event.OrderUpdate.Trade;
import io.ringside.core.event.Origin;
import io.ringside.core.event.PipelineEvent;
import io.ringside.core.event.Rules;
import io.ringside.core.event.Rules.Value;
import io.ringside.trading.decision.DecisionKind;
import io.ringside.trading.journal.codec.StartReader;
import io.ringside.trading.journal.sbe.CommandEventDecoder;
import io.ringside.trading.journal.sbe.FeedStateEventDecoder;
import io.ringside.trading.journal.sbe.MessageHeaderDecoder;
import io.ringside.trading.journal.sbe.OrderAckEventDecoder;
import io.ringside.trading.journal.sbe.RulesEventDecoder;
import io.ringside.trading.journal.sbe.TickEventDecoder;
import io.ringside.trading.journal.sbe.TimerEventDecoder;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** That the schema describes the ring's slots: what a view wrote, the generated decoder of its message reads. */
class EventMessagesTest {

    private final PipelineEvent event = new PipelineEvent();
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(longs = {Long.MIN_VALUE, -1, 0, 1, Long.MAX_VALUE})
    void shouldReadATickByTheSchema(long extreme) throws Exception {
        event.tick().set((int) extreme, extreme, extreme - 1, extreme - 2);
        event.tick().setQuote(Byte.MIN_VALUE, Byte.MAX_VALUE, extreme - 3, extreme - 4, extreme - 5, extreme - 6);
        event.tick().setVenueEpochNs(extreme - 7);

        TickEventDecoder tick = new TickEventDecoder().wrapAndApplyHeader(journaled(), 0, header);

        assertThat(tick.symbolId()).isEqualTo((int) extreme);
        assertThat(tick.updateId()).isEqualTo(extreme);
        assertThat(tick.receivedNs()).isEqualTo(extreme - 1);
        assertThat(tick.receivedEpochNs()).isEqualTo(extreme - 2);
        assertThat(tick.priceExponent()).isEqualTo(Byte.MIN_VALUE);
        assertThat(tick.qtyExponent()).isEqualTo(Byte.MAX_VALUE);
        assertThat(tick.bidPrice()).isEqualTo(extreme - 3);
        assertThat(tick.bidQty()).isEqualTo(extreme - 4);
        assertThat(tick.askPrice()).isEqualTo(extreme - 5);
        assertThat(tick.askQty()).isEqualTo(extreme - 6);
        assertThat(tick.venueEpochNs()).isEqualTo(extreme - 7);
        assertThat(List.of(tick.flags(), tick.line(), tick.delayUs())).containsOnly(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "币安人生USDT 1 😀", "longest"})
    void shouldReadACommandByTheSchema(String text) throws Exception {
        String arguments = text.equals("longest") ? "x".repeat(Command.MAX_ARGUMENT_BYTES) : text;
        Origin origin = Origin.telegram(Long.MAX_VALUE, Long.MIN_VALUE, -1, Long.MAX_VALUE - 1);
        new CommandRequest(origin, Long.MIN_VALUE, Verb.HELP, arguments, -2, Long.MAX_VALUE).writeTo(event.command());

        CommandEventDecoder command = new CommandEventDecoder().wrapAndApplyHeader(journaled(), 0, header);

        assertThat(Origin.telegram(command.userId(), command.chatId(), command.threadId(), command.messageId()))
            .isEqualTo(origin);
        assertThat(command.updateId()).isEqualTo(Long.MIN_VALUE);
        assertThat(command.sentEpochMs()).isEqualTo(-2);
        assertThat(command.receivedEpochNs()).isEqualTo(Long.MAX_VALUE);
        assertThat(Verb.of(command.verb())).isEqualTo(Verb.HELP);
        assertThat(command.arguments()).isEqualTo(arguments);
        assertThat(command.key()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "é", "longest"})
    void shouldReadAnOrderUpdateByTheSchema(String text) throws Exception {
        boolean longest = text.equals("longest");
        String id = longest ? "i".repeat(OrderUpdate.MAX_ID_BYTES) : text;
        OrderUpdate update = OrderUpdate.trade(new Ids(65_535, Integer.MIN_VALUE, id, id), OrderStatus.UNKNOWN, -1,
            Byte.MAX_VALUE,
            new Trade(id, Long.MIN_VALUE, Long.MAX_VALUE - 1, Byte.MIN_VALUE, Long.MIN_VALUE + 1, -3,
                longest ? "a".repeat(OrderUpdate.MAX_ASSET_BYTES) : text, Liquidity.TAKER),
            new Report(Source.TRADE_LIST, Long.MAX_VALUE - 2, -1_013, longest ? "r".repeat(96) : text));
        event.orderAck().set(update);

        OrderAckEventDecoder ack = new OrderAckEventDecoder().wrapAndApplyHeader(journaled(), 0, header);
        OrderStatus status = OrderStatus.of(ack.status());
        ExecutionType execution = ExecutionType.of(ack.execution());
        Ids ids = new Ids(ack.account(), ack.symbolId(), ack.clientOrderId(), ack.exchangeOrderId());
        Trade trade = new Trade(ack.tradeId(), ack.lastQty(), ack.lastPrice(), ack.priceExponent(), ack.commission(),
            ack.commissionExponent(), ack.commissionAsset(), Liquidity.of(ack.liquidity()));
        Report report = new Report(Source.of(ack.source()), ack.epochNs(), ack.venueCode(), ack.reason());
        assertThat(ack.venueExecutionId() + ack.cancelId()).isEmpty();

        assertThat(new OrderUpdate(ids, status, execution, ack.cumulativeQty(), ack.qtyExponent(), trade, report))
            .isEqualTo(update);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "é", "longest"})
    void shouldReadAFeedStateByTheSchema(String text) throws Exception {
        String reason = text.equals("longest") ? "r".repeat(FeedState.MAX_REASON_BYTES) : text;
        event.feedState().set(Integer.MIN_VALUE, FeedStatus.UP, Long.MAX_VALUE, reason);

        FeedStateEventDecoder state = new FeedStateEventDecoder().wrapAndApplyHeader(journaled(), 0, header);

        assertThat(state.connection()).isEqualTo(Integer.MIN_VALUE);
        assertThat(FeedStatus.of(state.status())).isEqualTo(FeedStatus.UP);
        assertThat(state.epochNs()).isEqualTo(Long.MAX_VALUE);
        assertThat(state.reason()).isEqualTo(reason);
    }

    @Test
    void shouldReadATimerByTheSchema() throws Exception {
        event.timer().set(Long.MIN_VALUE);

        TimerEventDecoder timer = new TimerEventDecoder().wrapAndApplyHeader(journaled(), 0, header);

        assertThat(timer.epochNs()).isEqualTo(Long.MIN_VALUE);
    }

    @Test
    void shouldReadRulesByTheSchema() throws Exception {
        event.rules().set(Integer.MAX_VALUE, Long.MIN_VALUE, 7, "币安人生", "q".repeat(Rules.MAX_ASSET_BYTES));
        event.rules().putLimits(8, 18, Integer.MAX_VALUE);
        for (Value value : Value.values()) {
            event.rules().put(value, Long.MAX_VALUE - value.ordinal(), -20 - value.ordinal());
        }

        RulesEventDecoder rules = new RulesEventDecoder().wrapAndApplyHeader(journaled(), 0, header);

        assertThat(rules.epochNs()).isEqualTo(Long.MIN_VALUE);
        assertThat(List.of(rules.priceStep(), rules.priceMin(), rules.priceMax(), rules.qtyStep(), rules.qtyMin(),
            rules.qtyMax(), rules.marketQtyStep(), rules.marketQtyMin(), rules.marketQtyMax(), rules.notionalMin(),
            rules.notionalMax(), rules.bidDown(), rules.bidUp(), rules.askDown(), rules.askUp(), rules.maxPosition(),
            rules.makerFee(), rules.takerFee()))
            .isEqualTo(LongStream.range(0, 18).mapToObj(i -> Long.MAX_VALUE - i).toList());
        assertThat(List.of(rules.priceStepExponent(), rules.priceMinExponent(), rules.priceMaxExponent(),
            rules.qtyStepExponent(), rules.qtyMinExponent(), rules.qtyMaxExponent(), rules.marketQtyStepExponent(),
            rules.marketQtyMinExponent(), rules.marketQtyMaxExponent(), rules.notionalMinExponent(),
            rules.notionalMaxExponent(), rules.bidDownExponent(), rules.bidUpExponent(), rules.askDownExponent(),
            rules.askUpExponent(), rules.maxPositionExponent(), rules.makerFeeExponent(), rules.takerFeeExponent()))
            .isEqualTo(IntStream.range(0, 18).mapToObj(i -> (byte) (-20 - i)).toList());
        assertThat(rules.symbolId()).isEqualTo(Integer.MAX_VALUE);
        assertThat(rules.maxOrders()).isEqualTo(Integer.MAX_VALUE);
        assertThat(List.of(rules.basePrecision(), rules.quotePrecision())).containsExactly((byte) 8, (byte) 18);
        assertThat(rules.flags()).isEqualTo(Rules.TRADING + Rules.MIN_ON_MARKET + Rules.MAX_ON_MARKET);
        assertThat(rules.baseAsset()).isEqualTo("币安人生");
        assertThat(rules.quoteAsset()).hasSize(Rules.MAX_ASSET_BYTES);
        assertThat(rules.discountAsset()).isEmpty();
    }

    /** The message as a reader of the directory finds it, after checking that the event comes back as it was. */
    private UnsafeBuffer journaled() throws Exception {
        try (JournalRig rig = new JournalRig(directory).open(1)) {
            rig.publish(event);
        }
        try (JournalReader reader = JournalReader.newest(directory).orElseThrow()) {
            assertThat(reader.next()).isTrue();
            assertThat(bytes(reader.event())).isEqualTo(bytes(event));
            UnsafeBuffer message = new UnsafeBuffer(reader.message());
            header.wrap(message, 0);
            EventType type = event.type();
            assertThat(header.blockLength()).isEqualTo(PipelineEvent.blockBytes(type));
            assertThat(header.templateId()).isEqualTo(type.code() + 1);
            assertThat(header.schemaId()).isEqualTo(MessageHeaderDecoder.SCHEMA_ID);
            assertThat(header.version()).isEqualTo(MessageHeaderDecoder.SCHEMA_VERSION);
            return message;
        }
    }

    private static byte[] bytes(PipelineEvent event) {
        byte[] bytes = new byte[event.storedBytes()];
        event.copyTo(bytes, 0);
        return bytes;
    }

    @Test
    void shouldKeepTheMessagesOfEventsStartsAndDecisionsApart() {
        assertThat(EventType.values()).allSatisfy(type -> assertThat(type.code()).isBetween(0, 19));
        assertThat(DecisionKind.values()).allSatisfy(kind -> assertThat(kind.code()).isGreaterThan(100));
        assertThat(IntStream.range(0, 200).filter(StartReader::isStart)).allMatch(template -> template > 20)
            .noneMatch(template -> template > 40);
    }
}
