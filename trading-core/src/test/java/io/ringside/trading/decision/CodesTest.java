package io.ringside.trading.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringside.core.runtime.CodeTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** That the numbers in users' journals keep their meaning. */
class CodesTest {

    @Test
    void shouldKeepTheStoredCodes() {
        assertThat(AccountId.values()).extracting(x -> x + "=" + x.code())
            .containsExactly("PAPER=1", "LIVE=2", "SHADOW=3");
        assertThat(Side.values()).extracting(x -> x + "=" + x.code()).containsExactly("BUY=0", "SELL=1");
        assertThat(OrderType.values()).extracting(x -> x + "=" + x.code()).containsExactly("MARKET=0", "LIMIT=1");
        assertThat(TimeInForce.values()).extracting(x -> x + "=" + x.code())
            .containsExactly("GTC=0", "IOC=1", "FOK=2");
        assertThat(Outcome.values()).extracting(x -> x + "=" + x.code()).containsExactly("NOT_PLACED=1");
        assertThat(DecisionKind.values()).extracting(x -> x + "=" + x.code())
            .containsExactly("ORDER_PLACED=11", "ORDER_REJECTED=12", "CANCEL_REQUESTED=13", "TRADING_STATE_CHANGED=14",
                "STRATEGY_CHANGED=15", "LOSS_MARKED=16", "REPLY_SENT=17", "ORDER_OUTCOME=18", "CANCEL_REJECTED=19");
    }

    @Test
    void shouldFindEachConstantByItsCode() {
        assertThat(AccountId.values()).allSatisfy(x -> assertThat(AccountId.of(x.code())).isSameAs(x));
        assertThat(Side.values()).allSatisfy(x -> assertThat(Side.of(x.code())).isSameAs(x));
        assertThat(OrderType.values()).allSatisfy(x -> assertThat(OrderType.of(x.code())).isSameAs(x));
        assertThat(TimeInForce.values()).allSatisfy(x -> assertThat(TimeInForce.of(x.code())).isSameAs(x));
        assertThat(Outcome.values()).allSatisfy(x -> assertThat(Outcome.of(x.code())).isSameAs(x));
        assertThat(DecisionKind.values()).allSatisfy(x -> assertThat(DecisionKind.of(x.code())).isSameAs(x));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 4, 10, 20, Integer.MAX_VALUE})
    void shouldRejectACodeThatNothingHas(int code) {
        assertThatThrownBy(() -> AccountId.of(code)).isInstanceOf(CodeTable.UnknownCode.class)
            .hasMessage("no AccountId has the code " + code);
        assertThatThrownBy(() -> Side.of(code)).isInstanceOf(CodeTable.UnknownCode.class);
        assertThatThrownBy(() -> OrderType.of(code)).isInstanceOf(CodeTable.UnknownCode.class);
        assertThatThrownBy(() -> TimeInForce.of(code)).isInstanceOf(CodeTable.UnknownCode.class);
        assertThatThrownBy(() -> DecisionKind.of(code)).isInstanceOf(CodeTable.UnknownCode.class);
    }
}
