package io.ringside.binance.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ringside.core.event.Decimals;
import io.ringside.trading.market.Fees;
import io.ringside.trading.market.Filters;
import io.ringside.trading.market.Filters.Notional;
import io.ringside.trading.market.Filters.PercentPrice;
import io.ringside.trading.market.Grid;
import io.ringside.trading.market.Instrument;
import io.ringside.trading.market.InstrumentRules;
import java.math.BigDecimal;
import java.util.List;

/**
 * Parses one element of {@code symbols} of exchangeInfo. Filters for types of orders that are not sent are left to the
 * venue.
 *
 * <p><em>Threading:</em> pure functions.
 */
final class SymbolRules {

    private static final List<String> KEYS = List.of("symbol", "status", "baseAsset", "baseAssetPrecision",
        "quoteAsset", "quotePrecision", "quoteAssetPrecision", "isSpotTradingAllowed", "filters");

    private SymbolRules() {
    }

    /**
     * @throws IllegalArgumentException with one line for users, when a part is missing, malformed or contradictory
     */
    static Instrument read(JsonNode symbol, int symbolId, String name, Fees fees) {
        int basePrecision = precision(symbol, "baseAssetPrecision");
        int quotePrecision = precision(symbol,
            symbol.has("quoteAssetPrecision") ? "quoteAssetPrecision" : "quotePrecision");
        Grid qty = FilterGrids.qty(filter(symbol, "LOT_SIZE"), basePrecision);
        Filters filters = new Filters(FilterGrids.price(filter(symbol, "PRICE_FILTER"), quotePrecision), qty,
            FilterGrids.marketQty(filter(symbol, "MARKET_LOT_SIZE"), qty), notional(symbol), percentPrice(symbol),
            plain(filter(symbol, "MAX_POSITION"), "maxPosition"), maxOrders(symbol));
        boolean trading = "TRADING".equals(symbol.path("status").asText())
            && symbol.path("isSpotTradingAllowed").asBoolean(false);
        return new Instrument(symbolId, name, text(symbol, "baseAsset"), text(symbol, "quoteAsset"), filters,
            basePrecision, quotePrecision, fees, trading);
    }

    /** A symbol has one of the two forms of this filter. */
    private static Notional notional(JsonNode symbol) {
        JsonNode notional = filter(symbol, "NOTIONAL");
        if (notional.isMissingNode()) {
            JsonNode older = filter(symbol, "MIN_NOTIONAL");
            return Notional.atLeast(plain(older, "minNotional"), older.path("applyToMarket").asBoolean(false));
        }
        return new Notional(plain(notional, "minNotional"), notional.path("applyMinToMarket").asBoolean(false),
            plain(notional, "maxNotional"), notional.path("applyMaxToMarket").asBoolean(false));
    }

    /** The older form has the same bounds for both sides. */
    private static PercentPrice percentPrice(JsonNode symbol) {
        JsonNode bySide = filter(symbol, "PERCENT_PRICE_BY_SIDE");
        if (bySide.isMissingNode()) {
            JsonNode older = filter(symbol, "PERCENT_PRICE");
            BigDecimal down = plain(older, "multiplierDown");
            BigDecimal up = plain(older, "multiplierUp");
            return new PercentPrice(down, up, down, up);
        }
        return new PercentPrice(plain(bySide, "bidMultiplierDown"), plain(bySide, "bidMultiplierUp"),
            plain(bySide, "askMultiplierDown"), plain(bySide, "askMultiplierUp"));
    }

    private static int maxOrders(JsonNode symbol) {
        JsonNode value = filter(symbol, "MAX_NUM_ORDERS").path("maxNumOrders");
        if (value.isMissingNode()) {
            return 0;
        }
        if (!value.isInt() || value.intValue() < 0) {
            throw new IllegalArgumentException("maxNumOrders is not a number from 0 to " + Integer.MAX_VALUE);
        }
        return value.intValue();
    }

    /** What {@link #read} looks at, without the rest: the venue's lists of permissions are long. */
    static JsonNode essence(JsonNode symbol) {
        ObjectNode essence = JsonNodeFactory.instance.objectNode();
        for (String key : KEYS) {
            if (symbol.has(key)) {
                essence.set(key, symbol.get(key));
            }
        }
        return essence;
    }

    private static JsonNode filter(JsonNode symbol, String type) {
        for (JsonNode filter : symbol.path("filters")) {
            if (type.equals(filter.path("filterType").asText())) {
                return filter;
            }
        }
        return MissingNode.getInstance();
    }

    private static int precision(JsonNode symbol, String key) {
        JsonNode value = symbol.path(key);
        if (!value.isInt() || value.intValue() < 0 || value.intValue() > -Decimals.MIN_EXPONENT) {
            throw new IllegalArgumentException(key + " is not a number from 0 to " + -Decimals.MIN_EXPONENT);
        }
        return value.intValue();
    }

    private static String text(JsonNode symbol, String key) {
        String value = symbol.path(key).asText("");
        if (value.isEmpty()) {
            throw new IllegalArgumentException(key + " is missing");
        }
        return value;
    }

    /** 0 for a missing one. */
    private static BigDecimal plain(JsonNode filter, String name) {
        BigDecimal stripped = FilterGrids.decimal(filter, name).stripTrailingZeros();
        BigDecimal plain = stripped.scale() < 0 ? stripped.setScale(0) : stripped;
        if (!InstrumentRules.fits(plain)) {
            throw new IllegalArgumentException(name + " has too many digits");
        }
        return plain;
    }
}
