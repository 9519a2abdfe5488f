package io.ringside.trading.account;

import io.ringside.trading.market.Grid;
import io.ringside.trading.market.Instrument;
import io.ringside.trading.market.Instruments;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

/**
 * What each source can sell of each symbol, kept ready for strategies, which ask with every quote.
 *
 * <p><em>Threading:</em> the ring thread. {@link #of} allocates nothing.
 */
final class SellableSteps {

    private final Instruments instruments;
    /** By source, then by symbol id: mantissas on the exponent of the symbol's quantities. */
    private final Map<String, long[]> bySource = new HashMap<>();

    SellableSteps(Instruments instruments) {
        this.instruments = instruments;
    }

    long of(String source, int symbolId) {
        long[] steps = bySource.get(source);
        return steps == null ? 0 : steps[symbolId];
    }

    void clear() {
        bySource.clear();
    }

    /** Counts one source's book of one asset again. */
    void count(String source, String asset, BigDecimal held) {
        long[] steps = bySource.computeIfAbsent(source, name -> new long[instruments.symbols()]);
        for (int id = 0; id < steps.length; id++) {
            Instrument instrument = instruments.get(id);
            if (instrument != null && Assets.base(instrument).equals(asset)) {
                steps[id] = floor(instrument.qty(), held);
            }
        }
    }

    private static long floor(Grid grid, BigDecimal held) {
        long mantissa = grid.floor(held);
        return mantissa >= 0 ? mantissa : Long.MAX_VALUE - Long.MAX_VALUE % grid.step();
    }
}
