package io.ringside.trading.market;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.core.event.PipelineEvent;
import io.ringside.core.event.Symbols;
import io.ringside.trading.market.Filters.Notional;
import io.ringside.trading.market.Filters.PercentPrice;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class InstrumentsTest {

    private static final Instrument BTCUSDT = new Instrument(0, "BTCUSDT", "BTC", "USDT",
        new Filters(new Grid(-2, 1, 1, 100_000_000), new Grid(-5, 1, 1, 900_000_000), new Grid(-5, 10, 10, 70),
            new Notional(new BigDecimal("5.5"), true, new BigDecimal("9000000"), false),
            new PercentPrice(new BigDecimal("0.2"), new BigDecimal("5"), new BigDecimal("0.3"), new BigDecimal("4")),
            new BigDecimal("240.00000001"), 200), 8, 6,
        new Fees(new BigDecimal("0.00100"), new BigDecimal("0.00075")), false);

    private final PipelineEvent event = new PipelineEvent();

    @Test
    void shouldTakeTheRulesOfAnEventToTheLastDigit() {
        Instruments instruments = of(1, "ETHUSDT", "BTCUSDT");
        Instrument whole = renumbered(BTCUSDT, 1).with(BTCUSDT.filters()
            .with(new Notional(new BigDecimal("5.5"), true, new BigDecimal("9000000"), true)));

        apply(instruments, whole);

        assertThat(instruments.get(0)).isNull();
        assertThat(instruments.get(1)).isEqualTo(whole);
    }

    @Test
    void shouldRestoreTheRulesAsTheyWere() throws IOException {
        Instruments instruments = of(1, "BTCUSDT", "ETHUSDT");
        apply(instruments, BTCUSDT);
        Instruments back = new Instruments(1, Symbols.of("BTCUSDT", "ETHUSDT"),
            List.of(BTCUSDT.whileTrading(true), renumbered(BTCUSDT, 1)));

        restore(instruments, back);

        assertThat(back.get(0)).isEqualTo(BTCUSDT);
        assertThat(back.get(1)).isNull();
    }

    @Test
    void shouldPreferWhatTheVenueToldThisRunToWhatTheRunBeforeKnew() throws IOException {
        Instruments before = of(1, "BTCUSDT", "GONEUSDT", "ETHUSDT");
        apply(before, BTCUSDT);
        apply(before, renumbered(BTCUSDT, 1));
        apply(before, renumbered(BTCUSDT, 2));
        Instruments next = new Instruments(2, Symbols.of("ETHUSDT", "BTCUSDT"),
            List.of(renumbered(BTCUSDT, 1).whileTrading(true)));

        restore(before, next);

        assertThat(next.get(0).symbol()).isEqualTo("ETHUSDT");
        assertThat(next.get(0).symbolId()).isZero();
        assertThat(next.get(1).trading()).isTrue();
    }

    private static Instruments of(long runId, String... symbols) {
        return new Instruments(runId, Symbols.of(symbols), List.of());
    }

    private static Instrument renumbered(Instrument known, int symbolId) {
        return new Instrument(symbolId, known.symbol(), known.baseAsset(), known.quoteAsset(), known.filters(),
            known.basePrecision(), known.quotePrecision(), known.fees(), known.trading());
    }

    private void apply(Instruments instruments, Instrument instrument) {
        InstrumentRules.write(instrument, 1, event.rules());
        instruments.onRules(event.rules(), 1);
    }

    private static void restore(Instruments saved, Instruments into) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        saved.save(new DataOutputStream(bytes));
        ByteArrayInputStream in = new ByteArrayInputStream(bytes.toByteArray());
        into.load(new DataInputStream(in), into.version());
        assertThat(in.available()).isZero();
    }
}
