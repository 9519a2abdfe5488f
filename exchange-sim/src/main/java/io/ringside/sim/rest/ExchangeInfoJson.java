package io.ringside.sim.rest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.ringside.sim.quote.ListedSymbol;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Collection;

/**
 * Writes exchangeInfo as the exchange does, with its usual limits: at most a hundred million ticks for a price, nine
 * hundred million steps for a quantity.
 *
 * <p><em>Threading:</em> pure functions.
 */
final class ExchangeInfoJson {

    private static final JsonFactory JSON = new JsonFactory();
    private static final int PRECISION = 8;
    private static final BigDecimal MAX_TICKS = BigDecimal.valueOf(100_000_000);
    private static final BigDecimal MAX_STEPS = BigDecimal.valueOf(900_000_000);
    private static final BigDecimal MAX_MARKET_STEPS = BigDecimal.valueOf(20_000_000);

    private ExchangeInfoJson() {
    }

    static String of(Collection<ListedSymbol> symbols, long serverTimeMs) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = JSON.createGenerator(text)) {
            out.writeStartObject();
            out.writeStringField("timezone", "UTC");
            out.writeNumberField("serverTime", serverTimeMs);
            writeRateLimits(out);
            out.writeArrayFieldStart("exchangeFilters");
            out.writeEndArray();
            out.writeArrayFieldStart("symbols");
            for (ListedSymbol symbol : symbols) {
                writeSymbol(out, symbol);
            }
            out.writeEndArray();
            out.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException("text in memory cannot be written", impossible);
        }
        return text.toString();
    }

    private static void writeRateLimits(JsonGenerator out) throws IOException {
        out.writeArrayFieldStart("rateLimits");
        writeRateLimit(out, "REQUEST_WEIGHT", "MINUTE", 1, 6_000);
        writeRateLimit(out, "ORDERS", "SECOND", 10, 50);
        writeRateLimit(out, "ORDERS", "DAY", 1, 160_000);
        writeRateLimit(out, "RAW_REQUESTS", "MINUTE", 5, 300_000);
        out.writeEndArray();
    }

    private static void writeRateLimit(JsonGenerator out, String type, String interval, int count, int limit)
            throws IOException {
        out.writeStartObject();
        out.writeStringField("rateLimitType", type);
        out.writeStringField("interval", interval);
        out.writeNumberField("intervalNum", count);
        out.writeNumberField("limit", limit);
        out.writeEndObject();
    }

    private static void writeSymbol(JsonGenerator out, ListedSymbol symbol) throws IOException {
        out.writeStartObject();
        out.writeStringField("symbol", symbol.symbol());
        out.writeStringField("status", "TRADING");
        out.writeStringField("baseAsset", symbol.baseAsset());
        out.writeNumberField("baseAssetPrecision", precision(symbol.qtyDecimals()));
        out.writeStringField("quoteAsset", symbol.quoteAsset());
        out.writeNumberField("quotePrecision", precision(symbol.priceDecimals()));
        out.writeNumberField("quoteAssetPrecision", precision(symbol.priceDecimals()));
        out.writeNumberField("baseCommissionPrecision", precision(symbol.qtyDecimals()));
        out.writeNumberField("quoteCommissionPrecision", precision(symbol.priceDecimals()));
        writeTexts(out, "orderTypes", "LIMIT", "LIMIT_MAKER", "MARKET");
        for (String feature : new String[] {"icebergAllowed", "ocoAllowed", "otoAllowed", "opoAllowed",
            "quoteOrderQtyMarketAllowed", "allowTrailingStop", "cancelReplaceAllowed", "amendAllowed",
            "pegInstructionsAllowed"}) {
            out.writeBooleanField(feature, false);
        }
        out.writeBooleanField("isSpotTradingAllowed", true);
        out.writeBooleanField("isMarginTradingAllowed", false);
        writeFilters(out, symbol);
        writeTexts(out, "permissions");
        out.writeArrayFieldStart("permissionSets");
        out.writeArray(new String[] {"SPOT"}, 0, 1);
        out.writeEndArray();
        out.writeStringField("defaultSelfTradePreventionMode", "NONE");
        writeTexts(out, "allowedSelfTradePreventionModes", "NONE");
        out.writeEndObject();
    }

    private static void writeFilters(JsonGenerator out, ListedSymbol symbol) throws IOException {
        BigDecimal tick = BigDecimal.ONE.movePointLeft(symbol.priceDecimals());
        BigDecimal step = BigDecimal.ONE.movePointLeft(symbol.qtyDecimals());
        out.writeArrayFieldStart("filters");
        writeGrid(out, "PRICE_FILTER", "Price", "tickSize", tick, tick.multiply(MAX_TICKS));
        writeGrid(out, "LOT_SIZE", "Qty", "stepSize", step, step.multiply(MAX_STEPS));
        writeGrid(out, "MARKET_LOT_SIZE", "Qty", "stepSize", BigDecimal.ZERO, step.multiply(MAX_MARKET_STEPS));
        out.writeStartObject();
        out.writeStringField("filterType", "NOTIONAL");
        out.writeStringField("minNotional", padded(symbol.minNotional()));
        out.writeBooleanField("applyMinToMarket", true);
        out.writeStringField("maxNotional", padded(BigDecimal.valueOf(9_000_000)));
        out.writeBooleanField("applyMaxToMarket", false);
        out.writeNumberField("avgPriceMins", 5);
        out.writeEndObject();
        out.writeStartObject();
        out.writeStringField("filterType", "MAX_NUM_ORDERS");
        out.writeNumberField("maxNumOrders", 200);
        out.writeEndObject();
        out.writeEndArray();
    }

    /** The least value is one step, as at the exchange. */
    private static void writeGrid(JsonGenerator out, String type, String of, String stepKey, BigDecimal step,
                                  BigDecimal max) throws IOException {
        out.writeStartObject();
        out.writeStringField("filterType", type);
        out.writeStringField("min" + of, padded(step));
        out.writeStringField("max" + of, padded(max));
        out.writeStringField(stepKey, padded(step));
        out.writeEndObject();
    }

    private static void writeTexts(JsonGenerator out, String name, String... texts) throws IOException {
        out.writeFieldName(name);
        out.writeArray(texts, 0, texts.length);
    }

    private static int precision(int decimals) {
        return Math.max(PRECISION, decimals);
    }

    private static String padded(BigDecimal value) {
        return value.setScale(precision(value.scale())).toPlainString();
    }
}
