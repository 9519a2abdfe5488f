/**
 * A local Binance for demo, tests and benchmarks: the real spot market-data protocol and the trading rules on
 * 127.0.0.1, generated or recorded quotes, faults on demand.
 *
 * <p>Dependency rule: knows {@code core.event}, {@code core.runtime}, Netty and Jackson's streaming parser; never
 * {@code binance.feed}, which it exists to test.
 *
 * <p>Read {@link io.ringside.binance.sim.SimulatedExchange} first, then {@link io.ringside.binance.sim.QuoteSource}.
 */
package io.ringside.binance.sim;
