package io.ringside.core.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class VerbTest {

    @Test
    void shouldKeepTheStoredCodes() {
        assertThat(Verb.values()).extracting(verb -> verb + "=" + verb.code()).containsExactly("START=0", "STOP=1",
            "PAUSE=2", "STATUS=3", "BUY=4", "SELL=5", "CANCEL=6", "CLOSEALL=7", "ORDERS=8", "POSITIONS=9",
            "BALANCE=10", "PNL=11", "TRADES=12", "WHY=13", "STRATEGY=14", "HELP=15",
            "LIMITS=16");
    }

    @ParameterizedTest
    @EnumSource
    void shouldBeFoundByItsCode(Verb verb) {
        assertThat(Verb.isCode(verb.code())).isTrue();
        assertThat(Verb.of(verb.code())).isSameAs(verb);
        assertThat(Verb.wordOf(verb.code())).isEqualTo(verb.word());
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 17, 255})
    void shouldRejectACodeThatNoVerbHas(int code) {
        assertThat(Verb.isCode(code)).isFalse();
        assertThat(Verb.wordOf(code)).isEqualTo("#" + code);
        assertThatThrownBy(() -> Verb.of(code)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void shouldListEveryVerbOnceInItsHelp() {
        assertThat(Verb.HELP_ORDER).containsExactlyInAnyOrder(Verb.values());
    }

    @ParameterizedTest
    @EnumSource
    void shouldStartTheUsageWithTheWordAndExplainIt(Verb verb) {
        assertThat(verb.usage().split(" ")[0]).isEqualTo("/" + verb.word());
        assertThat(verb.purpose()).isNotBlank();
    }

    @Test
    void shouldExpireSoonWhatMakesOrdersOrLetsThemBeMade() {
        assertThat(Verb.values()).filteredOn(verb -> verb.expiry() == Verb.Expiry.SOON)
            .containsExactly(Verb.START, Verb.BUY, Verb.SELL, Verb.CLOSEALL, Verb.STRATEGY,
                Verb.LIMITS);
        assertThat(Verb.Expiry.SOON.ms()).isEqualTo(30_000);
        assertThat(Verb.Expiry.LATE.ms()).isEqualTo(300_000);
    }

    @Test
    void shouldLetViewersOnlyAsk() {
        assertThat(Verb.values()).allSatisfy(verb ->
            assertThat(verb.role() == Verb.Role.VIEWER)
                .isEqualTo(Set.of(Verb.Kind.QUERY, Verb.Kind.INSTRUMENT).contains(verb.kind())));
    }

    @Test
    void shouldJournalEveryAnswerThatAReplayRepeats() {
        assertThat(Verb.values()).filteredOn(verb -> !Verb.isAnswerJournaled(verb.code()))
            .containsExactly(Verb.STATUS);
        assertThat(Verb.isAnswerJournaled(Verb.values().length)).isTrue();
    }

    @Test
    void shouldAskForNoConfirmationYet() {
        assertThat(Verb.values()).extracting(Verb::confirmation).containsOnly(Verb.Confirmation.NONE);
    }

    @Test
    void shouldSpellWordsTheSameInATurkishLocale() {
        Locale before = Locale.getDefault();
        Locale.setDefault(new Locale.Builder().setLanguage("tr").build());
        try {
            assertThat(Verb.START.word()).isEqualTo("start");
        } finally {
            Locale.setDefault(before);
        }
    }
}
