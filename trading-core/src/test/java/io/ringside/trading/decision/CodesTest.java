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
            .containsExactly("ORDER_PLACED=101", "ORDER_REJECTED=102", "CANCEL_REQUESTED=103",
                "TRADING_STATE_CHANGED=104", "STRATEGY_CHANGED=105", "LOSS_MARKED=106", "REPLY_SENT=107",
                "ORDER_OUTCOME=108", "CANCEL_REJECTED=109", "PLAN_STARTED=110", "PLAN_ENDED=111",
                "STRATEGY_REMEMBERED=112", "ASSET_VALUED=114");
        assertThat(Intent.values()).extracting(x -> x + "=" + x.code()).containsExactly("ENTRY=1", "EXIT=2");
        assertThat(ChangeReason.values()).extracting(x -> x + "=" + x.code())
            .containsExactly("USER=1", "FAULT=2", "LIMIT=3", "STATE=4");
        assertThat(PlanKind.values()).extracting(x -> x + "=" + x.code())
            .containsExactly("CLOSE_ALL=1", "DIVIDED_SALE=2");
        assertThat(PlanOutcome.values()).extracting(x -> x + "=" + x.code())
            .containsExactly("DONE=1", "STOPPED=2", "LEFT=3");
    }

    @Test
    void shouldFindEachConstantByItsCode() {
        assertThat(AccountId.values()).allSatisfy(x -> assertThat(AccountId.of(x.code())).isSameAs(x));
        assertThat(Side.values()).allSatisfy(x -> assertThat(Side.of(x.code())).isSameAs(x));
        assertThat(OrderType.values()).allSatisfy(x -> assertThat(OrderType.of(x.code())).isSameAs(x));
        assertThat(TimeInForce.values()).allSatisfy(x -> assertThat(TimeInForce.of(x.code())).isSameAs(x));
        assertThat(Intent.values()).allSatisfy(x -> assertThat(Intent.of(x.code())).isSameAs(x));
        assertThat(ChangeReason.values()).allSatisfy(x -> assertThat(ChangeReason.of(x.code())).isSameAs(x));
        assertThat(PlanKind.values()).allSatisfy(x -> assertThat(PlanKind.of(x.code())).isSameAs(x));
        assertThat(PlanOutcome.values()).allSatisfy(x -> assertThat(PlanOutcome.of(x.code())).isSameAs(x));
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
