/**
 * What travels through the ring, and the ports through which it enters and answers leave: the slot
 * {@link io.ringside.core.event.PipelineEvent} with a typed view for each kind of event, symbols as numbers, exact
 * decimals.
 *
 * <p>Rule: of Ringside it uses {@code runtime} alone.
 *
 * <pre>
 *   PipelineEvent   0 type | 4 length | 8 ... fields of one view ...                        256
 *     TICK          who quoted, its update id, two prices, two quantities, when it was read
 *     COMMAND       who asked and where the answer goes, verb, arguments, when
 *     ORDER_ACK     which order, its state, what was executed at what price and fee, why
 *     FEED_STATE    which connection, its status, since when, why
 *     TIMER         what time it is
 * </pre>
 *
 * <p>Read first: {@link io.ringside.core.event.PipelineEvent}, then {@link io.ringside.core.event.Tick}, which gives
 * the offsets of its fields as every view does.
 */
package io.ringside.core.event;
