package io.ringside.trading.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.core.command.PlainText;
import io.ringside.core.command.Verb;
import io.ringside.trading.engine.CoreRig;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Commands of a front end that checks nothing: each is one answer, whatever it says. The rig fails on exceptions. */
class UncheckedCommandTest {

    private static final List<String> WORDS = List.of("", " ", "all", "0", "-1", "1e999999999", "1E-999999999",
        "1".repeat(40), "0." + "1".repeat(40), "9".repeat(18), "9".repeat(19), "#", "#1", "1 1", "NaN", "Infinity",
        "BTCUSDT", "BTCUSDT 1e999999999", "BTCUSDT 1 1e999999999", "BTCUSDT " + "9".repeat(40),
        "BTCUSDT 999999999999999999", "BTCUSDT 999999999999999999 999999999999999999", "BTCUSDT 0.000000000000000001",
        "BTCUSDT all 1 GTC", "BTCUSDT 1 1 DAY", "BTCUSDT 1 1 GTC x", "BTCUSDT 1XYZ", "BTCUSDT 1USDT1", "BTCUSDT USDT",
        "NOPE 1", "ETHUSDT 1", "set", "set x", "set =", "set fast=" + "9".repeat(60), "set fast=20 fast=x", "on off",
        "\u0000", "😀", "\ud83d", "\u202e", "x".repeat(160), "BTCUSDT\t1", "BTCUSDT\u00a01");

    private final CoreRig rig = new CoreRig();
    private long messageId;

    @ParameterizedTest
    @EnumSource
    void shouldAnswerAnyWordsOnce(Verb verb) {
        for (String words : WORDS) {
            rig.give(verb.code(), words, ++messageId);

            assertThat(rig.replies()).as("answers to /%s %s", verb.word(), words).singleElement()
                .satisfies(reply -> assertThat(PlainText.of(reply)).isNotBlank());
        }
    }

    @Test
    void shouldAnswerCodesThatNoVerbHas() {
        IntStream.range(Verb.values().length, 256).forEach(code -> {
            assertThat(rig.give(code, "BTCUSDT 1", ++messageId))
                .isEqualTo("✗ unknown command with code " + code + ", see /help");
            assertThat(rig.replies()).hasSize(1);
        });
    }
}
