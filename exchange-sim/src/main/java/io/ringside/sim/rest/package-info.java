/**
 * The REST part of the exchange: ping, time and exchangeInfo.
 *
 * <p>Dependency rule: may use {@code sim.control} and {@code sim.quote}.
 *
 * <p>Read {@link io.ringside.sim.rest.RestDesk} first.
 */
package io.ringside.sim.rest;
