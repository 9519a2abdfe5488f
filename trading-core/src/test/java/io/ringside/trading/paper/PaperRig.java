package io.ringside.trading.paper;

import io.ringside.core.event.Decimals;
import io.ringside.core.event.OrderUpdate;
import io.ringside.core.event.Origin;
import io.ringside.core.event.PipelineEvent;
import io.ringside.core.event.Symbols;
import io.ringside.trading.decision.AccountId;
import io.ringside.trading.decision.Decision.OrderPlaced;
import io.ringside.trading.decision.OrderTerms;
import io.ringside.trading.decision.OrderType;
import io.ringside.trading.decision.Side;
import io.ringside.trading.decision.TimeInForce;
import io.ringside.trading.market.Fees;
import io.ringside.trading.market.Filters;
import io.ringside.trading.market.Filters.Notional;
import io.ringside.trading.market.Grid;
import io.ringside.trading.market.Instrument;
import io.ringside.trading.market.Instruments;
import io.ringside.trading.market.RingTime;
import io.ringside.trading.market.TradeFixtures;
import io.ringside.trading.order.Order;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** A venue between a clock that is turned by hand and a ring that is a list. Quantities of orders have 5 decimals. */
final class PaperRig {

    static final int BTC = 0;
    static final int ETH = 1;
    static final int UNKNOWN_RULES = 2;
    static final Symbols SYMBOLS = Symbols.of("BTCUSDT", "ETHUSDT", "XRPUSDT");
    static final Instrument BTCUSDT = instrument(BTC, "BTCUSDT", "BTC", true);
    static final Instrument ETHUSDT = instrument(ETH, "ETHUSDT", "ETH", true);
    static final long MS = 1_000_000;

    private final RingTime time = new RingTime();
    private final FakeRing ring = new FakeRing();
    private final PaperSettings settings;
    private final Instruments instruments;
    private PaperVenue venue;
    private long lastNumber;

    PaperRig(long latencyMs, Map<String, BigDecimal> balances, Instrument... known) {
        settings = new PaperSettings(balances, latencyMs);
        instruments = new Instruments(SYMBOLS, known.length == 0 ? List.of(BTCUSDT, ETHUSDT) : List.of(known));
        venue = newVenue();
        time.onEvent(1_000 * MS);
    }

    /** 10,000 USDT and 10 BTC, no latency. */
    static PaperRig rich() {
        return new PaperRig(0, Map.of("USDT", new BigDecimal(10_000), "BTC", BigDecimal.TEN));
    }

    /** Prices by 0.01, quantities by 0.0001; the maker pays a tenth of a percent, the taker two. */
    static Instrument instrument(int id, String symbol, String base, boolean trading) {
        return new Instrument(id, symbol, base, "USDT",
            Filters.of(new Grid(-2, 1, 100, 100_000_000), new Grid(-5, 10, 10, 9_000_000),
                new Grid(-5, 10, 10, 1_000_000), Notional.atLeast(new BigDecimal(5), true)),
            8, 8, new Fees(new BigDecimal("0.001"), new BigDecimal("0.002")), trading);
    }

    RingTime time() {
        return time;
    }

    FakeRing ring() {
        return ring;
    }

    PaperVenue venue() {
        return venue;
    }

    /** A quote with 8 decimals, as Binance sends them, from plain decimal text. */
    void quote(int symbolId, String bid, String bidQty, String ask, String askQty) {
        tick(symbolId, mantissa(bid), mantissa(bidQty), mantissa(ask), mantissa(askQty));
    }

    void tick(int symbolId, long bid, long bidQty, long ask, long askQty) {
        PipelineEvent event = new PipelineEvent();
        time.onEvent(time.epochNs() + 1);
        event.tick().set(symbolId, 1, 0, time.epochNs());
        event.tick().setQuote(-8, -8, bid, bidQty, ask, askQty);
        venue.onTick(event.tick(), 0);
        venue.retry();
    }

    void timer(long afterMs) {
        time.onTimer(time.epochNs() + afterMs * MS);
        venue.onTimer(time.epochNs(), 0);
        venue.retry();
    }

    Order market(Side side, long qty) {
        return order(BTCUSDT, side, OrderType.MARKET, TimeInForce.GTC, qty, 0);
    }

    /** A price with two decimals. */
    Order limit(Side side, TimeInForce timeInForce, long qty, long price) {
        return order(BTCUSDT, side, OrderType.LIMIT, timeInForce, qty, price);
    }

    Order order(Instrument instrument, Side side, OrderType type, TimeInForce timeInForce, long qty, long price) {
        lastNumber++;
        OrderTerms terms = new OrderTerms(instrument.symbolId(), side, type, timeInForce, qty,
            instrument.qty().exponent(), price, instrument.price().exponent());
        return new Order(new OrderPlaced(lastNumber, AccountId.PAPER, "RS-" + lastNumber, terms,
            TradeFixtures.entry(Origin.telegram(1, 2, 3, 4), "user"), time.epochNs(), ""), instrument);
    }

    Order submit(Order order) {
        if (!venue.submit(order.placed(), 0)) {
            throw new AssertionError("the venue takes no order");
        }
        return order;
    }

    /** The oldest answer comes out of the ring; null when there is none. */
    OrderUpdate deliver() {
        OrderUpdate update = ring.poll();
        if (update != null) {
            deliver(update);
        }
        return update;
    }

    void deliver(OrderUpdate update) {
        PipelineEvent event = new PipelineEvent();
        event.orderAck().set(update);
        venue.onOrderAck(event.orderAck(), 0);
    }

    /** Each answer as {@code RS-1 TRADE PARTIALLY_FILLED 0.00010@100.00}. */
    List<String> answers() {
        return ring.published().stream().map(PaperRig::text).toList();
    }

    String balance(String asset) {
        Balance balance = venue.balances().getOrDefault(asset, Balance.NOTHING);
        return plain(balance.free()) + " + " + plain(balance.locked());
    }

    byte[] saved() {
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream();
             DataOutputStream out = new DataOutputStream(bytes)) {
            venue.save(out);
            return bytes.toByteArray();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Goes on with a new venue that has only read what the present one wrote. */
    void reload() {
        byte[] bytes = saved();
        ring.loseUndelivered();
        venue = newVenue();
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            venue.load(in, venue.version());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        venue.retry();
    }

    private PaperVenue newVenue() {
        return new PaperVenue(settings, instruments, time, ring);
    }

    private static String text(OrderUpdate update) {
        String text = update.clientOrderId() + " " + update.execution() + " " + update.status();
        if (update.trade().qty() > 0) {
            text += " " + plain(Decimals.toBigDecimal(update.trade().qty(), update.qtyExponent())) + "@"
                + plain(Decimals.toBigDecimal(update.trade().price(), update.trade().priceExponent()));
        }
        return update.reason().isEmpty() ? text : text + ": " + update.reason();
    }

    private static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    private static long mantissa(String decimal) {
        return new BigDecimal(decimal).movePointRight(8).longValueExact();
    }
}
