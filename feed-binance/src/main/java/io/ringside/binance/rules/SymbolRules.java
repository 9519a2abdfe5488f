package io.ringside.binance.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ringside.core.event.Decimals;
import io.ringside.trading.market.Fees;
import io.ringside.trading.market.Grid;
import io.ringside.trading.market.Instrument;
import java.math.BigDecimal;
import java.util.List;

/**
 * Understands one element of {@code symbols} of exchangeInfo. Filters other than price, quantity and least notional
 * are left to the venue.
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
        boolean isNewStyle = !filter(symbol, "NOTIONAL").isMissingNode();
        JsonNode notional = filter(symbol, isNewStyle ? "NOTIONAL" : "MIN_NOTIONAL");
        boolean trading = "TRADING".equals(symbol.path("status").asText())
            && symbol.path("isSpotTradingAllowed").asBoolean(false);
        return new Instrument(symbolId, name, text(symbol, "baseAsset"), text(symbol, "quoteAsset"),
            FilterGrids.price(filter(symbol, "PRICE_FILTER"), quotePrecision), qty,
            FilterGrids.marketQty(filter(symbol, "MARKET_LOT_SIZE"), qty),
            plain(FilterGrids.decimal(notional, "minNotional")),
            notional.path(isNewStyle ? "applyMinToMarket" : "applyToMarket").asBoolean(false),
            basePrecision, quotePrecision, fees, trading);
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

    private static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
