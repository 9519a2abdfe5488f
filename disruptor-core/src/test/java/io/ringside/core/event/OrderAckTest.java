package io.ringside.core.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringside.core.event.OrderUpdate.ExecutionType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderAckTest {

    private final PipelineEvent event = new PipelineEvent();
    private final PipelineEvent slot = new PipelineEvent();

    @Test
    void shouldCarryEveryFieldThroughTheRing() {
        OrderUpdate update = new OrderUpdate("ring-1", 2, 3, OrderStatus.PARTIALLY_FILLED, ExecutionType.TRADE, 4, 5, 6,
            -7, -8, 9, -10, "BNB", 11, "in part");

        event.orderAck().set(update);
        slot.copyFrom(event);

        assertThat(slot.type()).isEqualTo(EventType.ORDER_ACK);
        assertThat(slot.orderAck().update()).isEqualTo(update);
    }

    @Test
    void shouldCarryTheLongestTextsAndTheLargestNumbers() {
        OrderUpdate update = SampleEvents.update("i".repeat(36), "币".repeat(10) + "aa", "😀".repeat(24));

        event.orderAck().set(update);
        slot.copyFrom(event);

        assertThat(slot.orderAck().update()).isEqualTo(update);
        assertThat(slot.lengthBytes()).isEqualTo(232);
    }

    @ParameterizedTest
    @CsvSource({"37, 0, 0, 37, 36", "0, 33, 0, 33, 32", "0, 0, 97, 97, 96"})
    void shouldRefuseTextsThatDoNotFit(int id, int asset, int reason, int bytes, int maxBytes) {
        OrderUpdate update = SampleEvents.update("x".repeat(id), "x".repeat(asset), "x".repeat(reason));

        assertThatThrownBy(() -> event.orderAck().set(update))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessage("text of %d bytes does not fit its %d byte field", bytes, maxBytes);
        assertThat(event.type()).isEqualTo(EventType.TIMER);
    }
}
