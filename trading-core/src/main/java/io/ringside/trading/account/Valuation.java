package io.ringside.trading.account;

import io.ringside.trading.account.Worth.Touches;
import io.ringside.trading.decision.Side;
import io.ringside.trading.market.Instrument;
import io.ringside.trading.market.Instruments;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What one unit of an asset is worth in another at the touch: by the first symbol, in the order of the run's symbols,
 * that trades one for the other, or else by the first two that do so over a third asset. It is sold at the bid; where
 * the symbol is the other way round, the other asset is bought at the ask, rounded half even to 18 decimals.
 *
 * <p><em>Threading:</em> the ring thread.
 */
final class Valuation {

    private static final int DECIMALS = 18;
    private static final int MOST_STEPS = 3;

    private final Instruments instruments;

    Valuation(Instruments instruments) {
        this.instruments = instruments;
    }

    /** Null without a symbol, or while one of them has no touch. */
    BigDecimal worth(String asset, String in, Touches touches) {
        Instrument direct = between(asset, in);
        if (direct != null) {
            return rate(direct, asset, touches);
        }
        Instrument first = firstOfTwo(asset, in);
        if (first == null) {
            return null;
        }
        BigDecimal firstRate = rate(first, asset, touches);
        String over = other(first, asset);
        BigDecimal secondRate = rate(between(over, in), over, touches);
        return firstRate == null || secondRate == null ? null : firstRate.multiply(secondRate);
    }

    /** The symbol that is missing for {@link #worth}; null if none is. */
    Instrument unquoted(String asset, String in, Touches touches) {
        Instrument direct = between(asset, in);
        Instrument first = direct != null ? direct : firstOfTwo(asset, in);
        if (first == null || rate(first, asset, touches) == null) {
            return first;
        }
        String over = other(first, asset);
        Instrument second = direct != null ? null : between(over, in);
        return second == null || rate(second, over, touches) != null ? null : second;
    }

    /** The symbol whose steps a sale of that asset would have; null if it would be a buy, or two, or neither. */
    Instrument saleOf(String asset, String in) {
        Instrument direct = between(asset, in);
        Instrument first = direct != null ? direct : firstOfTwo(asset, in);
        return first != null && Assets.base(first).equals(asset) ? first : null;
    }

    /**
     * What a unit of an asset without known cost counts: its bid in the asset that it is sold for, preferably in money,
     * that is in an asset which itself is sold for no other; onwards from there for up to three symbols. Null for
     * money, and without a quote.
     */
    Worth ofUnknownCost(String asset, Touches touches) {
        Worth worth = null;
        for (int steps = 0; steps < MOST_STEPS; steps++) {
            Instrument sale = saleOf(worth == null ? asset : worth.costAsset());
            BigDecimal bid = sale == null ? null : touches.touch(Side.SELL, sale.symbolId());
            if (bid == null) {
                return worth;
            }
            worth = new Worth(Assets.quote(sale), worth == null ? bid : worth.price().multiply(bid));
        }
        return worth;
    }

    /** By any symbol, preferably for money; null without one. */
    Instrument saleOf(String asset) {
        Instrument first = null;
        for (int id = 0; id < instruments.symbols(); id++) {
            Instrument instrument = instruments.get(id);
            if (instrument != null && Assets.base(instrument).equals(asset)) {
                if (isMoney(Assets.quote(instrument))) {
                    return instrument;
                }
                first = first == null ? instrument : first;
            }
        }
        return first;
    }

    private boolean isMoney(String asset) {
        for (int id = 0; id < instruments.symbols(); id++) {
            if (instruments.get(id) != null && Assets.base(instruments.get(id)).equals(asset)) {
                return false;
            }
        }
        return true;
    }

    private Instrument between(String one, String another) {
        for (int id = 0; id < instruments.symbols(); id++) {
            Instrument instrument = instruments.get(id);
            if (instrument != null && trades(instrument, one) && another.equals(other(instrument, one))) {
                return instrument;
            }
        }
        return null;
    }

    private Instrument firstOfTwo(String asset, String in) {
        for (int id = 0; id < instruments.symbols(); id++) {
            Instrument instrument = instruments.get(id);
            if (instrument != null && trades(instrument, asset)
                && between(other(instrument, asset), in) != null) {
                return instrument;
            }
        }
        return null;
    }

    private static boolean trades(Instrument instrument, String asset) {
        return Assets.base(instrument).equals(asset) || Assets.quote(instrument).equals(asset);
    }

    private static String other(Instrument instrument, String asset) {
        return Assets.base(instrument).equals(asset) ? Assets.quote(instrument) : Assets.base(instrument);
    }

    private static BigDecimal rate(Instrument instrument, String asset, Touches touches) {
        if (Assets.base(instrument).equals(asset)) {
            return touches.touch(Side.SELL, instrument.symbolId());
        }
        BigDecimal ask = touches.touch(Side.BUY, instrument.symbolId());
        return ask == null ? null : BigDecimal.ONE.divide(ask, DECIMALS, RoundingMode.HALF_EVEN);
    }
}
