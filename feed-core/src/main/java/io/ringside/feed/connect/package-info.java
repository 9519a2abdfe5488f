/**
 * From a host name to an open WebSocket: DNS lookup, transport, TLS, handshake, and the limit on attempts.
 *
 * <p>Dependency rule: bottom floor, uses no other room of the feed.
 *
 * <p>Read {@link io.ringside.feed.connect.Connector} first.
 */
package io.ringside.feed.connect;
