package io.ringside.trading.engine;

import io.ringside.core.event.Origin;
import io.ringside.trading.decision.AccountId;
import io.ringside.trading.market.Fees;
import io.ringside.trading.market.Filters;
import io.ringside.trading.market.Filters.Notional;
import io.ringside.trading.market.Grid;
import io.ringside.trading.market.Instrument;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The run that the property tests of the trading engine make: three symbols that share assets, one without trading
 * rules, one whose quote asset has no limits; small limits, so that each of them is met often.
 */
public final class EngineRun {

    public static final List<String> SYMBOLS = List.of("BTCUSDT", "ETHUSDT", "ETHBTC", "NEWUSDT", "BTCTRY");
    public static final long ALERT_CHAT = 777;
    public static final int CONNECTIONS = 2;
    public static final long START_EPOCH_NS = 1_764_000_000_000_000_000L;

    private static final String LIMITS = "RISK_MAX_";
    private static final int[] CONNECTION_OF = {0, 1, 0, 1, 0};
    private static final int[] PRICE_EXPONENTS = {-2, -2, -5, -2, 0};

    private EngineRun() {
    }

    /** {@code changes} are settings by name, over those that all runs share. */
    public static RunRecord of(long runId, Map<String, String> changes) {
        Map<String, String> settings = new TreeMap<>(Map.of(
            "PAPER_BALANCES", "10000USDT,0.1BTC,1ETH,500TRY",
            LIMITS + "ORDER_NOTIONAL", "1000USDT,0.02BTC",
            LIMITS + "POSITION", "1500USDT,0.03BTC",
            LIMITS + "DAILY_LOSS", "150USDT,0.004BTC",
            LIMITS + "DRAWDOWN", "250USDT,0.006BTC",
            LIMITS + "OPEN_ORDERS", "7",
            LIMITS + "ORDERS_PER_MINUTE", "30",
            LIMITS + "PRICE_OFF_BPS", "300",
            LIMITS + "QUOTE_AGE_MS", "2000",
            "STRATEGY", "on"));
        settings.put("STRATEGY_PARAMETERS", "fast=3 slow=9 size=150 cooldown=2s");
        settings.putAll(changes);
        return new RunRecord(runId, SYMBOLS, CONNECTION_OF, CONNECTIONS, START_EPOCH_NS,
            Origin.telegram(0, ALERT_CHAT, 0, 0), true, settings, List.of(
                instrument(0, "BTC", "USDT", 1), instrument(1, "ETH", "USDT", 10), instrument(2, "ETH", "BTC", 10),
                instrument(4, "BTC", "TRY", 1)), AccountId.PAPER);
    }

    public static int connectionOf(int symbolId) {
        return CONNECTION_OF[symbolId];
    }

    public static int priceExponent(int symbolId) {
        return PRICE_EXPONENTS[symbolId];
    }

    private static Instrument instrument(int symbolId, String base, String quote, long qtyStep) {
        BigDecimal minNotional = new BigDecimal(quote.equals("BTC") ? "0.0001" : "5");
        return new Instrument(symbolId, base + quote, base, quote,
            Filters.of(new Grid(PRICE_EXPONENTS[symbolId], 1, 1, 100_000_000),
                new Grid(-5, qtyStep, qtyStep, 10_000_000), new Grid(-5, qtyStep, qtyStep, 1_000_000),
                Notional.atLeast(minNotional, symbolId != 1)),
            8, 8, new Fees(new BigDecimal("0.0007"), new BigDecimal("0.001")), true);
    }
}
