package io.ringside.binance.rules;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ringside.trading.market.Fees;
import io.ringside.trading.market.Instrument;

/** An element of exchangeInfo's symbols in the venue's words, of which a test changes what it is about. */
final class SymbolText {

    private static final String BTCUSDT = """
        {"symbol":"BTCUSDT","status":"TRADING","baseAsset":"BTC","baseAssetPrecision":8,"quoteAsset":"USDT",
        "quotePrecision":8,"quoteAssetPrecision":8,"orderTypes":["LIMIT","MARKET"],"icebergAllowed":true,
        "isSpotTradingAllowed":true,"isMarginTradingAllowed":true,"filters":[
        {"filterType":"PRICE_FILTER","minPrice":"0.01000000","maxPrice":"1000000.00000000","tickSize":"0.01000000"},
        {"filterType":"LOT_SIZE","minQty":"0.00001000","maxQty":"9000.00000000","stepSize":"0.00001000"},
        {"filterType":"ICEBERG_PARTS","limit":100},
        {"filterType":"MARKET_LOT_SIZE","minQty":"0.00000000","maxQty":"104.75943733","stepSize":"0.00000000"},
        {"filterType":"PERCENT_PRICE_BY_SIDE","bidMultiplierUp":"5","bidMultiplierDown":"0.2",
        "askMultiplierUp":"5","askMultiplierDown":"0.2","avgPriceMins":5},
        {"filterType":"MAX_POSITION","maxPosition":"240.00000000"},
        {"filterType":"MAX_NUM_ORDERS","maxNumOrders":200},{"filterType":"MAX_NUM_ALGO_ORDERS","maxNumAlgoOrders":5},
        {"filterType":"NOTIONAL","minNotional":"5.00000000","applyMinToMarket":true,"maxNotional":"9000000.00000000",
        "applyMaxToMarket":false,"avgPriceMins":5}],"permissions":[],"permissionSets":[["SPOT","MARGIN"]]}
        """.replace("\n", "");

    private final String text;

    private SymbolText(String text) {
        this.text = text;
    }

    static SymbolText btcusdt() {
        return new SymbolText(BTCUSDT);
    }

    /** Every symbol here has the same rules but its name. */
    static String named(String symbol) {
        return BTCUSDT.replace("\"symbol\":\"BTCUSDT\"", "\"symbol\":\"" + symbol + "\"");
    }

    SymbolText with(String old, String changed) {
        if (!text.contains(old)) {
            throw new IllegalArgumentException(old + " is not in " + text);
        }
        return new SymbolText(text.replace(old, changed));
    }

    /** Exchanges the whole filter of that type; empty to leave it out. */
    SymbolText withFilter(String type, String filter) {
        String changed = text.replaceAll("\\{\"filterType\":\"" + type + "\"[^}]*}", filter.isEmpty() ? "{}" : filter);
        return new SymbolText(changed);
    }

    JsonNode json() throws JsonProcessingException {
        return new ObjectMapper().readTree(text);
    }

    Instrument read() throws JsonProcessingException {
        return SymbolRules.read(json(), 3, "BTCUSDT", Fees.DEFAULT);
    }
}
