package io.ringside.sim.quote;

import io.ringside.core.event.Decimals;
import java.math.BigDecimal;
import java.util.List;

/**
 * A symbol that a simulated exchange trades: its prices are multiples of one unit of a decimal, and so are its
 * quantities.
 *
 * <p><em>Threading:</em> immutable; any thread.
 *
 * @param symbol        in upper case
 * @param priceDecimals 0 to 18: the tick is 10 to the power of minus that
 * @param qtyDecimals   0 to 18, of the quantities' step
 */
public record ListedSymbol(String symbol, int priceDecimals, int qtyDecimals) {

    /** Suffixes of generated names; a longer one before one that it ends with. */
    private static final List<String> QUOTE_ASSETS = List.of("FDUSD", "USDT", "USDC", "TUSD", "BUSD", "BIDR", "BTC",
        "ETH", "BNB", "EUR", "GBP", "TRY", "BRL", "JPY");
    private static final BigDecimal MONEY_MIN_NOTIONAL = new BigDecimal("5.00000000");
    private static final BigDecimal COIN_MIN_NOTIONAL = new BigDecimal("0.00010000");

    public ListedSymbol {
        check("priceDecimals", priceDecimals);
        check("qtyDecimals", qtyDecimals);
    }

    /** Only a simulator, whose names are its own invention, may derive assets from a name. */
    public String baseAsset() {
        return isSplit() ? symbol.substring(0, symbol.length() - quoteAsset().length()) : symbol;
    }

    /** USDT for a name that ends with no known asset. */
    public String quoteAsset() {
        for (String asset : QUOTE_ASSETS) {
            if (symbol.endsWith(asset) && symbol.length() > asset.length()) {
                return asset;
            }
        }
        return "USDT";
    }

    public BigDecimal minNotional() {
        return List.of("BTC", "ETH", "BNB").contains(quoteAsset()) ? COIN_MIN_NOTIONAL : MONEY_MIN_NOTIONAL;
    }

    private boolean isSplit() {
        return symbol.endsWith(quoteAsset()) && symbol.length() > quoteAsset().length();
    }

    private static void check(String name, int decimals) {
        if (decimals < 0 || decimals > -Decimals.MIN_EXPONENT) {
            throw new IllegalArgumentException(
                name + " is " + decimals + ", allowed are 0 to " + -Decimals.MIN_EXPONENT);
        }
    }
}
