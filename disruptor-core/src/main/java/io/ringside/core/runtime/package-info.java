/**
 * Small parts that all threads of Ringside share: thread names, counters, retry backoff, a latency recorder,
 * a limit on repeated log lines. Clocks and randomness come in through constructors.
 *
 * <p>Rule: uses no other package of Ringside; all others may use it.
 *
 * <p>Read first: {@link io.ringside.core.runtime.ThreadNames}, the list of all threads.
 */
package io.ringside.core.runtime;
