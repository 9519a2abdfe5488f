package io.ringside.trading.decision;

import io.ringside.core.event.Origin;

/**
 * Who asked for an order or a cancel, and what for.
 *
 * @param origin where the replies go
 * @param source the user or the name of a strategy
 * @param parent number of the plan that it is a part of; 0 for none
 */
public record Cause(Origin origin, String source, Intent intent, long parent) {
}
