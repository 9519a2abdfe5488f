/**
 * Orders from intent to end, and the port by which they leave.
 *
 * <p>Rule: floor 3, uses {@code decision} and {@code market}.
 *
 * <p>Read first: {@link io.ringside.trading.order.Order}, then {@link io.ringside.trading.order.OrderGateway}.
 */
package io.ringside.trading.order;
