package io.ringside.pipeline.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.core.event.PipelineEvent;
import io.ringside.core.event.Symbols;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class TickPrinterTest {

    private static final long PERIOD_NS = TimeUnit.MILLISECONDS.toNanos(1_000);

    private final List<String> lines = new ArrayList<>();
    private final BlockingQueue<String> printed = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> fatal = new LinkedBlockingQueue<>();
    private final PipelineEvent event = new PipelineEvent();
    /** A monotonic clock may start anywhere, also shortly before it overflows. */
    private long nowNs = Long.MAX_VALUE - PERIOD_NS / 2;

    @Test
    void shouldPrintTheNewestBidOfEachSymbolThatMoved() {
        TickPrinter printer = printer("BTCUSDT", "ETHUSDT", "SOLUSDT");

        tick(printer, 0, 6_842_312);
        tick(printer, 2, 17_125);
        tick(printer, 0, 6_842_313);
        look(printer, PERIOD_NS);

        assertThat(lines).containsExactly("[TICK] BTCUSDT 68423.13", "[TICK] SOLUSDT 171.25");
    }

    @Test
    void shouldPrintTheFirstQuoteOfASymbolAtOnce() {
        TickPrinter printer = printer("BTCUSDT", "ETHUSDT");
        look(printer, 0);
        tick(printer, 0, 100);
        look(printer, 1);
        assertThat(lines).containsExactly("[TICK] BTCUSDT 1.00");

        tick(printer, 0, 101);
        tick(printer, 1, 200);
        look(printer, 1);

        assertThat(lines).containsExactly("[TICK] BTCUSDT 1.00", "[TICK] ETHUSDT 2.00");
    }

    @Test
    void shouldPrintASymbolOnceAPeriod() {
        TickPrinter printer = printer("BTCUSDT");
        tick(printer, 0, 100);
        look(printer, 0);

        tick(printer, 0, 101);
        look(printer, PERIOD_NS - 1);
        assertThat(lines).containsExactly("[TICK] BTCUSDT 1.00");

        look(printer, 1);
        assertThat(lines).containsExactly("[TICK] BTCUSDT 1.00", "[TICK] BTCUSDT 1.01");
    }

    @Test
    void shouldPrintTheLastQuoteBeforeASilenceOnceOnly() {
        TickPrinter printer = printer("BTCUSDT");
        tick(printer, 0, 100);

        look(printer, PERIOD_NS);
        look(printer, PERIOD_NS);

        assertThat(lines).containsExactly("[TICK] BTCUSDT 1.00");
    }

    @Test
    void shouldPrintTenLinesAPeriodAtMostAndEverySymbolInItsTurn() {
        TickPrinter printer = printer(IntStream.range(0, 1_000).mapToObj(id -> "S" + id).toArray(String[]::new));

        for (int period = 0; period < 100; period++) {
            IntStream.range(0, 1_000).forEach(id -> tick(printer, id, 100));
            look(printer, PERIOD_NS / 2);
            look(printer, PERIOD_NS / 2);
            assertThat(lines).hasSize(10 * (period + 1));
        }

        Set<String> different = new HashSet<>(lines);
        assertThat(different).hasSize(1_000);
    }

    @Test
    void shouldLookByItselfOnceStartedAndGoOnAfterALineThatFailed() throws InterruptedException {
        try (TickPrinter printer = printer(line -> {
            printed.add(line);
            if (line.contains("BTCUSDT")) {
                throw new IllegalStateException("planted");
            }
        }, "BTCUSDT", "ETHUSDT")) {
            printer.start();
            tick(printer, 0, 100);
            assertThat(printed.poll(10, TimeUnit.SECONDS)).isEqualTo("[TICK] BTCUSDT 1.00");

            tick(printer, 1, 200);
            assertThat(printed.poll(10, TimeUnit.SECONDS)).isEqualTo("[TICK] ETHUSDT 2.00");
        }
        assertThat(fatal).isEmpty();
    }

    @Test
    void shouldTellWhenAnErrorEndsIt() throws InterruptedException {
        try (TickPrinter printer = printer(line -> {
            throw new NoClassDefFoundError("planted");
        }, "BTCUSDT")) {
            printer.start();
            tick(printer, 0, 100);

            assertThat(fatal.poll(10, TimeUnit.SECONDS)).startsWith("the tick printer died: ").contains("planted");
        }
    }

    private TickPrinter printer(String... symbols) {
        return printer(lines::add, symbols);
    }

    private TickPrinter printer(Consumer<String> sink, String... symbols) {
        return new TickPrinter(Symbols.of(symbols), 1_000, sink, fatal::add);
    }

    private void tick(TickPrinter printer, int symbolId, long bidPrice) {
        event.tick().set(symbolId, 1, 0, 0);
        event.tick().setQuote(-2, -8, bidPrice, 1, bidPrice + 1, 1);
        printer.quotes().onTick(event.tick(), 1);
    }

    private void look(TickPrinter printer, long laterNs) {
        nowNs += laterNs;
        printer.look(nowNs);
    }
}
