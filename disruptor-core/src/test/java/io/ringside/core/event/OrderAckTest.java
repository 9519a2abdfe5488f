package io.ringside.core.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringside.core.event.OrderUpdate.Ids;
import io.ringside.core.event.OrderUpdate.Liquidity;
import io.ringside.core.event.OrderUpdate.Report;
import io.ringside.core.event.OrderUpdate.Source;
import io.ringside.core.event.OrderUpdate.Trade;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderAckTest {

    private final PipelineEvent event = new PipelineEvent();
    private final PipelineEvent slot = new PipelineEvent();

    @Test
    void shouldCarryEveryFieldThroughTheRing() {
        OrderUpdate update = OrderUpdate.trade(new Ids(1, 2, "ring-1", "OQCLML-BW3P3-BUCMWZ"),
            OrderStatus.PARTIALLY_FILLED, 3, -4, new Trade("t-5", 6, 7, -8, 9, -10, "BNB", Liquidity.MAKER),
            new Report(Source.QUERY, 11, -2010, "in part"));

        event.orderAck().set(update);
        slot.copyFrom(event);

        assertThat(slot.type()).isEqualTo(EventType.ORDER_ACK);
        assertThat(slot.orderAck().update()).isEqualTo(update);
    }

    @Test
    void shouldCarryTheLongestIdsAndTheLargestNumbers() {
        OrderUpdate update = SampleEvents.update("i".repeat(36), "币".repeat(12), "t".repeat(36),
            "币".repeat(10) + "aa", "r".repeat(96));

        event.orderAck().set(update);
        slot.copyFrom(event);

        assertThat(slot.orderAck().update()).isEqualTo(update);
    }

    @ParameterizedTest
    @CsvSource({"37, 0, 0, 0, 0, 37, 36", "0, 37, 0, 0, 0, 37, 36", "0, 0, 37, 0, 0, 37, 36", "0, 0, 0, 33, 0, 33, 32",
        "0, 0, 0, 0, 97, 97, 96"})
    void shouldRejectTextsThatDoNotFit(int id, int exchangeId, int tradeId, int asset, int reason, int bytes,
                                       int maxBytes) {
        OrderUpdate update = SampleEvents.update("x".repeat(id), "x".repeat(exchangeId), "x".repeat(tradeId),
            "x".repeat(asset), "x".repeat(reason));

        assertThatThrownBy(() -> event.orderAck().set(update))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessage("text of %d bytes does not fit its %d byte field", bytes, maxBytes);
        assertThat(event.type()).isEqualTo(EventType.TIMER);
    }
}
