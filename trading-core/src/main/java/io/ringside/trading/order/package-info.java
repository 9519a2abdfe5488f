/**
 * Orders from intent to end, and the port to a venue.
 *
 * <p>What a venue behind {@link io.ringside.trading.order.OrderGateway} must guarantee:
 *
 * <ul>
 * <li><b>Client order ids.</b> It takes ours ({@link io.ringside.trading.order.ClientOrderIds}) and reports them back.
 *     An update names the id the order was sent with, even if the venue renames the order later.
 * <li><b>At most once.</b> An order id is sent once. A gateway that does not know whether a request arrived never
 *     repeats it; it reports {@code UNKNOWN} and finds out.
 * <li><b>Resolve.</b> It can be asked for one order by our id. "Not found" proves nothing until a late order can no
 *     longer arrive.
 * <li><b>An end for every request.</b> Each order it took is answered: accepted, rejected or unknown, and in the end
 *     filled, canceled, rejected or expired. A rejected cancel is answered with the order's state.
 * <li><b>Duplicates and any order.</b> Reports may come twice and in any order. Status only moves forward; an execution
 *     is identified by the part of the cumulative quantity it covers, so each update carries the cumulative quantity.
 * <li><b>Times.</b> Each update carries the venue's own time; it is never used as "now".
 * <li><b>The account.</b> Balances and what changes them (deposits, fees in a third asset, trades by hand) are reported
 *     as events too: what is not in the log cannot be decided on.
 * </ul>
 *
 * <p>A replay asks each account whether its updates are decided here (paper: compared with the recorded ones) or were
 * told by a venue (taken from the journal as facts). See {@code OfflineEngine}.
 *
 * <p>Rule: floor 3, uses {@code decision} and {@code market}.
 *
 * <p>Read first: {@link io.ringside.trading.order.Order}, then {@link io.ringside.trading.order.OrderGateway}.
 */
package io.ringside.trading.order;
