package io.ringside.pipeline.terminal;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.core.command.CommandGate;
import io.ringside.core.command.CommandParser;
import io.ringside.core.command.Verb;
import io.ringside.core.event.Origin;
import io.ringside.core.event.PipelineEvent;
import io.ringside.core.event.Symbols;
import io.ringside.core.ring.Publisher;
import io.ringside.core.runtime.Counters;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConsoleBotTest {

    private static final long NOW_NS = 1_700_000_000_123_456_789L;

    private final List<String> printed = new CopyOnWriteArrayList<>();
    private final Terminal terminal = new Terminal(printed::add, new Counters());
    private final RecordingRing ring = new RecordingRing();
    private final Queue<String> typed = new ArrayDeque<>();
    private final CountDownLatch inputEnded = new CountDownLatch(1);
    private final ConsoleBot bot = new ConsoleBot(this::nextLine, gate(terminal), terminal, () -> NOW_NS);

    @BeforeEach
    void startTerminal() {
        terminal.start();
    }

    @AfterEach
    void closeTerminal() {
        terminal.close();
    }

    @Test
    void shouldPublishACommandOfTheConsole() {
        bot.onLine("/BUY btcusdt 0.01");

        PipelineEvent event = ring.published.get(0);
        assertThat(event.command().verbCode()).isEqualTo(Verb.BUY.code());
        assertThat(event.command().arguments()).isEqualTo("BTCUSDT 0.01");
        assertThat(event.command().origin()).isEqualTo(Origin.CONSOLE);
        assertThat(event.command().receivedEpochNs()).isEqualTo(NOW_NS);
        assertThat(event.command().sentEpochMs()).isEqualTo(1_700_000_000_123L);
    }

    @Test
    void shouldNumberItsCommands() {
        bot.onLine("/status");
        bot.onLine("/help");

        assertThat(ring.published).extracting(event -> event.command().updateId()).containsExactly(1L, 2L);
    }

    @Test
    void shouldAcknowledgeBeforeTheAnswer() {
        ring.onVisible = () -> terminal.print("answer");

        bot.onLine("/status");

        assertThat(afterClose()).containsExactly("✓ status queued", "answer");
    }

    @Test
    void shouldSayBusyWhenTheRingTakesNothing() {
        ring.full = true;

        bot.onLine("/stop");

        assertThat(afterClose()).containsExactly(
            "✗ busy, stop not executed: the pipeline did not accept it within 2 s");
    }

    @Test
    void shouldSayWhatIsWrongWithACommand() {
        bot.onLine("/buy NOPE 1");
        bot.onLine("/nope");
        bot.onLine("hello");
        bot.onLine("   ");

        assertThat(ring.published).isEmpty();
        assertThat(afterClose()).hasSize(3).satisfiesExactly(
            line -> assertThat(line).startsWith("✗ /buy does not know the symbol 'NOPE'"),
            line -> assertThat(line).startsWith("✗ unknown command '/nope'"),
            line -> assertThat(line).isEqualTo("commands start with a slash; see /help"));
    }

    @Test
    void shouldReadUntilTheEndOfTheInput() throws InterruptedException {
        typed.addAll(List.of("/status", "/help"));

        bot.start();

        assertThat(inputEnded.await(10, SECONDS)).isTrue();
        assertThat(ring.published).hasSize(2);
    }

    @Test
    void shouldReadNoFurtherWhenTheInputIsNoText() throws InterruptedException {
        CountDownLatch told = new CountDownLatch(1);
        typed.addAll(List.of("PK\3\4\0\0", "/stop"));
        Terminal other = new Terminal(line -> {
            printed.add(line);
            told.countDown();
        }, new Counters());
        other.start();

        new ConsoleBot(typed::poll, gate(other), other, () -> NOW_NS).start();

        assertThat(told.await(10, SECONDS)).isTrue();
        other.close();
        assertThat(printed).containsExactly("stdin is not text; no longer reading commands");
        assertThat(ring.published).isEmpty();
    }

    private CommandGate gate(Terminal answers) {
        return new CommandGate("console", new CommandParser(Symbols.of("BTCUSDT")), ring, answers, () -> NOW_NS,
            new Counters());
    }

    private String nextLine() {
        String line = typed.poll();
        if (line == null) {
            inputEnded.countDown();
        }
        return line;
    }

    private List<String> afterClose() {
        terminal.close();
        return printed;
    }

    /** Keeps what is published; what runs when an event has become visible stands for its handler. */
    private static final class RecordingRing implements Publisher {

        private final List<PipelineEvent> published = new ArrayList<>();
        private Runnable onVisible = () -> { };
        private boolean full;

        @Override
        public boolean tryPublish(PipelineEvent event) {
            throw new AssertionError("commands wait for room");
        }

        @Override
        public boolean publish(PipelineEvent event, long timeoutNs, Runnable onClaimed) {
            if (full) {
                return false;
            }
            onClaimed.run();
            PipelineEvent copy = new PipelineEvent();
            copy.copyFrom(event);
            published.add(copy);
            onVisible.run();
            return true;
        }
    }
}
