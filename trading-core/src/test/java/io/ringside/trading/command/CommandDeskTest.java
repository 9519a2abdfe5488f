package io.ringside.trading.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.core.command.PlainText;
import io.ringside.core.command.Reply;
import io.ringside.core.command.Verb;
import io.ringside.core.event.OrderStatus;
import io.ringside.trading.decision.Decision.ReplySent;
import io.ringside.trading.decision.Decision.TradingStateChanged;
import io.ringside.trading.engine.CoreRig;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The first command has sequence 104. */
class CommandDeskTest {

    private final CoreRig rig = new CoreRig();

    @ParameterizedTest
    @EnumSource
    void shouldAnswerEachVerbOnceToWhereItCameFrom(Verb verb) {
        rig.give(verb, someArguments(verb));

        List<Reply> replies = rig.replies();
        assertThat(replies).hasSize(1);
        Reply reply = replies.get(0);
        assertThat(reply.to().chatId()).isEqualTo(CoreRig.USER.chatId());
        assertThat(reply.to().threadId()).isEqualTo(CoreRig.USER.threadId());
        assertThat(reply.to().messageId()).isEqualTo(1);
        assertThat(reply.verb() == null || reply.verb() == verb).isTrue();
        assertThat(reply.kind() == Reply.Kind.ANSWER).isEqualTo(verb.role() == Verb.Role.VIEWER);
        assertThat(PlainText.of(reply)).isNotBlank();
    }

    @ParameterizedTest
    @EnumSource
    void shouldJournalEachAnswerButTheStatus(Verb verb) {
        rig.give(verb, someArguments(verb));

        long journaled = rig.decisions().stream().filter(ReplySent.class::isInstance).count();
        assertThat(journaled).isEqualTo(verb == Verb.STATUS ? 0 : 1);
    }

    @Test
    void shouldStopAtTheSequenceOfTheCommand() {
        assertThat(rig.give(Verb.STOP, ""))
            .isEqualTo("✓ trading stopped: no order leaves after sequence 104; /start resumes");

        assertThat(rig.decisions()).contains(new TradingStateChanged(true, 104, false));
        assertThat(rig.happened()).containsExactly("TradingStateChanged", "ReplySent");
    }

    @Test
    void shouldNameTheFirstSequenceWhenStoppedAgain() {
        rig.give(Verb.STOP, "");

        assertThat(rig.give(Verb.STOP, ""))
            .isEqualTo("trading is stopped already: no order has left after sequence 104");
    }

    @Test
    void shouldSayThatOpenOrdersStandWhenStopped() {
        rig.give(Verb.BUY, "BTCUSDT 0.001 19500");

        assertThat(rig.give(Verb.STOP, "")).endsWith("; 1 open orders stand, /cancel all ends them");
    }

    @Test
    void shouldResumeAtTheSequenceOfTheCommand() {
        rig.give(Verb.STOP, "");

        assertThat(rig.give(Verb.START, "")).isEqualTo("✓ trading resumes after sequence 105");
        assertThat(rig.give(Verb.BUY, "BTCUSDT 0.001")).startsWith("✓");
    }

    @Test
    void shouldNameTheNewSequenceWhenStoppedAfterAResume() {
        rig.give(Verb.STOP, "");
        rig.give(Verb.START, "");

        assertThat(rig.give(Verb.STOP, "")).contains("after sequence 106;");
    }

    @Test
    void shouldSayThatTradingIsOnAlready() {
        assertThat(rig.give(Verb.START, "")).isEqualTo("trading is on already");
        assertThat(rig.happened()).containsExactly("ReplySent");
    }

    @ParameterizedTest
    @CsvSource({"BUY", "SELL"})
    void shouldRejectOrdersWhileStopped(Verb verb) {
        rig.hold("0.001");
        rig.give(Verb.STOP, "");

        assertThat(rig.give(verb, "BTCUSDT 0.001"))
            .startsWith("✗ rejected by trading halted: no order leaves after sequence 106, /start resumes");
        assertThat(rig.gateway().calls()).isEmpty();
    }

    @Test
    void shouldLetOnlySalesLeaveWhilePaused() {
        rig.hold("0.001");

        assertThat(rig.give(Verb.PAUSE, ""))
            .isEqualTo("✓ entries paused: only exits leave from now on; /start resumes");
        assertThat(rig.give(Verb.BUY, "BTCUSDT 0.001"))
            .isEqualTo("✗ rejected by paused: no entries, only sales, until /start");
        assertThat(rig.give(Verb.SELL, "BTCUSDT 0.001")).startsWith("✓");
    }

    @Test
    void shouldSayThatEntriesArePausedAlready() {
        rig.give(Verb.PAUSE, "");

        assertThat(rig.give(Verb.PAUSE, "")).isEqualTo("entries are paused already; /start resumes");
    }

    @Test
    void shouldNotPauseWhatIsStopped() {
        rig.give(Verb.STOP, "");

        assertThat(rig.give(Verb.PAUSE, "")).isEqualTo("trading is stopped, which is more than paused; /start resumes");
    }

    @Test
    void shouldEndStopAndPauseTogether() {
        rig.give(Verb.PAUSE, "");
        rig.give(Verb.STOP, "");

        assertThat(rig.give(Verb.START, "")).startsWith("✓");
        assertThat(rig.give(Verb.BUY, "BTCUSDT 0.001")).startsWith("✓");
    }

    @Test
    void shouldStayStoppedBehindAnObstacle() {
        rig.give(Verb.STOP, "");
        rig.obstacle("the journal cannot be written: disk full");

        assertThat(rig.give(Verb.START, ""))
            .isEqualTo("✗ trading stays stopped: the journal cannot be written: disk full");
        assertThat(rig.give(Verb.BUY, "BTCUSDT 0.001")).startsWith("✗ rejected by trading halted");
    }

    @Test
    void shouldStayStoppedWhenTheOwnerHalts() {
        rig.engine().halt();

        assertThat(rig.give(Verb.BUY, "BTCUSDT 0.001"))
            .isEqualTo("✗ rejected by trading halted: no order leaves after sequence 103, /start resumes");
    }

    @Test
    void shouldNotCarryOutAMessageTwice() {
        rig.give(Verb.BUY.code(), "BTCUSDT 0.001", 7);

        assertThat(rig.give(Verb.BUY.code(), "BTCUSDT 0.001", 7)).isEqualTo(
            "✗ /buy is known from before the restart and is not carried out again; see /orders and /status");
        assertThat(rig.gateway().calls()).hasSize(1);
    }

    @Test
    void shouldReportTheStatusAsOfTheCommandsReceipt() {
        rig.give(Verb.BUY, "BTCUSDT 0.001 19500");
        rig.state(1, OrderStatus.ACCEPTED);
        long nowNs = rig.nowNs();

        assertThat(rig.give(Verb.STATUS, "")).isEqualTo("as of " + nowNs
            + ": trading on (on paper), 1 orders open, strategy fake off, fast=5 slow=20");
    }

    @Test
    void shouldReportStopAndPauseInTheStatus() {
        rig.give(Verb.PAUSE, "");
        assertThat(rig.give(Verb.STATUS, "")).contains("entries PAUSED (on paper)");

        rig.give(Verb.STOP, "");
        assertThat(rig.give(Verb.STATUS, "")).contains("trading STOPPED (on paper)");
    }

    @Test
    void shouldListEveryVerbInTheHelp() {
        String help = rig.give(Verb.HELP, "");

        assertThat(help.lines()).hasSize(Verb.values().length);
        assertThat(help).contains("/buy SYMBOL QTY [PRICE [IOC|FOK]] - ", "/stop - halt trading");
    }

    private static String someArguments(Verb verb) {
        return switch (verb) {
            case BUY, SELL -> "BTCUSDT 0.001";
            case CANCEL -> "all";
            case WHY -> "1";
            default -> "";
        };
    }
}
