package io.ringside.trading.account;

import io.ringside.trading.market.Instrument;

/**
 * Names of assets in the account. Each venue keeps accounts of its own: a symbol {@code BTCEUR@OTHER} trades {@code
 * BTC@OTHER} and {@code EUR@OTHER}; on the default venue, whose symbols have no such ending, an asset has its plain
 * name.
 *
 * <p><em>Threading:</em> pure functions; nothing is allocated for the default venue.
 */
public final class Assets {

    private Assets() {
    }

    public static String base(Instrument instrument) {
        return on(instrument, instrument.baseAsset());
    }

    public static String quote(Instrument instrument) {
        return on(instrument, instrument.quoteAsset());
    }

    /** An asset on the venue of that instrument. */
    static String on(Instrument instrument, String asset) {
        int at = instrument.symbol().indexOf('@');
        return at < 0 ? asset : asset + instrument.symbol().substring(at);
    }
}
