package io.ringside.trading.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.core.command.Reply;
import io.ringside.core.command.Verb;
import io.ringside.core.event.OrderStatus;
import io.ringside.trading.decision.Decision.ReplySent;
import io.ringside.trading.engine.CoreRig.Entry;
import io.ringside.trading.order.Updates;
import io.ringside.trading.snapshot.SavedPart;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class RestartTest {

    private final CoreRig before = new CoreRig();

    @Test
    void shouldTellOnceWhatWasRecovered() throws IOException {
        before.hold("0.001");
        before.give(Verb.BUY, "BTCUSDT 0.001 19500");
        CoreRig after = restart();

        after.timer();

        assertThat(after.replies()).containsExactly(Reply.alert(CoreRig.ALERTS,
            "✓ restarted: trading is on; 1 open orders and 1 positions recovered"));
        after.timer();
        assertThat(after.replies()).isEmpty();
    }

    @Test
    void shouldSayThatTradingIsStillStopped() throws IOException {
        before.give(Verb.STOP, "");

        assertThat(told(restart())).containsExactly(
            "✓ restarted: trading is STOPPED, /start resumes; 0 open orders and 0 positions recovered");
    }

    @Test
    void shouldSayThatEntriesAreStillPaused() throws IOException {
        before.give(Verb.PAUSE, "");

        assertThat(told(restart())).containsExactly(
            "✓ restarted: entries are PAUSED, /start resumes; 0 open orders and 0 positions recovered");
    }

    @Test
    void shouldTellWhatBecameOfAnUnansweredOrder() throws IOException {
        assertThat(told(cut(Verb.BUY, "BTCUSDT 0.001"))).endsWith("⚠ the answer to /buy BTCUSDT 0.001 was lost with "
            + "the process: order #1 was placed");
    }

    @Test
    void shouldTellThatAnUnansweredOrderWasRejected() throws IOException {
        assertThat(told(cut(Verb.BUY, "BTCUSDT 0.006"))).endsWith("⚠ the answer to /buy BTCUSDT 0.006 was lost with "
            + "the process: an order was rejected: ✗ rejected by max order notional: 120 USDT is above 100 USDT");
    }

    @Test
    void shouldTellThatAnUnansweredStopWasCarriedOut() throws IOException {
        assertThat(told(cut(Verb.STOP, "")))
            .endsWith("⚠ the answer to /stop was lost with the process: it was carried out");
    }

    @Test
    void shouldTellThatNothingCameOfAnUnansweredQuestion() throws IOException {
        assertThat(told(cut(Verb.PNL, "")))
            .endsWith("⚠ the answer to /pnl was lost with the process: nothing came of it");
    }

    @Test
    void shouldTellWhichOrderWasAskedToEnd() throws IOException {
        before.give(Verb.BUY, "BTCUSDT 0.001 19500");

        assertThat(told(cut(Verb.CANCEL, "1"))).endsWith("⚠ the answer to /cancel 1 was lost with the process: "
            + "order #1 was asked to be canceled");
    }

    @Test
    void shouldStillTellAfterARestartThatDidNotLiveToItsFirstTimer() throws IOException {
        CoreRig second = cut(Verb.BUY, "BTCUSDT 0.001");

        CoreRig third = CoreRig.recovered(second, second.snapshot(), List.of());

        assertThat(told(third)).containsExactly(
            "✓ restarted: trading is on; 1 open orders and 0 positions recovered",
            "⚠ the answer to /buy BTCUSDT 0.001 was lost with the process: order #1 was placed");
    }

    @Test
    void shouldNotTellAgainWhatTheRunBeforeHasTold() throws IOException {
        CoreRig second = cut(Verb.BUY, "BTCUSDT 0.001");
        List<SavedPart> snapshot = second.snapshot();
        second.timer();

        CoreRig third = CoreRig.recovered(second, snapshot, second.journal());

        assertThat(told(third)).hasSize(1).allMatch(text -> text.startsWith("✓ restarted"));
    }

    @Test
    void shouldAskForEveryUnknownOrderAtTheFirstTimer() throws IOException {
        before.give(Verb.BUY, "BTCUSDT 0.001 19500");
        before.give(Verb.BUY, "BTCUSDT 0.001 19500");
        before.give(Verb.BUY, "BTCUSDT 0.001 19500");
        before.state(2, OrderStatus.ACCEPTED);
        CoreRig after = restart();

        after.timer();
        after.timer();

        assertThat(after.gateway().calls()).containsExactly("resolve rs000000000010000001j",
            "resolve rs000000000010000003f");
    }

    @Test
    void shouldAskAgainUntilTheGatewayTakesIt() throws IOException {
        before.give(Verb.BUY, "BTCUSDT 0.001 19500");
        CoreRig after = restart();
        after.gateway().take(0);
        after.timer();
        after.timer();
        assertThat(after.gateway().calls()).isEmpty();

        after.gateway().take(9);
        after.timer();
        after.timer();

        assertThat(after.gateway().calls()).containsExactly("resolve rs000000000010000001j");
    }

    @Test
    void shouldTakeTheAnswerOverLikeAnyOther() throws IOException {
        before.give(Verb.BUY, "BTCUSDT 0.001 19500");
        before.give(Verb.BUY, "BTCUSDT 0.001 19500");
        CoreRig after = restart();
        after.timer();
        after.replies();

        after.state(1, OrderStatus.ACCEPTED);
        after.ack(Updates.state(after.order(2), OrderStatus.REJECTED, "the venue does not know this order", 1));

        assertThat(after.order(1).status()).isEqualTo(OrderStatus.ACCEPTED);
        assertThat(after.texts()).containsExactly(
            "✗ #2 buy 0.00100 BTCUSDT at 19500.00 GTC rejected: the venue does not know this order");
    }

    @Test
    void shouldNotCarryOutACommandFromBeforeTheRestart() throws IOException {
        before.give(Verb.BUY.code(), "BTCUSDT 0.001", 70);
        CoreRig after = restart().begin();
        after.gateway().calls();

        assertThat(after.give(Verb.BUY.code(), "BTCUSDT 0.001", 70))
            .startsWith("✗ /buy was received before the restart and is not executed again");
        assertThat(after.gateway().calls()).isEmpty();
    }

    private CoreRig restart() throws IOException {
        return CoreRig.recovered(before, before.snapshot(), List.of());
    }

    /** The process ends between the deeds of a command and its answer. */
    private CoreRig cut(Verb verb, String arguments) throws IOException {
        List<SavedPart> snapshot = before.snapshot();
        int begun = before.journal().size();
        before.give(verb, arguments);
        List<Entry> facts = before.journal().subList(begun, before.journal().size()).stream()
            .takeWhile(fact -> !(fact.decision() instanceof ReplySent)).toList();
        return CoreRig.recovered(before, snapshot, facts);
    }

    private static List<String> told(CoreRig after) {
        after.timer();
        return after.texts();
    }
}
