/**
 * Connected clients: handshake, session, and the outlet that writes quotes to all of them.
 *
 * <p>Dependency rule: may use {@code sim.rest}, {@code sim.control} and {@code sim.quote}.
 *
 * <p>Read {@link io.ringside.sim.client.HandshakeHandler} first.
 */
package io.ringside.sim.client;
