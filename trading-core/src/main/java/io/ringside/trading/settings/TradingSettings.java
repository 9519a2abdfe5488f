package io.ringside.trading.settings;

import io.ringside.core.event.DecimalParser;
import io.ringside.trading.market.Fees;
import io.ringside.trading.paper.PaperSettings;
import io.ringside.trading.risk.RiskLimits;
import io.ringside.trading.strategy.StrategyConfig;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The settings that affect trading decisions. Amounts end with their asset: {@code 100USDT,0.001BTC}. */
public final class TradingSettings {

    public static final String BALANCES = "PAPER_BALANCES";

    private static final String FEE_MAKER = "FEE_MAKER";
    private static final String FEE_TAKER = "FEE_TAKER";

    public static final List<String> FEES = List.of(FEE_MAKER, FEE_TAKER);

    private static final String DEFAULT_BALANCES = "10000USDT";
    private static final Pattern AMOUNT = Pattern.compile("([0-9.]+)([A-Z][A-Z0-9]*)");
    /** Must follow the constants that reading needs. */
    private static final Set<String> NAMES = readWithDefaults();

    private final SettingsReader reader;

    public TradingSettings(SettingsReader reader) {
        this.reader = reader.part();
    }

    /** Whether that setting affects trading decisions: it is journaled with the run and can be changed in a what-if. */
    public static boolean isName(String name) {
        return NAMES.contains(name) || StrategySettings.isName(name);
    }

    /** Null after an error. */
    public TradingConfig read() {
        Map<String, BigDecimal> balances = amounts(BALANCES, DEFAULT_BALANCES);
        long latencyMs = reader.number("PAPER_LATENCY_MS", PaperSettings.DEFAULT_LATENCY_MS, 0,
            PaperSettings.MAX_LATENCY_MS);
        BigDecimal maker = rate(FEE_MAKER, Fees.DEFAULT.maker());
        BigDecimal taker = rate(FEE_TAKER, Fees.DEFAULT.taker());
        RiskLimits limits = limits();
        List<StrategyConfig> strategies = new StrategySettings(reader).read();
        if (!reader.isSound()) {
            return null;
        }
        return new TradingConfig(new PaperSettings(balances, latencyMs), new Fees(maker, taker), limits, strategies,
            words());
    }

    private RiskLimits limits() {
        RiskLimits safe = RiskLimits.DEFAULT;
        Map<String, BigDecimal> maxOrder = amounts("RISK_MAX_ORDER_NOTIONAL", safe.maxOrderNotional());
        Map<String, BigDecimal> maxPosition = amounts("RISK_MAX_POSITION", safe.maxPosition());
        Map<String, BigDecimal> maxDailyLoss = amounts("RISK_MAX_DAILY_LOSS", safe.maxDailyLoss());
        Map<String, BigDecimal> maxDrawdown = amounts("RISK_MAX_DRAWDOWN", safe.maxDrawdown());
        int maxOpen = (int) reader.number("RISK_MAX_OPEN_ORDERS", safe.maxOpenOrders(), 1, 1_000);
        int perMinute = (int) reader.number("RISK_MAX_ORDERS_PER_MINUTE", safe.maxOrdersPerMinute(), 1, 10_000);
        int offBps = (int) reader.number("RISK_MAX_PRICE_OFF_BPS", safe.maxPriceOffBps(), 1, 10_000);
        long ageMs = reader.number("RISK_MAX_QUOTE_AGE_MS", safe.maxQuoteAgeMs(), 1, 3_600_000);
        return new RiskLimits(maxOrder, maxPosition, maxDailyLoss, maxDrawdown, maxOpen, perMinute, offBps, ageMs);
    }

    private Map<String, BigDecimal> amounts(String name, Map<String, BigDecimal> defaults) {
        return reader.has(name) ? amounts(name, "") : defaults;
    }

    private Map<String, BigDecimal> amounts(String name, String defaults) {
        Map<String, BigDecimal> amounts = new TreeMap<>();
        reader.list(name, defaults, word -> {
            if (amounts.put(asset(word), amount(word)) != null) {
                throw new IllegalArgumentException(asset(word) + " has more than one amount");
            }
            return word;
        });
        return amounts;
    }

    private static String asset(String word) {
        return matched(word).group(2);
    }

    private static BigDecimal amount(String word) {
        String number = matched(word).group(1);
        if (!new DecimalParser().parse(number)) {
            throw notAnAmount(word);
        }
        return new BigDecimal(number);
    }

    private static Matcher matched(String word) {
        Matcher matcher = AMOUNT.matcher(word.toUpperCase(Locale.ROOT));
        if (!matcher.matches()) {
            throw notAnAmount(word);
        }
        return matcher;
    }

    private static IllegalArgumentException notAnAmount(String word) {
        return new IllegalArgumentException("'" + word + "' is not an amount; expected e.g. 100USDT");
    }

    private BigDecimal rate(String name, BigDecimal defaultRate) {
        String text = reader.text(name, defaultRate.toPlainString());
        if (!new DecimalParser().parse(text) || new BigDecimal(text).compareTo(BigDecimal.ONE) >= 0) {
            reader.error(name + " is '" + text + "', allowed are rates from 0 to below 1, like 0.001");
            return defaultRate;
        }
        return new BigDecimal(text);
    }

    /** Whatever was asked for and is set: a setting that is read is journaled with the run, and none is forgotten. */
    private Map<String, String> words() {
        Map<String, String> words = new TreeMap<>();
        for (String name : reader.asked()) {
            if (reader.has(name)) {
                words.put(name, reader.text(name, ""));
            }
        }
        return words;
    }

    private static Set<String> readWithDefaults() {
        TradingSettings defaults = new TradingSettings(new SettingsReader(Map.of()));
        defaults.read();
        return defaults.reader.asked();
    }
}
