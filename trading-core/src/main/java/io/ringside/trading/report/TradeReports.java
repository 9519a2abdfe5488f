package io.ringside.trading.report;

import io.ringside.core.command.PlainText;
import io.ringside.core.command.ReplyBody;
import io.ringside.core.command.ReplyBody.Line;
import io.ringside.core.command.ReplyBody.Table;
import io.ringside.trading.account.Fill;
import io.ringside.trading.account.Portfolio;
import io.ringside.trading.account.Position;
import io.ringside.trading.account.Profit;
import io.ringside.trading.account.TradingBooks;
import io.ringside.trading.decision.Side;
import io.ringside.trading.desk.OrderNotifier;
import io.ringside.trading.desk.Rationale;
import io.ringside.trading.order.Order;
import io.ringside.trading.order.OrderRequest;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The answers to questions about our own trades, as tables where there are rows. Made of journaled state only, so that
 * a replay says the same.
 *
 * <p><em>Threading:</em> the ring thread.
 */
public final class TradeReports {

    private static final int SHOWN_ENDED = 5;
    private static final int DEFAULT_TRADES = 10;
    private static final int AVERAGE_DECIMALS = 8;
    private static final String NOTHING_TRADED = "nothing has been traded";

    private static final Columns ORDERS = new Columns()
        .add("order", "").add("status", ": ").add("executed", ", ");
    private static final Columns POSITIONS = new Columns()
        .add("asset", "").add("quantity", " ").add("of", " of ").add("average entry", ", average entry ")
        .add("now", ", now ").add("unrealised", ", unrealised ").add("in", " ").add("note", ", ");
    private static final Columns BALANCES = new Columns()
        .add("asset", "").add("amount", " ").add("external", ", of it external ");
    private static final Columns PROFITS = new Columns()
        .add("asset", "").add("of", " of ").add("net", " net ").add("realised", " = realised ")
        .add("unrealised", " + unrealised ").add("fees", " - fees ");
    private static final Columns OTHER_FEES = new Columns()
        .add("fees in", "fees taken in ").add("amount", ", not in the above: ");
    private static final Columns FILLS = new Columns()
        .add("time", "").add("order", " #").add("side", " ").add("quantity", " ").add("symbol", " ")
        .add("price", " at ").add("fee", ", fee ").add("in", " ").add("by", ", by ");

    private final TradingBooks books;

    public TradeReports(TradingBooks books) {
        this.books = books;
    }

    public ReplyBody orders() {
        Table open = ORDERS.of(books.orders().open().stream().map(TradeReports::row));
        Table ended = ORDERS.of(books.orders().ended(SHOWN_ENDED).stream().map(TradeReports::row));
        return ReplyBody.of(open.rows().isEmpty() ? new Line("no open orders") : open, ended);
    }

    public ReplyBody positions() {
        return rowsOr("no positions",
            POSITIONS.of(books.portfolio().positions().stream().map(this::row)));
    }

    public ReplyBody balance() {
        return rowsOr("the account is empty", BALANCES.of(books.portfolio().balances().entrySet().stream()
            .filter(amount -> amount.getValue().signum() != 0)
            .map(amount -> List.of(amount.getKey(), plain(amount.getValue()), external(amount.getKey())))));
    }

    public ReplyBody profit() {
        Portfolio portfolio = books.portfolio();
        Table profits = PROFITS.of(portfolio.profits().assets().stream().flatMap(this::profitRows));
        Table otherFees = OTHER_FEES.of(portfolio.profits().otherFees().entrySet().stream()
            .map(fee -> List.of(fee.getKey(), plain(fee.getValue()))));
        return profits.rows().isEmpty() && otherFees.rows().isEmpty() ? ReplyBody.text(NOTHING_TRADED)
            : ReplyBody.of(profits, otherFees, ProfitTable.of(books.history(), books.time().epochNs()));
    }

    /** For the log: orders, executions and profit so far. */
    public String summary() {
        return books.orders().nextNumber() - 1 + " orders, " + books.portfolio().executions() + " executions\n"
            + PlainText.of(profit());
    }

    /** The newest executions; as many as usual for 0. */
    public ReplyBody trades(int count) {
        int most = count == 0 ? DEFAULT_TRADES : count;
        return rowsOr(NOTHING_TRADED, FILLS.of(books.portfolio().fills(most).stream().map(TradeReports::row)));
    }

    public ReplyBody why(long number) {
        Order order = books.orders().find(number);
        if (order == null) {
            return ReplyBody.text("✗ no order #" + number + " is known; the last 500 that ended are kept");
        }
        return ReplyBody.text(order.text() + "\n" + order.placed().rationale() + "\nvenue: " + venue(order));
    }

    private static String venue(Order order) {
        if (order.ackedEpochNs() == 0) {
            return "no answer yet, " + order.status();
        }
        String executed = OrderNotifier.executed(order);
        return order.status() + (order.reason().isEmpty() ? "" : ", " + order.reason())
            + (executed.isEmpty() ? "" : ", " + executed) + ", order id " + order.exchangeOrderId()
            + ", client order id " + order.clientOrderId() + ", first answer after " + us(order, order.ackedEpochNs())
            + ", last after " + us(order, order.updatedEpochNs());
    }

    private static String us(Order order, long epochNs) {
        return (epochNs - order.placed().epochNs()) / 1_000 + " us";
    }

    private static List<String> row(Order order) {
        return List.of(order.text(), order.status().name().toLowerCase(Locale.ROOT).replace('_', ' '),
            OrderNotifier.executed(order));
    }

    private List<String> row(Position position) {
        BigDecimal now = books.portfolio().profits().worth(position, books::touch);
        return List.of(position.asset(), plain(position.qty()), position.source(),
            plain(position.averageEntry(AVERAGE_DECIMALS)), now == null ? "" : plain(now),
            now == null ? "" : plain(position.unrealised(now)), position.costAsset(),
            Stream.of(now == null ? "no quote" : "", position.isValued() ? "entry valued at the touch" : "")
                .filter(note -> !note.isEmpty()).collect(Collectors.joining(", ")));
    }

    /** Empty where all or nothing of the balance is. */
    private String external(String asset) {
        BigDecimal external = books.portfolio().held(Portfolio.EXTERNAL, asset);
        return external.signum() == 0 || books.portfolio().held(asset).signum() == 0 ? "" : plain(external);
    }

    /** The sum, and then each source; a user who trades alone sees the sum only. */
    private Stream<List<String>> profitRows(String asset) {
        Portfolio portfolio = books.portfolio();
        List<String> sources = portfolio.profits().sources();
        Stream<List<String>> sum = Stream.of(row(asset, "", portfolio.profits().net(asset, books::touch)));
        return sources.equals(List.of(OrderRequest.USER)) ? sum : Stream.concat(sum, sources.stream()
            .map(source -> row(asset, source, portfolio.profits().net(source, asset, books::touch))));
    }

    private static List<String> row(String asset, String source, Profit profit) {
        return List.of(asset, source, plain(profit.net()), plain(profit.realised()), plain(profit.unrealised()),
            plain(profit.fees()));
    }

    private static List<String> row(Fill fill) {
        boolean free = fill.commission().signum() == 0;
        return List.of(Rationale.instant(fill.epochNs()).toString(), Long.toString(fill.orderNumber()),
            fill.side() == Side.BUY ? "bought" : "sold", plain(fill.qty()), fill.instrument().symbol(),
            plain(fill.price()), free ? "" : plain(fill.commission()), free ? "" : fill.commissionAsset(),
            fill.source().equals(OrderRequest.USER) ? "" : fill.source());
    }

    private static ReplyBody rowsOr(String otherwise, Table table) {
        return table.rows().isEmpty() ? ReplyBody.text(otherwise) : ReplyBody.of(table);
    }

    private static String plain(BigDecimal value) {
        return Columns.plain(value);
    }
}
