package io.ringside.trading.report;

import io.ringside.trading.account.Fill;
import io.ringside.trading.account.Ledger;
import io.ringside.trading.account.Position;
import io.ringside.trading.account.Profit;
import io.ringside.trading.account.TradingBooks;
import io.ringside.trading.decision.Side;
import io.ringside.trading.desk.OrderNotifier;
import io.ringside.trading.desk.Rationale;
import io.ringside.trading.order.Order;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The answers to questions about our own trades: plain text, one matter a line. Made of journaled state only, so that a
 * replay says the same.
 *
 * <p><em>Threading:</em> the ring thread.
 */
public final class TradeReports {

    private static final int SHOWN_ENDED = 5;
    private static final int DEFAULT_TRADES = 10;
    private static final int AVERAGE_DECIMALS = 8;

    private final TradingBooks books;

    public TradeReports(TradingBooks books) {
        this.books = books;
    }

    public String orders() {
        StringBuilder out = new StringBuilder();
        for (Order order : books.orders().open()) {
            out.append(line(order)).append('\n');
        }
        if (out.length() == 0) {
            out.append("no open orders\n");
        }
        for (Order order : books.orders().ended(SHOWN_ENDED)) {
            out.append(line(order)).append('\n');
        }
        return out.toString().stripTrailing();
    }

    public String positions() {
        String lines = books.ledger().positions().stream().filter(Position::isHeld)
            .map(this::line).collect(Collectors.joining("\n"));
        return lines.isEmpty() ? "no positions" : lines;
    }

    public String balance() {
        String lines = books.ledger().balances().entrySet().stream().filter(amount -> amount.getValue().signum() != 0)
            .map(amount -> amount.getKey() + " " + plain(amount.getValue())).collect(Collectors.joining("\n"));
        return lines.isEmpty() ? "the account is empty" : lines;
    }

    public String profit() {
        Ledger ledger = books.ledger();
        StringBuilder out = new StringBuilder();
        for (String asset : ledger.quoteAssets()) {
            Profit profit = ledger.net(asset, books::bid);
            out.append(asset).append(" net ").append(plain(profit.net()))
                .append(" = realised ").append(plain(profit.realised()))
                .append(" + unrealised ").append(plain(profit.unrealised()))
                .append(" - fees ").append(plain(profit.fees())).append('\n');
        }
        for (Map.Entry<String, BigDecimal> fee : ledger.otherFees().entrySet()) {
            out.append("fees taken in ").append(fee.getKey()).append(", not in the above: ")
                .append(plain(fee.getValue())).append('\n');
        }
        return out.length() == 0 ? "nothing has been traded" : out.toString().stripTrailing();
    }

    public String summary() {
        return books.orders().nextNumber() - 1 + " orders, " + books.ledger().executions() + " executions\n" + profit();
    }

    /** The newest executions; as many as usual for 0. */
    public String trades(int count) {
        int most = count == 0 ? DEFAULT_TRADES : count;
        String lines = books.ledger().fills(most).stream().map(TradeReports::line).collect(Collectors.joining("\n"));
        return lines.isEmpty() ? "nothing has been traded" : lines;
    }

    public String why(long number) {
        Order order = books.orders().find(number);
        if (order == null) {
            return "✗ no order #" + number + " is known; the last 500 that ended are kept";
        }
        return order.text() + "\n" + order.placed().rationale() + "\nvenue: " + venue(order);
    }

    private static String venue(Order order) {
        if (order.ackedEpochNs() == 0) {
            return "no answer yet, " + order.status();
        }
        return order.status() + (order.reason().isEmpty() ? "" : ", " + order.reason())
            + OrderNotifier.executed(order) + ", order id " + order.exchangeOrderId() + ", client order id "
            + order.clientOrderId() + ", first answer after " + us(order, order.ackedEpochNs())
            + ", last after " + us(order, order.updatedEpochNs());
    }

    private static String us(Order order, long epochNs) {
        return (epochNs - order.placed().epochNs()) / 1_000 + " us";
    }

    private static String line(Order order) {
        return order.text() + ": " + order.status().name().toLowerCase(Locale.ROOT).replace('_', ' ')
            + OrderNotifier.executed(order);
    }

    private String line(Position position) {
        String entry = plain(position.averageEntry(AVERAGE_DECIMALS));
        String text = position.symbol() + " " + plain(position.qty()) + " " + position.baseAsset() + ", average entry "
            + entry;
        BigDecimal bid = position.symbolId() < 0 ? null : books.bid(position.symbolId());
        return bid == null ? text + ", no quote"
            : text + ", bid " + plain(bid) + ", unrealised " + plain(position.unrealised(bid)) + " "
                + position.quoteAsset();
    }

    private static String line(Fill fill) {
        return Rationale.instant(fill.epochNs()) + " #" + fill.orderNumber() + " "
            + (fill.side() == Side.BUY ? "bought " : "sold ") + plain(fill.qty()) + " " + fill.instrument().symbol()
            + " at " + plain(fill.price())
            + (fill.commission().signum() == 0 ? "" : ", fee " + plain(fill.commission()) + " "
                + fill.commissionAsset());
    }

    /** All digits that say something; profits can have very many. */
    private static String plain(BigDecimal value) {
        BigDecimal shown = value.setScale(Math.min(value.scale(), AVERAGE_DECIMALS), RoundingMode.HALF_EVEN);
        return shown.signum() == 0 ? "0" : shown.stripTrailingZeros().toPlainString();
    }
}
