package io.ringside.trading.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.core.event.Decimals;
import io.ringside.core.event.OrderUpdate;
import io.ringside.trading.account.Portfolio;
import io.ringside.trading.account.Position;
import io.ringside.trading.account.Worth.Touches;
import io.ringside.trading.decision.Decision.OrderPlaced;
import io.ringside.trading.decision.Side;
import io.ringside.trading.market.Instrument;
import io.ringside.trading.market.Instruments;
import io.ringside.trading.paper.Balance;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Money, who holds what at which cost, and profit, added up from the executions alone, without the portfolio. */
public final class AccountFold {

    private static final String NOBODY = "nobody";

    /** Of {@code asset}, held by {@code source}, counted in {@code in}. */
    private record Key(String asset, String source, String in) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            return (asset + " " + source + " " + in).compareTo(other.asset + " " + other.source + " " + other.in);
        }
    }

    private record Amount(BigDecimal qty, BigDecimal cost) {
        Amount plus(Amount other) {
            return new Amount(qty.add(other.qty), cost.add(other.cost));
        }
    }

    private record Piece(String in, Amount amount) {
    }

    private final Instruments instruments;
    private final Map<String, BigDecimal> balances = new TreeMap<>();
    private final Map<String, Piece> worths = new TreeMap<>();
    private final TreeMap<Key, Amount> lots = new TreeMap<>();
    private final Map<String, BigDecimal> earned = new TreeMap<>();
    private final Map<String, BigDecimal> otherFees = new TreeMap<>();

    public AccountFold(Instruments instruments, Map<String, BigDecimal> starting) {
        this.instruments = instruments;
        balances.putAll(starting);
    }

    public void value(String asset, String in, BigDecimal price) {
        worths.put(asset, new Piece(in, new Amount(BigDecimal.ONE, price)));
    }

    public void onTrade(OrderPlaced placed, OrderUpdate update) {
        BigDecimal qty = Decimals.toBigDecimal(update.trade().qty(), update.qtyExponent());
        BigDecimal price = Decimals.toBigDecimal(update.trade().price(), update.trade().priceExponent());
        BigDecimal fee = Decimals.toBigDecimal(update.trade().commission(), update.trade().commissionExponent());
        onTrade(placed.source(), instruments.of(placed), placed.side(), qty, price, fee,
            update.trade().commissionAsset());
    }

    /** One execution of a source's order. */
    public void onTrade(String source, Instrument instrument, Side side, BigDecimal qty, BigDecimal price,
                        BigDecimal fee, String feeAsset) {
        boolean isBuy = side == Side.BUY;
        String out = isBuy ? instrument.quoteAsset() : instrument.baseAsset();
        String in = isBuy ? instrument.baseAsset() : instrument.quoteAsset();
        BigDecimal paid = isBuy ? qty.multiply(price) : qty;
        BigDecimal received = isBuy ? qty : qty.multiply(price);

        List<Piece> pieces = pieces(source, out, paid, in, isBuy);
        add(balances, out, paid.negate());
        BigDecimal owed = fee;
        BigDecimal feeInKind = feeAsset.equals(in) ? fee.min(received) : BigDecimal.ZERO;
        BigDecimal rest = received;
        BigDecimal feeRest = feeInKind;
        for (Piece piece : pieces) {
            boolean isLast = piece == pieces.get(pieces.size() - 1);
            BigDecimal share = isLast ? rest : rounded(received, piece.amount.qty, paid).min(rest);
            BigDecimal feeShare = (isLast ? feeRest : rounded(feeInKind, share, received)).min(share).min(feeRest);
            rest = rest.subtract(share);
            feeRest = feeRest.subtract(feeShare);
            owed = owed.subtract(feeShare);
            add(balances, in, share.subtract(feeShare));
            receive(source, in, piece, share, feeShare);
        }
        if (owed.signum() > 0) {
            payFee(source, feeAsset, owed, isBuy && feeAsset.equals(out));
        }
    }

    /** What a source gives up for a quantity of an asset. */
    private List<Piece> pieces(String source, String asset, BigDecimal qty, String first, boolean isBuy) {
        List<Piece> pieces = new ArrayList<>();
        BigDecimal nobodys = take(source, asset, qty, first, pieces);
        if (nobodys.signum() > 0 || pieces.isEmpty()) {
            pieces.add(isBuy ? counted(asset, nobodys) : new Piece(NOBODY, new Amount(nobodys, BigDecimal.ZERO)));
        }
        return pieces;
    }

    private BigDecimal take(String source, String asset, BigDecimal qty, String first, List<Piece> into) {
        BigDecimal external = external(asset);
        List<Key> keys = new ArrayList<>(lots.keySet().stream().filter(key -> key.asset.equals(asset)).toList());
        keys.sort((one, other) -> {
            int own = Boolean.compare(other.source.equals(source), one.source.equals(source));
            int bySource = own != 0 ? own : one.source.compareTo(other.source);
            int preferred = bySource != 0 ? bySource : Boolean.compare(other.in.equals(first), one.in.equals(first));
            return preferred != 0 ? preferred : one.in.compareTo(other.in);
        });
        BigDecimal left = qty;
        BigDecimal nobodys = BigDecimal.ZERO;
        boolean externalAsked = false;
        for (Key key : keys) {
            if (!key.source.equals(source) && !externalAsked) {
                externalAsked = true;
                nobodys = left.min(external);
                left = left.subtract(nobodys);
            }
            BigDecimal part = left.min(lots.get(key).qty);
            if (part.signum() > 0) {
                into.add(new Piece(key.in, remove(key, part)));
                left = left.subtract(part);
            }
        }
        return nobodys.add(left);
    }

    private Amount remove(Key key, BigDecimal part) {
        Amount lot = lots.remove(key);
        BigDecimal cost = rounded(lot.cost, part, lot.qty);
        if (part.compareTo(lot.qty) < 0) {
            lots.put(key, new Amount(lot.qty.subtract(part), lot.cost.subtract(cost)));
        }
        return new Amount(part, cost);
    }

    private Piece counted(String asset, BigDecimal qty) {
        Piece worth = worths.get(asset);
        return worth == null ? new Piece(asset, new Amount(qty, qty))
            : new Piece(worth.in, new Amount(qty, qty.multiply(worth.amount.cost)));
    }

    private void receive(String source, String asset, Piece paid, BigDecimal qty, BigDecimal fee) {
        BigDecimal cost = paid.amount.cost;
        if (paid.in.equals(NOBODY)) {
            add(otherFees, asset, fee);
        } else if (paid.in.equals(asset)) {
            add(earned, source + " " + asset, qty.subtract(cost).subtract(fee));
        } else {
            BigDecimal feeCost = rounded(cost, fee, qty);
            add(earned, source + " " + paid.in, feeCost.negate());
            if (fee.compareTo(qty) < 0) {
                lots.merge(new Key(asset, source, paid.in), new Amount(qty.subtract(fee), cost.subtract(feeCost)),
                    Amount::plus);
            }
        }
    }

    public BigDecimal balance(String asset) {
        return balances.getOrDefault(asset, BigDecimal.ZERO);
    }

    private void payFee(String source, String asset, BigDecimal fee, boolean isPaymentToo) {
        List<Piece> pieces = new ArrayList<>();
        BigDecimal nobodys = take(source, asset, fee, asset, pieces);
        if (isPaymentToo && nobodys.signum() > 0) {
            pieces.add(counted(asset, nobodys));
        } else {
            add(otherFees, asset, nobodys);
        }
        add(balances, asset, fee.negate());
        pieces.forEach(piece -> add(earned, source + " " + piece.in, piece.amount.cost.negate()));
    }

    private BigDecimal external(String asset) {
        return balances.getOrDefault(asset, BigDecimal.ZERO).subtract(held(asset)).max(BigDecimal.ZERO);
    }

    /** By the user and all strategies. */
    public BigDecimal held(String asset) {
        return lots.entrySet().stream().filter(lot -> lot.getKey().asset.equals(asset)).map(lot -> lot.getValue().qty)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    public BigDecimal held(String source, String asset) {
        return lots.entrySet().stream()
            .filter(lot -> lot.getKey().asset.equals(asset) && lot.getKey().source.equals(source))
            .map(lot -> lot.getValue().qty).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Realised and unrealised profit less fees, counted in an asset; null while something has no mark. */
    public BigDecimal net(String asset, Touches touches) {
        BigDecimal net = BigDecimal.ZERO;
        for (Map.Entry<String, BigDecimal> one : earned.entrySet()) {
            net = one.getKey().endsWith(" " + asset) ? net.add(one.getValue()) : net;
        }
        for (Map.Entry<Key, Amount> lot : lots.entrySet()) {
            if (lot.getKey().in.equals(asset)) {
                BigDecimal worth = worth(lot.getKey().asset, asset, touches);
                if (worth == null) {
                    return null;
                }
                net = net.add(lot.getValue().qty.multiply(worth)).subtract(lot.getValue().cost);
            }
        }
        return net;
    }

    private BigDecimal worth(String asset, String in, Touches touches) {
        for (Instrument one : known()) {
            if (other(one, asset).equals(in)) {
                return rate(one, asset, touches);
            }
        }
        for (Instrument one : known()) {
            for (Instrument two : known()) {
                String over = other(one, asset);
                if (!over.isEmpty() && other(two, over).equals(in)) {
                    BigDecimal first = rate(one, asset, touches);
                    BigDecimal second = rate(two, over, touches);
                    return first == null || second == null ? null : first.multiply(second);
                }
            }
        }
        return null;
    }

    private List<Instrument> known() {
        List<Instrument> known = new ArrayList<>();
        for (int id = 0; id < instruments.symbols(); id++) {
            if (instruments.get(id) != null) {
                known.add(instruments.get(id));
            }
        }
        return known;
    }

    private static String other(Instrument instrument, String asset) {
        return instrument.baseAsset().equals(asset) ? instrument.quoteAsset()
            : instrument.quoteAsset().equals(asset) ? instrument.baseAsset() : "";
    }

    private static BigDecimal rate(Instrument instrument, String asset, Touches touches) {
        if (instrument.baseAsset().equals(asset)) {
            return touches.touch(Side.SELL, instrument.symbolId());
        }
        BigDecimal ask = touches.touch(Side.BUY, instrument.symbolId());
        return ask == null ? null : BigDecimal.ONE.divide(ask, 18, RoundingMode.HALF_EVEN);
    }

    public void shouldBe(Portfolio portfolio) {
        balances.forEach((asset, amount) ->
            assertThat(portfolio.balance(asset)).as(asset).isEqualByComparingTo(amount));
        assertThat(balances.keySet()).containsAll(portfolio.balances().keySet());
        assertThat(portfolio.positions()).as("positions").hasSameSizeAs(lots.keySet());
        for (Position position : portfolio.positions()) {
            Key key = new Key(position.asset(), position.source(), position.costAsset());
            assertThat(lots).containsKey(key);
            assertThat(position.qty()).as("%s", key).isEqualByComparingTo(lots.get(key).qty);
            assertThat(position.cost()).as("cost of %s", key).isEqualByComparingTo(lots.get(key).cost);
        }
        assertThat(portfolio.profits().otherFees().keySet()).isEqualTo(otherFees.keySet());
        otherFees.forEach((asset, fee) ->
            assertThat(portfolio.profits().otherFees().get(asset)).as("other fees").isEqualByComparingTo(fee));
    }

    public void shouldBe(Map<String, Balance> venue) {
        balances.forEach((asset, amount) -> assertThat(venue.containsKey(asset) ? venue.get(asset).total()
            : BigDecimal.ZERO).as(asset).isEqualByComparingTo(amount));
    }

    public void shouldHaveEarned(Portfolio portfolio, Touches touches) {
        for (String asset : portfolio.profits().assets()) {
            BigDecimal net = net(asset, touches);
            if (net != null) {
                assertThat(portfolio.profits().net(asset, touches).net()).as("earned in " + asset)
                    .isEqualByComparingTo(net);
            }
        }
    }

    /** {@code amount × part ÷ whole}. */
    private static BigDecimal rounded(BigDecimal amount, BigDecimal part, BigDecimal whole) {
        return part.compareTo(whole) == 0 ? amount
            : amount.multiply(part).divide(whole, 18, RoundingMode.HALF_EVEN).min(amount);
    }

    private static void add(Map<String, BigDecimal> amounts, String asset, BigDecimal amount) {
        if (amount.signum() != 0) {
            amounts.merge(asset, amount, BigDecimal::add);
        }
    }
}
