package io.ringside.trading.engine;

/** A place in the list of handlers that the process around the engine fills, see {@link TradingEngine#attachTo}. */
public enum Place {
    /** {@link JournaledEngine} fills it. */
    JOURNAL,
    TERMINAL,
    SLEEPER,
    TICK_PRINTER,
    LATENCY
}
