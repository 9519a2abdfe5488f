package io.ringside.core.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringside.core.event.OrderUpdate.ExecutionType;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Codes are stored in the journal: they must not move when a constant is added. */
class CodesTest {

    @Test
    void shouldKeepTheStoredCodes() {
        assertThat(EventType.values()).extracting(x -> x + "=" + x.code())
            .containsExactly("TICK=0", "COMMAND=1", "ORDER_ACK=2", "FEED_STATE=3", "TIMER=4",
                "RULES=8");
        assertThat(FeedStatus.values()).extracting(x -> x + "=" + x.code())
            .containsExactly("DOWN=0", "STALE=1", "UP=2");
        assertThat(OrderStatus.values()).extracting(x -> x + "=" + x.code())
            .containsExactly("NEW=0", "ACCEPTED=1", "PARTIALLY_FILLED=2", "FILLED=3", "CANCELED=4", "REJECTED=5",
                "EXPIRED=6", "UNKNOWN=7");
        assertThat(Origin.Channel.values()).extracting(x -> x + "=" + x.code())
            .containsExactly("CONSOLE=0", "TELEGRAM=1", "LOCAL_SOCKET=2", "WEBHOOK=3");
        assertThat(ExecutionType.values()).extracting(x -> x + "=" + x.code())
            .containsExactly("NEW=0", "CANCELED=1", "REPLACED=2", "REJECTED=3", "TRADE=4", "EXPIRED=5",
                "TRADE_PREVENTION=6");
    }

    @Test
    void shouldFindEveryConstantByItsCode() {
        assertThat(EventType.values()).allSatisfy(x -> assertThat(EventType.of(x.code())).isSameAs(x));
        assertThat(FeedStatus.values()).allSatisfy(x -> assertThat(FeedStatus.of(x.code())).isSameAs(x));
        assertThat(OrderStatus.values()).allSatisfy(x -> assertThat(OrderStatus.of(x.code())).isSameAs(x));
        assertThat(ExecutionType.values()).allSatisfy(x -> assertThat(ExecutionType.of(x.code())).isSameAs(x));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 5, Integer.MAX_VALUE})
    void shouldRejectACodeThatNoEventTypeHas(int code) {
        assertThatThrownBy(() -> EventType.of(code)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void shouldRaiseSymbolsTheSameInATurkishLocale() {
        Locale before = Locale.getDefault();
        Locale.setDefault(new Locale.Builder().setLanguage("tr").build());
        try {
            assertThat(Symbols.of("linkusdt").id("LINKUSDT")).isZero();
            assertThat(Symbols.of("linkusdt").name(0)).isEqualTo("LINKUSDT");
        } finally {
            Locale.setDefault(before);
        }
    }
}
