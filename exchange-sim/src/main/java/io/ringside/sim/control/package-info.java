/**
 * What one client asked for and what the exchange knows about its clients: control messages and their answers,
 * subscriptions, limits, active faults, observations for tests.
 *
 * <p>Dependency rule: may use {@code sim.quote} only.
 *
 * <p>Read {@link io.ringside.sim.control.ControlDesk} first.
 */
package io.ringside.sim.control;
