/**
 * Events, decisions and starts as SBE messages. The schema is {@code journal.xml} among the resources.
 *
 * <p>Rule: uses {@code decision} and {@code journal.segment}.
 *
 * <p>Read first: {@link io.ringside.trading.journal.codec.DecisionEncoder}.
 */
package io.ringside.trading.journal.codec;
