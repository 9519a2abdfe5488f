package io.ringside.binance.rules;

import io.ringside.trading.market.Fees;
import java.net.URI;
import java.nio.file.Path;
import java.util.Objects;
import okhttp3.HttpUrl;

/**
 * Where trading rules come from.
 *
 * @param restBase  base of the venue's REST interface, http or https, see {@link RestBase#of}
 * @param cacheFile where the last rules are kept for a start without the venue; null for nowhere
 * @param fees      rates of every symbol: the venue tells them only to an account
 * @param timeoutMs for everything that is asked of the venue together, 1 to 60,000
 */
public record RulesConfig(URI restBase, Path cacheFile, Fees fees, long timeoutMs) {

    public static final long DEFAULT_TIMEOUT_MS = 3_000;

    private static final long MAX_TIMEOUT_MS = 60_000;

    public RulesConfig {
        Objects.requireNonNull(fees, "fees");
        if (HttpUrl.parse(restBase.toString()) == null || restBase.getQuery() != null
            || restBase.getFragment() != null || restBase.getUserInfo() != null) {
            throw new IllegalArgumentException(
                "restBase is '" + restBase + "', allowed are http://HOST[:PORT] and https://HOST[:PORT]");
        }
        if (timeoutMs < 1 || timeoutMs > MAX_TIMEOUT_MS) {
            throw new IllegalArgumentException("timeoutMs is " + timeoutMs + ", allowed are 1 to " + MAX_TIMEOUT_MS);
        }
    }

    /** The default timeout. */
    public static RulesConfig of(URI restBase, Path cacheFile, Fees fees) {
        return new RulesConfig(restBase, cacheFile, fees, DEFAULT_TIMEOUT_MS);
    }

    /** The same, kept nowhere. */
    public RulesConfig withoutCache() {
        return new RulesConfig(restBase, null, fees, timeoutMs);
    }

    HttpUrl httpUrl() {
        return HttpUrl.get(restBase.toString());
    }
}
