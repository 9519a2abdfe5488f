package io.ringside.trading.desk;

import io.ringside.core.command.Reply;
import io.ringside.core.command.ReplySink;
import io.ringside.core.event.OrderStatus;
import io.ringside.trading.order.Order;
import io.ringside.trading.order.OrderRequest;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/**
 * Notifies the user when an order is sent and when it ends.
 *
 * <p><em>Threading:</em> the ring thread.
 */
public final class OrderNotifier {

    private static final int MIN_AVERAGE_DECIMALS = 8;

    private final ReplySink replies;

    OrderNotifier(ReplySink replies) {
        this.replies = replies;
    }

    void onPlaced(Order order) {
        tell(order, "✓ " + by(order) + order.text() + " sent");
    }

    void onEnded(Order order) {
        String ended = order.status() == OrderStatus.FILLED ? "filled"
            : order.status().name().toLowerCase(Locale.ROOT);
        String why = order.reason().isEmpty() ? "" : ": " + order.reason();
        String mark = order.filledQty() > 0 || order.status() == OrderStatus.CANCELED ? "✓ " : "✗ ";
        tell(order, mark + by(order) + order.text() + " " + ended + why + following(executed(order)));
    }

    /** What has traded so far and at which average price; empty when nothing has. */
    public static String executed(Order order) {
        if (order.filledQty() == 0) {
            return "";
        }
        BigDecimal qty = order.qtyValue(order.filledQty());
        int decimals = Math.max(MIN_AVERAGE_DECIMALS, -order.placed().priceExponent());
        BigDecimal average = order.filledQuote().divide(qty, decimals, RoundingMode.HALF_EVEN).stripTrailingZeros();
        return qty.toPlainString() + " at " + average.toPlainString() + " on average";
    }

    private static String following(String part) {
        return part.isEmpty() ? "" : ", " + part;
    }

    private static String by(Order order) {
        String source = order.placed().source();
        return source.equals(OrderRequest.USER) ? "" : source + ": ";
    }

    private void tell(Order order, String text) {
        replies.offer(Reply.ofOrder(order.placed().origin(), order.number(), text));
    }
}
