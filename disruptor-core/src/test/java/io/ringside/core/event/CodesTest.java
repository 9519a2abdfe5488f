package io.ringside.core.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringside.core.event.OrderUpdate.ExecutionType;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Codes are stored in the journal: they must not move when a constant is added. */
class CodesTest {

    @Test
    void shouldKeepTheStoredCodes() {
        assertThat(EventType.values()).extracting(x -> x + "=" + x.code())
            .containsExactly("TICK=0", "COMMAND=1", "ORDER_ACK=2", "FEED_STATE=3", "TIMER=4");
        assertThat(FeedStatus.values()).extracting(x -> x + "=" + x.code())
            .containsExactly("DOWN=0", "STALE=1", "UP=2");
        assertThat(OrderStatus.values()).extracting(x -> x + "=" + x.code())
            .containsExactly("NEW=0", "ACCEPTED=1", "PARTIALLY_FILLED=2", "FILLED=3", "CANCELED=4", "REJECTED=5",
                "EXPIRED=6", "UNKNOWN=7");
        assertThat(ExecutionType.values()).extracting(x -> x + "=" + x.code())
            .containsExactly("NEW=0", "CANCELED=1", "REPLACED=2", "REJECTED=3", "TRADE=4", "EXPIRED=5",
                "TRADE_PREVENTION=6");
    }

    @Test
    void shouldKeepTheStoredCodesOfVerbs() {
        assertThat(Verb.values())
            .containsExactly(Verb.START, Verb.STOP, Verb.PAUSE, Verb.STATUS, Verb.BUY, Verb.SELL, Verb.CANCEL,
                Verb.CLOSEALL, Verb.ORDERS, Verb.POSITIONS, Verb.BALANCE, Verb.PNL, Verb.TRADES, Verb.WHY,
                Verb.STRATEGY, Verb.HELP);
    }

    @Test
    void shouldFindEveryConstantByItsCode() {
        assertThat(EventType.values()).allSatisfy(x -> assertThat(EventType.of(x.code())).isSameAs(x));
        assertThat(Verb.values()).allSatisfy(x -> assertThat(Verb.of(x.code())).isSameAs(x));
        assertThat(FeedStatus.values()).allSatisfy(x -> assertThat(FeedStatus.of(x.code())).isSameAs(x));
        assertThat(OrderStatus.values()).allSatisfy(x -> assertThat(OrderStatus.of(x.code())).isSameAs(x));
        assertThat(ExecutionType.values()).allSatisfy(x -> assertThat(ExecutionType.of(x.code())).isSameAs(x));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 5, Integer.MAX_VALUE})
    void shouldRefuseACodeThatNoEventTypeHas(int code) {
        assertThatThrownBy(() -> EventType.of(code)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 16})
    void shouldRefuseACodeThatNoVerbHas(int code) {
        assertThatThrownBy(() -> Verb.of(code)).isInstanceOf(ArrayIndexOutOfBoundsException.class);
    }

    @ParameterizedTest
    @EnumSource(Verb.class)
    void shouldStartTheUsageWithTheWordAndExplainIt(Verb verb) {
        assertThat(verb.usage().split(" ")[0]).isEqualTo("/" + verb.word());
        assertThat(verb.purpose()).isNotBlank();
    }

    @Test
    void shouldWantTheVerbsFreshThatMakeOrdersOrLetThemBeMade() {
        assertThat(Verb.values()).filteredOn(Verb::mustBeFresh)
            .containsExactly(Verb.START, Verb.BUY, Verb.SELL, Verb.CLOSEALL, Verb.STRATEGY);
    }

    @Test
    void shouldSpellWordsTheSameInATurkishLocale() {
        Locale before = Locale.getDefault();
        Locale.setDefault(new Locale.Builder().setLanguage("tr").build());
        try {
            assertThat(Verb.START.word()).isEqualTo("start");
            assertThat(Symbols.of("linkusdt").id("LINKUSDT")).isZero();
            assertThat(Symbols.of("linkusdt").name(0)).isEqualTo("LINKUSDT");
        } finally {
            Locale.setDefault(before);
        }
    }
}
