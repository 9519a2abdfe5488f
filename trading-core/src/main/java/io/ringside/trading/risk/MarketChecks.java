package io.ringside.trading.risk;

import io.ringside.core.event.FeedStatus;
import io.ringside.trading.decision.Side;
import io.ringside.trading.market.FeedHealth;
import io.ringside.trading.market.RingTime;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.concurrent.TimeUnit;

/**
 * The risk checks that look at the market: whether the symbol trades, the state of its feed, the age of its quote, and
 * the distance of a limit price from it.
 *
 * <p><em>Threading:</em> the ring thread.
 */
final class MarketChecks {

    private static final BigDecimal BPS = BigDecimal.valueOf(10_000);

    private final RiskLimits limits;
    private final FeedHealth health;
    private final RingTime time;

    MarketChecks(RiskLimits limits, FeedHealth health, RingTime time) {
        this.limits = limits;
        this.health = health;
        this.time = time;
    }

    void checkTrading(OrderCheck check) {
        if (check.instrument().trading()) {
            check.lines().pass("symbol trading", "", "yes");
        } else {
            check.lines().reject("symbol trading", "", "no",
                "the venue takes no orders for " + check.instrument().symbol() + " now");
        }
    }

    void checkFeed(OrderCheck check) {
        int connection = health.connectionOf(check.instrument().symbolId());
        FeedStatus status = health.status(connection);
        if (status == FeedStatus.UP) {
            check.lines().pass("feed state", "UP", "UP");
        } else {
            check.lines().reject("feed state", "UP", status.name(), "feed " + connection + " of "
                + check.instrument().symbol() + " is " + status + " (" + health.reason(connection)
                + "), it must be UP");
        }
    }

    void checkQuoteAge(OrderCheck check) {
        String name = "max quote age";
        String limit = limits.maxQuoteAgeMs() + " ms";
        if (check.touch() == null) {
            String side = check.request().side() == Side.BUY ? "ask" : "bid";
            String missing = check.tick() == null ? "no quote of " : "no " + side + " for ";
            check.lines().reject(name, limit, "none", missing + check.instrument().symbol()
                + (check.tick() == null ? " has come in this run" : " in its newest quote"));
            return;
        }
        long ageNs = Math.max(time.epochNs() - check.tick().receivedEpochNs(), 0);
        long ageMs = Math.floorDiv(ageNs + TimeUnit.MILLISECONDS.toNanos(1) - 1, TimeUnit.MILLISECONDS.toNanos(1));
        check.lines().atMost(name, BigDecimal.valueOf(ageMs), BigDecimal.valueOf(limits.maxQuoteAgeMs()), "ms");
    }

    /** Of entries, in both directions: too far in the book trades at a bad price, too far from it is a typo. */
    void checkPriceBand(OrderCheck check) {
        String name = "price band";
        if (check.isMarket()) {
            check.lines().skip(name, "limit orders only");
        } else if (check.exit()) {
            check.lines().skip(name, OrderCheck.ENTRIES_ONLY);
        } else if (check.touch() == null) {
            check.lines().skip(name, OrderCheck.NO_QUOTE);
        } else {
            BigDecimal offBps = check.price().subtract(check.touch()).abs().multiply(BPS)
                .divide(check.touch(), 2, RoundingMode.CEILING);
            check.lines().atMost(name, offBps, BigDecimal.valueOf(limits.maxPriceOffBps()), "bps");
        }
    }
}
