package io.ringside.trading.market;

import io.ringside.core.event.Origin;
import io.ringside.core.event.Symbols;
import io.ringside.trading.account.Fill;
import io.ringside.trading.decision.AccountId;
import io.ringside.trading.decision.Cause;
import io.ringside.trading.decision.Decision;
import io.ringside.trading.decision.Intent;
import io.ringside.trading.decision.OrderType;
import io.ringside.trading.decision.Side;
import io.ringside.trading.decision.TimeInForce;
import io.ringside.trading.market.Filters.Notional;
import io.ringside.trading.order.OrderRequest;
import io.ringside.trading.snapshot.SnapshotPart;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;

/** Instruments, requests and fills as the tests of trading need them. */
public final class TradeFixtures {

    public static final Symbols SYMBOLS = Symbols.of("BTCUSDT", "ETHUSDT", "ETHBTC", "BNBUSDT");
    public static final Instrument BTCUSDT = instrument(0, "BTC", "USDT", true);
    public static final Instrument ETHUSDT = instrument(1, "ETH", "USDT", true);
    public static final Instrument ETHBTC = instrument(2, "ETH", "BTC", true);
    public static final Instrument BNBUSDT = instrument(3, "BNB", "USDT", true);
    public static final List<Instrument> KNOWN = List.of(BTCUSDT, ETHUSDT, ETHBTC, BNBUSDT);
    public static final Instruments INSTRUMENTS = new Instruments(SYMBOLS, KNOWN);

    private TradeFixtures() {
    }

    /** Prices in steps of 0.01 up to 1,000,000; quantities in steps of 0.001 up to 100, market ones up to 10. */
    public static Instrument instrument(int symbolId, String base, String quote, boolean minOnMarket) {
        return new Instrument(symbolId, base + quote, base, quote,
            Filters.of(new Grid(-2, 1, 1, 100_000_000), new Grid(-5, 100, 100, 10_000_000),
                new Grid(-5, 100, 100, 1_000_000), Notional.atLeast(new BigDecimal("5"), minOnMarket)),
            8, 8, Fees.DEFAULT, true);
    }

    public static Fill fill(Instrument instrument, Side side, String qty, String price, String fee, String feeAsset) {
        return fill(OrderRequest.USER, instrument, side, qty, price, fee, feeAsset);
    }

    public static Fill fill(String source, Instrument instrument, Side side, String qty, String price, String fee,
                            String feeAsset) {
        return new Fill(1, source, instrument.symbolId(), instrument, side, new BigDecimal(qty),
            new BigDecimal(price), new BigDecimal(fee), feeAsset, 5, 6);
    }

    /** {@code qty} in hundred-thousandths, {@code price} in hundredths. */
    public static OrderRequest limit(Instrument instrument, Side side, long qty, long price) {
        return new OrderRequest(instrument, side, OrderType.LIMIT, TimeInForce.GTC, qty, price, TradeEvents.ORIGIN,
            OrderRequest.USER, "");
    }

    public static OrderRequest market(Instrument instrument, Side side, long qty) {
        return new OrderRequest(instrument, side, OrderType.MARKET, TimeInForce.GTC, qty, 0, TradeEvents.ORIGIN,
            OrderRequest.USER, "");
    }

    /** Of an order that may make the book larger and is a part of no plan. */
    public static Cause entry(Origin origin, String source) {
        return new Cause(origin, source, Intent.ENTRY, 0);
    }

    public static Decision.OrderPlaced placed(long number, OrderRequest request, long epochNs) {
        return new Decision.OrderPlaced(number, AccountId.PAPER, "id-" + number, request.terms(),
            entry(request.origin(), request.source()), epochNs, "");
    }

    public static byte[] bytes(SnapshotPart part) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        part.save(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    public static <T extends SnapshotPart> T restarted(SnapshotPart saved, T fresh) throws IOException {
        fresh.load(new DataInputStream(new ByteArrayInputStream(bytes(saved))), saved.version());
        return fresh;
    }
}
