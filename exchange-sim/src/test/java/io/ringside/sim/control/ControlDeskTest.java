package io.ringside.sim.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ControlDeskTest {

    private final Subscriptions subscriptions = new Subscriptions(true, 3, new Observations());
    private final ControlDesk desk = new ControlDesk(subscriptions);

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', value = {
        "{\"method\":\"SUBSCRIBE\",\"params\":[\"btcusdt@bookTicker\"],\"id\":1} | {\"result\":null,\"id\":1}",
        "{\"id\":-9223372036854775808,\"params\":[\"a@b\"],\"method\":\"SUBSCRIBE\"}"
            + " | {\"result\":null,\"id\":-9223372036854775808}",
        "{\"method\":\"UNSUBSCRIBE\",\"params\":[\"x@y\"],\"id\":\"abc12\"} | {\"result\":null,\"id\":\"abc12\"}",
        "{\"method\":\"LIST_SUBSCRIPTIONS\",\"id\":3} | {\"result\":[],\"id\":3}",
        "{\"method\":\"LIST_SUBSCRIPTIONS\",\"id\":null} | {\"result\":[],\"id\":null}",
        "{\"method\":\"SET_PROPERTY\",\"params\":[\"combined\",false],\"id\":5} | {\"result\":null,\"id\":5}",
        "{\"method\":\"GET_PROPERTY\",\"params\":[\"combined\"],\"id\":2} | {\"result\":true,\"id\":2}"})
    void shouldAnswerRequests(String request, String answer) {
        assertThat(desk.answer(request)).isEqualTo(new ControlDesk.Answer(answer, false));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', value = {
        "{\"method\":\"GET_PROPERTY\",\"params\":[\"colour\"],\"id\":1} | 0 | Unknown property",
        "{\"method\":\"SET_PROPERTY\",\"params\":[\"colour\",true],\"id\":1} | 0 | Unknown property",
        "{\"method\":\"SET_PROPERTY\",\"params\":[\"combined\",\"yes\"],\"id\":1} | 1 | expected Boolean",
        "{\"method\":\"GET_PROPERTY\",\"params\":[true],\"id\":1} | 2 | property name must be a string",
        "{\"method\":\"GET_PROPERTY\",\"params\":[\"combined\",true],\"id\":1} | 2 | too many parameters",
        "{\"method\":\"SET_PROPERTY\",\"params\":[\"combined\"],\"id\":1} | 2 | missing field `params`",
        "{\"method\":\"SUBSCRIBE\",\"params\":\"a@b\",\"id\":1} | 2 | invalid type",
        "{\"method\":\"SUBSCRIBE\",\"params\":[\"a@b\"],\"id\":1.5} | 2 | request ID must be an unsigned integer",
        "{\"method\":\"SUBSCRIBE\",\"params\":[\"a@b\"],\"id\":9223372036854775808} | 2 | request ID must be",
        "{\"method\":\"SUBSCRIBE\",\"params\":[\"a@b\"],\"id\":\"with \\\"quote\"} | 2 | request ID must be",
        "{\"method\":\"LOGIN\",\"id\":1} | 2 | unknown variant `LOGIN`, expected one of `SUBSCRIBE`",
        "{\"id\":1} | 2 | missing field `method`",
        "{\"method\":\"SUBSCRIBE\",\"params\":[\"a@b\" | 3 | Invalid JSON: expected value at line 1 column",
        "{\"method\":\"LIST_SUBSCRIPTIONS\"} {} | 3 | Invalid JSON",
        "hello | 3 | Invalid JSON: expected value at line 1 column",
        "[] | 2 | missing field `method`"})
    void shouldAnswerMalformedRequestsWithAFlatError(String request, int code, String text) {
        ControlDesk.Answer answer = desk.answer(request);

        assertThat(answer.json()).startsWith("{\"code\":" + code + ",\"msg\":\"").contains(text).endsWith("}");
        assertThat(answer.isLast()).isFalse();
        assertThat(subscriptions.names()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "@bookTicker", "btcusdt@", "!", "btc-usdt@trade", "btcusdt@\\\"quote", ""})
    void shouldHangUpOnMalformedStreamNames(String name) {
        ControlDesk.Answer answer =
            desk.answer("{\"method\":\"SUBSCRIBE\",\"params\":[\"btcusdt@trade\",\"" + name + "\"],\"id\":2}");

        assertThat(answer.json()).isEqualTo(
            "{\"error\":{\"code\":2,\"msg\":\"Invalid request: invalid stream\"},\"id\":2}");
        assertThat(answer.isLast()).isTrue();
        assertThat(subscriptions.names()).isEmpty();
    }

    @Test
    void shouldListSubscriptionsInTheirOrder() {
        subscriptions.tryAdd(List.of("btcusdt@bookTicker", "!miniTicker@arr", "币安usdt@kline_1M"));

        assertThat(desk.answer("{\"method\":\"LIST_SUBSCRIPTIONS\",\"id\":3}").json())
            .isEqualTo("{\"result\":[\"btcusdt@bookTicker\",\"!miniTicker@arr\",\"币安usdt@kline_1M\"],\"id\":3}");
    }

    @Test
    void shouldAddAllOrNoneOfTooManyStreams() {
        subscriptions.tryAdd(List.of("a@t", "b@t"));

        ControlDesk.Answer answer =
            desk.answer("{\"method\":\"SUBSCRIBE\",\"params\":[\"c@t\",\"d@t\"],\"id\":7}");

        assertThat(answer.json()).startsWith("{\"code\":2,").endsWith("\"id\":7}");
        assertThat(subscriptions.names()).containsExactly("a@t", "b@t");
        assertThat(subscriptions.tryAdd(List.of("a@t", "b@t", "c@t"))).isTrue();
    }
}
