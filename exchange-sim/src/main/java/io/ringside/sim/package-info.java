/**
 * A local exchange for demo, tests and benchmarks: Binance's spot market-data protocol and trading rules on 127.0.0.1,
 * generated or recorded quotes, faults on demand.
 *
 * <p>Dependency rule: knows {@code io.ringside.core}, Netty and Jackson's streaming parser, and never a feed, which it
 * exists to test. This package is the top floor: it may use every room below, and none uses it.
 *
 * <p>Read {@link io.ringside.sim.SimulatedExchange} first, then {@link io.ringside.sim.quote.QuoteSource}.
 */
package io.ringside.sim;
