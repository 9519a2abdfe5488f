/**
 * From a host name to an open WebSocket: look-up, transport, TLS, handshake, and how often all that may be tried.
 *
 * <p>Dependency rule: bottom floor, uses no other room of the feed.
 *
 * <p>Read {@link io.ringside.feed.connect.Connector} first.
 */
package io.ringside.feed.connect;
