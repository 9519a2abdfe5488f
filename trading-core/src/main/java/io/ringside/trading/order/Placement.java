package io.ringside.trading.order;

/**
 * The result of a request to place an order: the numbers it was sent under, or why it was rejected before it left. A
 * large market sale is divided, so one request can become several orders with consecutive numbers.
 *
 * @param number    of the first order; 0 when there is none
 * @param orders    how many there are: 0 when rejected, and while the request waits for a current quote
 * @param rejection for users, empty when placed; earlier parts of a divided sale may have been sent even so
 */
public record Placement(long number, int orders, String rejection) {

    public static Placement placed(long number) {
        return new Placement(number, 1, "");
    }

    /** It waits; its orders follow. */
    public static Placement waiting() {
        return new Placement(0, 0, "");
    }

    public static Placement rejected(String rejection) {
        return new Placement(0, 0, rejection);
    }

    public boolean isPlaced() {
        return rejection.isEmpty();
    }
}
