package io.ringside.core.event;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TickTest {

    private final PipelineEvent event = new PipelineEvent();
    private final PipelineEvent slot = new PipelineEvent();

    @Test
    void shouldCarryEveryFieldThroughTheRing() {
        event.tick().set(3, 11, 12, 13);
        event.tick().setQuote(-8, -18, 21, 22, 23, 24);

        slot.copyFrom(event);

        Tick tick = slot.tick();
        assertThat(slot.type()).isEqualTo(EventType.TICK);
        assertThat(tick.symbolId()).isEqualTo(3);
        assertThat(tick.updateId()).isEqualTo(11);
        assertThat(tick.receivedNs()).isEqualTo(12);
        assertThat(tick.receivedEpochNs()).isEqualTo(13);
        assertThat(tick.priceExponent()).isEqualTo(-8);
        assertThat(tick.qtyExponent()).isEqualTo(-18);
        assertThat(tick.bidPrice()).isEqualTo(21);
        assertThat(tick.bidQty()).isEqualTo(22);
        assertThat(tick.askPrice()).isEqualTo(23);
        assertThat(tick.askQty()).isEqualTo(24);
    }

    @Test
    void shouldCarryTheTimesOfItsStagesOnlyWhenMarked() {
        event.tick().set(3, 11, 12, 13);
        event.tick().stampDecoded(21);
        event.tick().stampPublished(22);
        slot.copyFrom(event);

        assertThat(slot.tick().isTimed()).isTrue();
        assertThat(slot.tick().decodedNs()).isEqualTo(21);
        assertThat(slot.tick().publishedNs()).isEqualTo(22);

        event.tick().set(3, 12, 14, 15);
        assertThat(event.tick().isTimed()).isFalse();
        assertThat(event.tick().publishedNs()).isZero();
    }

    @Test
    void shouldCarryTheLargestNumbers() {
        event.tick().set(Integer.MAX_VALUE, Long.MAX_VALUE, Long.MIN_VALUE, Long.MAX_VALUE);
        event.tick().setQuote(Decimals.MIN_EXPONENT, Decimals.MAX_EXPONENT, Long.MAX_VALUE, -Long.MAX_VALUE,
            Long.MAX_VALUE, 0);

        slot.copyFrom(event);

        Tick tick = slot.tick();
        assertThat(tick.symbolId()).isEqualTo(Integer.MAX_VALUE);
        assertThat(tick.updateId()).isEqualTo(Long.MAX_VALUE);
        assertThat(tick.receivedNs()).isEqualTo(Long.MIN_VALUE);
        assertThat(tick.receivedEpochNs()).isEqualTo(Long.MAX_VALUE);
        assertThat(tick.priceExponent()).isEqualTo(Decimals.MIN_EXPONENT);
        assertThat(tick.qtyExponent()).isEqualTo(Decimals.MAX_EXPONENT);
        assertThat(tick.bidPrice()).isEqualTo(Long.MAX_VALUE);
        assertThat(tick.bidQty()).isEqualTo(-Long.MAX_VALUE);
        assertThat(tick.askPrice()).isEqualTo(Long.MAX_VALUE);
        assertThat(tick.askQty()).isZero();
    }
}
