package io.ringside.core.trade;

import static io.ringside.core.trade.TradeEvents.ORIGIN;
import static io.ringside.core.trade.TradeEvents.command;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.core.event.Reply;
import io.ringside.core.event.Symbols;
import io.ringside.core.event.Verb;
import io.ringside.core.runtime.Counters;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CommandDeskTest {

    private static final long START_NS = TimeUnit.DAYS.toNanos(20_000);

    private final List<Reply> replies = new ArrayList<>();
    private final CommandDesk desk = newDesk();

    @ParameterizedTest
    @CsvSource({
        "START, '', TRADE", "STOP, '', TRADE", "STATUS, '', QUERY", "HELP, '', QUERY",
        "BUY, BTCUSDT 0.01, TRADE", "SELL, BTCUSDT 0.01 70000, TRADE"})
    void shouldAnswerEachCommandOnceToWhereItCameFrom(Verb verb, String arguments, Reply.Priority priority) {
        give(verb, arguments, 1);

        assertThat(replies).hasSize(1);
        Reply reply = replies.get(0);
        assertThat(reply.chatId()).isEqualTo(ORIGIN.chatId());
        assertThat(reply.threadId()).isEqualTo(ORIGIN.threadId());
        assertThat(reply.messageId()).isEqualTo(ORIGIN.messageId());
        assertThat(reply.priority()).isEqualTo(priority);
        assertThat(reply.text()).isNotBlank();
    }

    @Test
    void shouldStopAtTheSequenceOfTheCommand() {
        String answer = give(Verb.STOP, "", 1_234);

        assertThat(desk.isHalted()).isTrue();
        assertThat(answer).isEqualTo("✓ trading stopped: no order leaves after sequence 1234; /start resumes");
    }

    @Test
    void shouldNameTheFirstSequenceWhenStoppedAgain() {
        give(Verb.STOP, "", 1_234);

        assertThat(give(Verb.STOP, "", 2_000))
            .isEqualTo("trading is stopped already: no order has left after sequence 1234");
    }

    @Test
    void shouldResumeAtTheSequenceOfTheCommand() {
        give(Verb.STOP, "", 1_234);

        String answer = give(Verb.START, "", 1_300);

        assertThat(desk.isHalted()).isFalse();
        assertThat(answer).isEqualTo("✓ trading resumes after sequence 1300");
    }

    @Test
    void shouldNameTheNewSequenceWhenStoppedAfterAResume() {
        give(Verb.STOP, "", 1);
        give(Verb.START, "", 2);

        assertThat(give(Verb.STOP, "", 3)).contains("after sequence 3;");
    }

    @Test
    void shouldSayThatTradingIsOnAlready() {
        assertThat(give(Verb.START, "", 1)).isEqualTo("trading is on already");
        assertThat(desk.isHalted()).isFalse();
    }

    @Test
    void shouldSayThatNoEngineExecutesAMarketOrder() {
        assertThat(give(Verb.BUY, "BTCUSDT 0.01", 1)).isEqualTo(
            "✗ buy 0.01 BTCUSDT at market not executed: the order is valid, but no trading engine is attached yet");
    }

    @Test
    void shouldSayThatNoEngineExecutesALimitOrder() {
        assertThat(give(Verb.SELL, "BTCUSDT 0.01 70000", 1)).startsWith("✗ sell 0.01 BTCUSDT at 70000 not executed");
    }

    @ParameterizedTest
    @EnumSource(names = {"BUY", "SELL"})
    void shouldRefuseOrdersWhileStopped(Verb verb) {
        give(Verb.STOP, "", 1);

        assertThat(give(verb, "BTCUSDT 0.01", 2))
            .isEqualTo("✗ " + verb.word() + " 0.01 BTCUSDT at market refused: trading is stopped, /start resumes");
    }

    @Test
    void shouldReportTheHaltInTheStatus() {
        give(Verb.STOP, "", 1);

        assertThat(give(Verb.STATUS, "", 2)).contains("trading STOPPED");
    }

    @Test
    void shouldReportTheStatusAsOfTheCommandsReceipt() {
        assertThat(give(Verb.STATUS, "", 1)).contains("up 5.0 s");
    }

    @Test
    void shouldListEveryVerbInTheHelp() {
        String help = give(Verb.HELP, "", 1);

        assertThat(help.lines()).hasSize(Verb.values().length);
        assertThat(help).contains("/buy SYMBOL QTY [PRICE] - ", "/stop - halt trading");
    }

    private String give(Verb verb, String arguments, long sequence) {
        desk.onCommand(command(verb, arguments, START_NS + TimeUnit.SECONDS.toNanos(5)), sequence);
        return replies.get(replies.size() - 1).text();
    }

    private CommandDesk newDesk() {
        Symbols symbols = Symbols.of("BTCUSDT");
        StatusReport status = new StatusReport(new RunFacts("test", START_NS, 8, "BLOCKING", "NIO"), symbols,
            new Quotes(symbols), new FeedHealth(1, START_NS), new Counters(), new TickLatency(() -> 0), () -> 0);
        return new CommandDesk(status, replies::add);
    }
}
