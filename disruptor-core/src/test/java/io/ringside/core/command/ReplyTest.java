package io.ringside.core.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringside.core.command.ReplyBody.Column;
import io.ringside.core.command.ReplyBody.Line;
import io.ringside.core.command.ReplyBody.Table;
import io.ringside.core.event.Origin;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyTest {

    private static final Origin ORIGIN = Origin.telegram(1, 2, 3, 4);
    private static final List<Column> COLUMNS = List.of(new Column("symbol", ""), new Column("fee", ", fee "));

    @ParameterizedTest
    @ValueSource(strings = {"", "one line", "two\nlines", "an empty one\n\nbetween", "and after\n"})
    void shouldShowTextAsItWasGiven(String text) {
        assertThat(PlainText.of(Reply.alert(ORIGIN, text))).isEqualTo(text);
    }

    @Test
    void shouldShowARowAsASentenceWithoutItsEmptyCells() {
        ReplyBody body = ReplyBody.of(new Line("trades"),
            new Table(COLUMNS, List.of(List.of("BTCUSDT", "0.1"), List.of("ETHUSDT", ""))), new Line("end"));

        assertThat(PlainText.of(body)).isEqualTo("trades\nBTCUSDT, fee 0.1\nETHUSDT\nend");
    }

    @Test
    void shouldRejectARowThatDoesNotFitItsTable() {
        assertThatThrownBy(() -> new Table(COLUMNS, List.of(List.of("BTCUSDT"))))
            .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("2 cells");
    }

    @Test
    void shouldBeOfTheKindThatItsVerbHas() {
        assertThat(Reply.to(ORIGIN, Verb.STOP, "x").kind()).isEqualTo(Reply.Kind.SWITCH);
        assertThat(Reply.to(ORIGIN, Verb.BUY, "x").kind()).isEqualTo(Reply.Kind.RESULT);
        assertThat(Reply.to(ORIGIN, Verb.STRATEGY, "x").kind()).isEqualTo(Reply.Kind.RESULT);
        assertThat(Reply.to(ORIGIN, Verb.PNL, "x").kind()).isEqualTo(Reply.Kind.ANSWER);
    }

    @Test
    void shouldKeepTheStoredCodesOfKinds() {
        assertThat(Reply.Kind.values()).extracting(kind -> kind + "=" + kind.code())
            .containsExactly("SWITCH=0", "RESULT=1", "ANSWER=2", "ALERT=3");
        assertThat(Reply.Kind.values()).allSatisfy(kind -> assertThat(Reply.Kind.of(kind.code())).isSameAs(kind));
    }

    @Test
    void shouldHaveTheSameBytesHoweverItLooks() {
        Table sentence = new Table(COLUMNS, List.of(List.of("BTCUSDT", "0.1")));
        Table drawn = new Table(List.of(new Column("SYMBOL", "|"), new Column("FEE", "|")), sentence.rows());

        assertThat(bytes(ReplyBody.of(drawn).suggesting("Stop!", "/stop")))
            .isEqualTo(bytes(ReplyBody.of(sentence).suggesting("stop", "/stop")));
    }

    @Test
    void shouldHaveOtherBytesForAnotherValue() {
        ReplyBody body = ReplyBody.text("text");
        Reply reply = new Reply(ORIGIN, Verb.BUY, 5, Reply.Kind.RESULT, body);

        assertThat(List.of(
            new Reply(new Origin(Origin.Channel.WEBHOOK, 1, 2, 3, 4), Verb.BUY, 5, Reply.Kind.RESULT, body),
            new Reply(Origin.telegram(1, 2, 3, 5), Verb.BUY, 5, Reply.Kind.RESULT, body),
            new Reply(ORIGIN, null, 5, Reply.Kind.RESULT, body),
            new Reply(ORIGIN, Verb.SELL, 5, Reply.Kind.RESULT, body),
            new Reply(ORIGIN, Verb.BUY, 6, Reply.Kind.RESULT, body),
            new Reply(ORIGIN, Verb.BUY, 5, Reply.Kind.SWITCH, body),
            new Reply(ORIGIN, Verb.BUY, 5, Reply.Kind.RESULT, ReplyBody.text("texts")),
            new Reply(ORIGIN, Verb.BUY, 5, Reply.Kind.RESULT, ReplyBody.text("te\nxt")),
            new Reply(ORIGIN, Verb.BUY, 5, Reply.Kind.RESULT, body.suggesting("stop", "/stop"))))
            .allSatisfy(other -> assertThat(ReplyBytes.of(other)).isNotEqualTo(ReplyBytes.of(reply)));
    }

    private static byte[] bytes(ReplyBody body) {
        return ReplyBytes.of(Reply.to(ORIGIN, Verb.BUY, body));
    }
}
