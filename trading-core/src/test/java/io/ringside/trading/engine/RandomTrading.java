package io.ringside.trading.engine;

import io.ringside.core.command.CommandRequest;
import io.ringside.core.command.Verb;
import io.ringside.core.event.FeedStatus;
import io.ringside.core.event.Origin;
import io.ringside.core.event.PipelineEvent;
import io.ringside.trading.market.Grid;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/**
 * What a market, a feed and users send: prices that walk and jump, thin and one-sided quotes, clocks set back, lost
 * connections, every command in every form that the gateways let through, some delivered twice.
 */
public final class RandomTrading {

    private static final long MS = TimeUnit.MILLISECONDS.toNanos(1);
    private static final String[] QUERIES = {"orders", "positions", "balance", "pnl", "help", "status"};
    private static final String[] STRATEGY = {"on", "on", "off", "status", "", "set size=80", "set fast=2 slow=5",
        "set fast=2s slow=5s", "set fast=9 slow=3", "set symbols=ETHUSDT,ETHBTC", "set symbols=all cooldown=0s",
        "set symbols=NEWUSDT", "set fast=4 slow=12 size=90.5 cooldown=1s", "set size=1", "set speed=1"};
    private static final int KEPT_COMMANDS = 60;

    private final SplittableRandom random;
    private final PipelineEvent event = new PipelineEvent();
    private final BigDecimal[] mids = {new BigDecimal("60000"), new BigDecimal("3000"), new BigDecimal("0.05"),
        new BigDecimal("1"), new BigDecimal("2500000")};
    private final FeedStatus[] feeds = {FeedStatus.DOWN, FeedStatus.DOWN};
    private final List<PipelineEvent> commands = new ArrayList<>();
    private long nowEpochNs = EngineRun.START_EPOCH_NS;
    private long updateId;
    private long messageId;

    public RandomTrading(SplittableRandom random) {
        this.random = random;
    }

    /** The next event, valid until the one after it. */
    public PipelineEvent next() {
        int dice = random.nextInt(100);
        if (dice < 62) {
            tick();
        } else if (dice < 75) {
            timer();
        } else if (dice < 97) {
            command();
        } else {
            feedState(random.nextInt(EngineRun.CONNECTIONS));
        }
        return event;
    }

    /** A tick of time, in which nothing else happens. */
    public PipelineEvent pass(long ms) {
        nowEpochNs += ms * MS;
        event.timer().set(nowEpochNs);
        return event;
    }

    /** A connection comes up. */
    public PipelineEvent up(int connection) {
        return feed(connection, FeedStatus.UP);
    }

    /** A generous quote at the price where the symbol stands. */
    public PipelineEvent quote(int symbolId) {
        return quote(symbolId, 10_000_000_000L, 10_000_000_000L);
    }

    private void tick() {
        nowEpochNs += random.nextInt(250) * MS;
        int symbolId = random.nextInt(EngineRun.SYMBOLS.size());
        int bps = random.nextInt(150) == 0 ? random.nextInt(501) - 250 : random.nextInt(21) - 10;
        mids[symbolId] = mids[symbolId].multiply(BigDecimal.valueOf(10_000 + bps))
            .divide(BigDecimal.valueOf(10_000), 8, RoundingMode.HALF_EVEN);
        quote(symbolId, qty(), qty());
        if (random.nextInt(80) == 0) {
            boolean asks = random.nextBoolean();
            event.tick().setQuote(-8, -8, asks ? event.tick().bidPrice() : 0, asks ? event.tick().bidQty() : 0,
                asks ? 0 : event.tick().askPrice(), asks ? 0 : event.tick().askQty());
        }
    }

    private PipelineEvent quote(int symbolId, long bidQty, long askQty) {
        Grid grid = new Grid(EngineRun.priceExponent(symbolId), 1, 1, Long.MAX_VALUE);
        long scale = BigDecimal.TEN.pow(8 + grid.exponent()).longValueExact();
        long bid = grid.floor(mids[symbolId]) * scale;
        event.tick().set(symbolId, ++updateId, nowEpochNs, nowEpochNs);
        event.tick().setQuote(-8, -8, bid, bidQty, bid + scale * (1 + random.nextInt(3)), askQty);
        return event;
    }

    private long qty() {
        return random.nextInt(3) == 0 ? random.nextInt(400_000) : random.nextInt(50_000_000);
    }

    private void timer() {
        int dice = random.nextInt(400);
        if (dice == 0) {
            nowEpochNs -= random.nextLong(TimeUnit.MINUTES.toNanos(2));
        } else if (dice == 1) {
            nowEpochNs += random.nextLong(TimeUnit.HOURS.toNanos(9));
        } else {
            nowEpochNs += random.nextInt(dice < 20 ? 3_000 : 200) * MS;
        }
        event.timer().set(nowEpochNs);
    }

    private void feedState(int connection) {
        boolean up = feeds[connection] != FeedStatus.UP || random.nextInt(3) > 0;
        feed(connection, up ? FeedStatus.UP : FeedStatus.of(random.nextInt(2)));
    }

    private PipelineEvent feed(int connection, FeedStatus status) {
        feeds[connection] = status;
        event.feedState().set(connection, status, nowEpochNs, "as the dice fell");
        return event;
    }

    private void command() {
        if (!commands.isEmpty() && random.nextInt(15) == 0) {
            event.copyFrom(commands.get(random.nextInt(commands.size())));
            return;
        }
        int dice = random.nextInt(100);
        if (dice < 33) {
            command(Verb.BUY, order(false));
        } else if (dice < 55) {
            command(Verb.SELL, order(true));
        } else if (dice < 66) {
            command(Verb.CANCEL, random.nextInt(3) == 0 ? "all" : number());
        } else if (dice < 69) {
            command(Verb.CLOSEALL, "");
        } else if (dice < 71) {
            command(Verb.STOP, "");
        } else if (dice < 73) {
            command(Verb.PAUSE, "");
        } else if (dice < 83) {
            command(Verb.START, "");
        } else if (dice < 88) {
            command(Verb.STRATEGY, STRATEGY[random.nextInt(STRATEGY.length)]);
        } else if (dice < 91) {
            command(Verb.WHY, number());
        } else if (dice < 94) {
            command(Verb.TRADES, random.nextBoolean() ? "" : "" + (1 + random.nextInt(100)));
        } else {
            command(Verb.valueOf(QUERIES[random.nextInt(QUERIES.length)].toUpperCase(Locale.ROOT)), "");
        }
    }

    private void command(Verb verb, String arguments) {
        boolean typed = random.nextInt(4) == 0;
        Origin origin = typed ? Origin.CONSOLE
            : Origin.telegram(5, random.nextBoolean() ? 100 : -200, random.nextInt(2), ++messageId);
        new CommandRequest(origin, ++updateId, verb, arguments, nowEpochNs / MS, nowEpochNs).writeTo(event.command());
        commands.add(HandRing.copy(event));
        if (commands.size() > KEPT_COMMANDS) {
            commands.remove(0);
        }
    }

    private String order(boolean sale) {
        int symbolId = random.nextInt(12) == 0 ? random.nextInt(5) : random.nextInt(3);
        String words = EngineRun.SYMBOLS.get(symbolId) + " " + amount(symbolId, sale);
        if (random.nextInt(5) < 2) {
            return words;
        }
        int offBps = random.nextInt(10) == 0 ? random.nextInt(1_200) - 600 : random.nextInt(120) - 60;
        BigDecimal price = mids[symbolId].multiply(BigDecimal.valueOf(10_000 + offBps)).movePointLeft(4);
        String text = random.nextInt(200) == 0 ? "0.0000001"
            : price.setScale(8, RoundingMode.HALF_EVEN).toPlainString();
        return words + " " + text + new String[] {"", "", " GTC", " IOC", " FOK"}[random.nextInt(5)];
    }

    private String amount(int symbolId, boolean sale) {
        if (sale && random.nextInt(4) == 0) {
            return "all";
        }
        String symbol = EngineRun.SYMBOLS.get(symbolId);
        String quote = symbol.endsWith("USDT") ? "USDT" : symbol.substring(3);
        BigDecimal worth = BigDecimal.valueOf(random.nextInt(random.nextInt(6) == 0 ? 2_000 : 300) + 1L);
        BigDecimal inQuote = quote.equals("BTC") ? worth.movePointLeft(5) : worth;
        if (random.nextInt(3) == 0) {
            return inQuote.toPlainString() + (random.nextInt(9) == 0 ? "BNB" : quote);
        }
        BigDecimal qty = random.nextInt(40) == 0 ? new BigDecimal("99999999999999")
            : inQuote.divide(mids[symbolId], 7, RoundingMode.UP);
        return qty.toPlainString() + (random.nextInt(4) == 0 ? symbol.substring(0, symbol.length() - quote.length())
            : "");
    }

    private String number() {
        return "" + (1 + random.nextInt(1 + (int) (messageId / 2)));
    }
}
