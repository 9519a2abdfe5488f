package io.ringside.pipeline.terminal;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.core.command.Reply;
import io.ringside.core.event.Origin;
import io.ringside.core.runtime.Counter;
import io.ringside.core.runtime.Counters;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class TerminalTest {

    private static final int MOST_WAITING = 1_024;

    private final Counters counters = new Counters();
    private final List<String> printed = new CopyOnWriteArrayList<>();

    @Test
    void shouldPrintInTheOrderOfTheOffersAndTheRestAtClose() {
        Terminal terminal = new Terminal(printed::add, counters);
        terminal.start();

        IntStream.range(0, 500).forEach(i -> terminal.print("line " + i));
        terminal.close();

        assertThat(printed).containsExactlyElementsOf(IntStream.range(0, 500).mapToObj(i -> "line " + i).toList());
    }

    @Test
    void shouldPrintTheTextOfAReply() {
        try (Terminal terminal = new Terminal(printed::add, counters)) {
            terminal.start();

            assertThat(terminal.offer(Reply.alert(Origin.CONSOLE, "text"))).isTrue();
        }

        assertThat(printed).containsExactly("text");
    }

    @Test
    void shouldDropAndCountInsteadOfWaitingWhileThePrinterHangs() throws InterruptedException {
        HangingPrinter printer = new HangingPrinter();
        Terminal terminal = new Terminal(printer::print, counters);
        terminal.start();
        terminal.print("first");
        printer.entered.await(10, SECONDS);

        IntStream.range(0, MOST_WAITING).forEach(i -> terminal.print("line " + i));
        boolean taken = terminal.print("too much");

        assertThat(taken).isFalse();
        assertThat(dropped().value()).isEqualTo(1);
        printer.released.countDown();
        terminal.close();
        assertThat(printer.printed).hasSize(1 + MOST_WAITING).doesNotContain("too much");
    }

    @Test
    void shouldLeaveAHangingPrinterBehindAtClose() throws InterruptedException {
        HangingPrinter printer = new HangingPrinter();
        Terminal terminal = new Terminal(printer::print, counters);
        terminal.start();
        terminal.print("first");
        printer.entered.await(10, SECONDS);

        terminal.close();
        terminal.close();

        assertThat(printer.printed).isEmpty();
        printer.released.countDown();
    }

    @Test
    void shouldCloseWithoutAStart() {
        new Terminal(printed::add, counters).close();

        assertThat(printed).isEmpty();
    }

    private Counter dropped() {
        return counters.all().get(0);
    }

    /** Stands still, deaf to interrupts, as a terminal does after Ctrl-S. */
    private static final class HangingPrinter {

        private final CountDownLatch entered = new CountDownLatch(1);
        private final CountDownLatch released = new CountDownLatch(1);
        private final List<String> printed = new CopyOnWriteArrayList<>();

        void print(String text) {
            entered.countDown();
            boolean interrupted = false;
            while (released.getCount() > 0) {
                try {
                    released.await();
                } catch (InterruptedException deaf) {
                    interrupted = true;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
            printed.add(text);
        }
    }
}
