package io.ringside.binance.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.binance.rules.TradingRules.Loaded;
import io.ringside.core.event.Symbols;
import io.ringside.sim.SimulatedExchange;
import io.ringside.sim.control.SimulatedExchangeConfig;
import io.ringside.sim.quote.QuoteWalk;
import io.ringside.trading.market.Fees;
import io.ringside.trading.market.Filters;
import io.ringside.trading.market.Filters.Notional;
import io.ringside.trading.market.Grid;
import io.ringside.trading.market.Instrument;
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the simulated exchange says and what is understood of it, over a real socket. */
class RulesOfSimulatedExchangeTest {

    private final SimulatedExchange exchange = new SimulatedExchange(SimulatedExchangeConfig.onAnyPort(),
        new QuoteWalk(List.of("BTCUSDT", "ETHBTC", "币安人生USDT"), 10, new Random(1), System::nanoTime));

    @BeforeEach
    void start() {
        exchange.start();
    }

    @AfterEach
    void close() {
        exchange.close();
    }

    @Test
    void shouldUnderstandTheRulesOfTheSimulatedExchange() {
        Loaded loaded = load("BTCUSDT", "ETHBTC", "币安人生USDT");

        assertThat(loaded.notes()).isEmpty();
        assertThat(loaded.instruments().get(0)).isEqualTo(new Instrument(0, "BTCUSDT", "BTC", "USDT",
            Filters.of(new Grid(-2, 1, 1, 100_000_000), new Grid(-5, 1, 1, 900_000_000),
                new Grid(-5, 1, 1, 20_000_000), new Notional(new BigDecimal("5"), true, new BigDecimal("9000000"),
                    false)).withLimits(BigDecimal.ZERO, 200),
            8, 8, Fees.DEFAULT, true));
        assertThat(loaded.instruments().get(1).quoteAsset()).isEqualTo("BTC");
        assertThat(loaded.instruments().get(1).filters().notional().min()).isEqualTo(new BigDecimal("0.0001"));
        assertThat(loaded.instruments().get(2).baseAsset()).isEqualTo("币安人生");
        assertThat(loaded.instruments()).allMatch(Instrument::trading);
    }

    @Test
    void shouldFindTheSymbolsThatTheSimulatedExchangeDoesNotHave() {
        Loaded loaded = load("BTCUSDT", "NOPEUSDT", "ETHBTC");

        assertThat(loaded.instruments()).extracting(Instrument::symbol).containsExactly("BTCUSDT", "ETHBTC");
        assertThat(loaded.notes()).containsExactly("no trading rules for NOPEUSDT: 127.0.0.1:" + exchange.port()
            + " does not know it (-1121 Invalid symbol.); orders are rejected. Check SYMBOLS");
    }

    private Loaded load(String... symbols) {
        URI base = RestBase.of(URI.create(exchange.url()));
        RulesConfig config = new RulesConfig(base, null, Fees.DEFAULT, 30_000);
        try (TradingRules rules = new TradingRules(config, Symbols.of(symbols))) {
            return rules.load();
        }
    }
}
