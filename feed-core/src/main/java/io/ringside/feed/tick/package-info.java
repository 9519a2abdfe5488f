/**
 * The tick path: received bytes in, TICK events out. Everything here is called for each read or each quote, allocates
 * nothing and never waits.
 *
 * <p>Dependency rule: may use {@code feed.frame} and {@code feed.venue}.
 *
 * <p>Read {@link io.ringside.feed.tick.TickReader} first, then {@link io.ringside.feed.tick.TickPublisher}.
 */
package io.ringside.feed.tick;
