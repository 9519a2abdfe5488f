package io.ringside.pipeline.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.core.event.PipelineEvent;
import io.ringside.core.event.Symbols;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TickPrinterTest {

    private static final long START_NS = TimeUnit.DAYS.toNanos(20_000);
    private static final long PERIOD_NS = TimeUnit.MILLISECONDS.toNanos(1_000);

    private final List<String> lines = new ArrayList<>();
    private final PipelineEvent event = new PipelineEvent();
    private long nowNs = START_NS;

    @Test
    void shouldPrintTheNewestBidOfEachSymbolThatMoved() {
        TickPrinter printer = printer("BTCUSDT", "ETHUSDT", "SOLUSDT");

        tick(printer, 0, 6_842_312);
        tick(printer, 2, 17_125);
        tick(printer, 0, 6_842_313);
        timer(printer, PERIOD_NS);

        assertThat(lines).containsExactly("[TICK] BTCUSDT 68423.13", "[TICK] SOLUSDT 171.25");
    }

    @Test
    void shouldPrintNothingBeforeThePeriodIsOver() {
        TickPrinter printer = printer("BTCUSDT");
        timer(printer, PERIOD_NS);

        tick(printer, 0, 100);
        timer(printer, PERIOD_NS - 1);
        assertThat(lines).isEmpty();

        timer(printer, 1);
        assertThat(lines).hasSize(1);
    }

    @Test
    void shouldPrintTheLastQuoteBeforeASilenceOnceOnly() {
        TickPrinter printer = printer("BTCUSDT");
        timer(printer, PERIOD_NS);
        tick(printer, 0, 100);

        timer(printer, PERIOD_NS);
        timer(printer, PERIOD_NS);

        assertThat(lines).containsExactly("[TICK] BTCUSDT 1.00");
    }

    @Test
    void shouldGoOnWhenTheWallClockIsSetBack() {
        TickPrinter printer = printer("BTCUSDT");
        timer(printer, PERIOD_NS);
        tick(printer, 0, 100);

        timer(printer, -TimeUnit.HOURS.toNanos(1));

        assertThat(lines).hasSize(1);
    }

    @Test
    void shouldPrintTenLinesAPeriodAtMostAndEverySymbolInItsTurn() {
        TickPrinter printer = printer(IntStream.range(0, 1_000).mapToObj(id -> "S" + id).toArray(String[]::new));

        for (int period = 0; period < 100; period++) {
            IntStream.range(0, 1_000).forEach(id -> tick(printer, id, 100));
            timer(printer, PERIOD_NS);
            assertThat(lines).hasSize(10 * (period + 1));
        }

        Set<String> different = new HashSet<>(lines);
        assertThat(different).hasSize(1_000);
    }

    private TickPrinter printer(String... symbols) {
        return new TickPrinter(Symbols.of(symbols), 1_000, lines::add);
    }

    private void tick(TickPrinter printer, int symbolId, long bidPrice) {
        event.tick().set(symbolId, 1, 0, nowNs);
        event.tick().setQuote(-2, -8, bidPrice, 1, bidPrice + 1, 1);
        printer.onTick(event.tick(), 1);
    }

    private void timer(TickPrinter printer, long laterNs) {
        nowNs += laterNs;
        printer.onTimer(nowNs, 1);
    }
}
