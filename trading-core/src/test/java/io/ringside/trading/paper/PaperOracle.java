package io.ringside.trading.paper;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.core.event.Decimals;
import io.ringside.core.event.OrderUpdate;
import io.ringside.core.event.OrderUpdate.ExecutionType;
import io.ringside.trading.decision.Side;
import io.ringside.trading.market.Instrument;
import io.ringside.trading.order.Order;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Judges the answers of a whole run by what was sent and quoted, knowing nothing of how the venue works. Every quote
 * has a time of its own, so an execution's time tells which quote it was made against. Quotes that repeat a side
 * display its quantity once.
 */
final class PaperOracle {

    /** With the times since which each side has been the same. */
    private record Quote(BigDecimal bid, BigDecimal bidQty, BigDecimal ask, BigDecimal askQty, long bidSince,
                         long askSince) {
    }

    private final Map<String, Order> sent = new HashMap<>();
    private final List<TreeMap<Long, Quote>> quotes = List.of(new TreeMap<>(), new TreeMap<>());
    private final Map<String, BigDecimal> totals = new HashMap<>();
    private final Map<String, List<OrderUpdate>> answers = new HashMap<>();
    private final Map<String, BigDecimal> takenByQuote = new HashMap<>();

    PaperOracle(Map<String, BigDecimal> balances) {
        totals.putAll(balances);
    }

    void onSent(Order order) {
        sent.put(order.clientOrderId(), order);
    }

    /** All on exponent -8. */
    void onQuote(int symbolId, long epochNs, long bid, long bidQty, long ask, long askQty) {
        Map.Entry<Long, Quote> last = quotes.get(symbolId).lastEntry();
        boolean sameBid = last != null && last.getValue().bid().equals(value(bid))
            && last.getValue().bidQty().equals(value(bidQty));
        boolean sameAsk = last != null && last.getValue().ask().equals(value(ask))
            && last.getValue().askQty().equals(value(askQty));
        quotes.get(symbolId).put(epochNs, new Quote(value(bid), value(bidQty), value(ask), value(askQty),
            sameBid ? last.getValue().bidSince() : epochNs, sameAsk ? last.getValue().askSince() : epochNs));
    }

    /** Reads all answers of a run after whose end nothing is open. */
    void judge(List<OrderUpdate> all, Map<String, Balance> balances) {
        for (OrderUpdate update : all) {
            assertThat(sent).as("answer to what was not taken: %s", update).containsKey(update.clientOrderId());
            answers.computeIfAbsent(update.clientOrderId(), id -> new ArrayList<>()).add(update);
            if (update.execution() == ExecutionType.TRADE) {
                judgeTrade(sent.get(update.clientOrderId()), update);
            }
        }
        assertThat(answers.keySet()).isEqualTo(sent.keySet());
        answers.values().forEach(PaperOracle::judgeCourse);
        balances.forEach((asset, balance) -> {
            assertThat(balance.locked()).as(asset).isEqualByComparingTo(BigDecimal.ZERO);
            assertThat(balance.free()).as(asset).isEqualByComparingTo(totals.get(asset));
        });
        assertThat(all).extracting(OrderUpdate::epochNs).isSorted();
    }

    private void judgeTrade(Order order, OrderUpdate trade) {
        Instrument instrument = order.instrument();
        boolean isBuy = order.side() == Side.BUY;
        Map.Entry<Long, Quote> quoted = quotes.get(trade.symbolId()).floorEntry(trade.epochNs());
        BigDecimal touch = isBuy ? quoted.getValue().ask() : quoted.getValue().bid();
        BigDecimal displayed = isBuy ? quoted.getValue().askQty() : quoted.getValue().bidQty();
        BigDecimal price = Decimals.toBigDecimal(trade.trade().price(), trade.trade().priceExponent());
        BigDecimal qty = instrument.qty().value(trade.trade().qty());
        if (!order.isMarket()) {
            BigDecimal limit = instrument.price().value(order.price());
            assertThat(isBuy ? limit.subtract(touch) : touch.subtract(limit)).as("%s", trade).isNotNegative();
            assertThat(price.compareTo(limit) == 0 || price.compareTo(touch) == 0).as("%s", trade).isTrue();
        } else {
            assertThat(price).as("%s", trade).isEqualByComparingTo(touch);
        }
        long since = isBuy ? quoted.getValue().askSince() : quoted.getValue().bidSince();
        String quote = trade.symbolId() + " " + since + " " + order.side();
        BigDecimal taken = takenByQuote.merge(quote, qty, BigDecimal::add);
        assertThat(taken).as("%s of %s", trade, quote).isLessThanOrEqualTo(displayed);
        assertThat(trade.trade().qty() % instrument.qty().step()).isZero();
        book(isBuy, instrument, qty, price.multiply(qty), trade);
    }

    private void book(boolean isBuy, Instrument instrument, BigDecimal base, BigDecimal quote, OrderUpdate trade) {
        totals.merge(instrument.baseAsset(), isBuy ? base : base.negate(), BigDecimal::add);
        totals.merge(instrument.quoteAsset(), isBuy ? quote.negate() : quote, BigDecimal::add);
        assertThat(trade.trade().commissionAsset()).isEqualTo(isBuy ? instrument.baseAsset() : instrument.quoteAsset());
        BigDecimal fee = Decimals.toBigDecimal(trade.trade().commission(), trade.trade().commissionExponent());
        BigDecimal received = isBuy ? base : quote;
        assertThat(fee).as("%s", trade).isBetween(received.multiply(instrument.fees().maker()),
            received.multiply(instrument.fees().taker()).add(new BigDecimal("0.00000001")));
        totals.merge(trade.trade().commissionAsset(), fee.negate(), BigDecimal::add);
    }

    /** Accepted once before anything else, quantities that add up, one end, and after it only answers to questions. */
    private static void judgeCourse(List<OrderUpdate> course) {
        List<OrderUpdate> own = course.stream()
            .filter(update -> !update.reason().equals(Matcher.UNKNOWN_ORDER) && !isState(update, course)).toList();
        long filled = 0;
        for (OrderUpdate update : own) {
            filled += update.trade().qty();
            assertThat(update.cumulativeQty()).as("%s", course).isEqualTo(filled);
        }
        assertThat(own.stream().filter(PaperOracle::isEnd)).as("%s", course).hasSize(1);
        assertThat(isEnd(own.get(own.size() - 1))).as("%s", course).isTrue();
        assertThat(own.get(0).execution()).as("%s", course).isIn(ExecutionType.NEW, ExecutionType.REJECTED);
    }

    /** An answer to a question: it looks as an acceptance, but is not the first answer. */
    private static boolean isState(OrderUpdate update, List<OrderUpdate> course) {
        return update.execution() == ExecutionType.NEW && update != course.get(0);
    }

    private static boolean isEnd(OrderUpdate update) {
        return switch (update.status()) {
            case FILLED, CANCELED, REJECTED, EXPIRED -> true;
            case NEW, ACCEPTED, PARTIALLY_FILLED, UNKNOWN -> false;
        };
    }

    private static BigDecimal value(long mantissa) {
        return Decimals.toBigDecimal(mantissa, -8);
    }
}
