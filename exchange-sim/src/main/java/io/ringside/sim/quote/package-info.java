/**
 * Where the exchange's quotes come from: the port {@code QuoteSource}, its outlet, and a generated random walk.
 *
 * <p>Dependency rule: bottom floor, uses no other room of the simulator.
 *
 * <p>Read {@link io.ringside.sim.quote.QuoteSource} first.
 */
package io.ringside.sim.quote;
