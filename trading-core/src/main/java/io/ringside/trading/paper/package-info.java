/**
 * A venue on paper: fills orders against the live quotes on the ring's thread, driven only by events and their times,
 * so that a replay produces the same fills. Its acks are ORDER_ACK events that enter the ring like those of a real
 * venue.
 *
 * <p>Rule: floor 4, uses {@code decision}, {@code market} and {@code order}.
 *
 * <p>Read first: {@code PaperVenue}.
 */
package io.ringside.trading.paper;
