/**
 * What the consumer thread does with an event: hands it to the handlers of its type, in the order in which they were
 * subscribed. Slow handlers sit behind a {@link io.ringside.core.route.SlowHandler}, on a ring and a thread of their
 * own; who only needs the newest quote now and then looks into {@link io.ringside.core.route.NewestTicks}.
 *
 * <p>Rule: uses {@code event}, {@code ring} and {@code runtime}; they do not use this package.
 *
 * <p>Read first: {@link io.ringside.core.route.Router}.
 */
package io.ringside.core.route;
