package io.ringside.trading.journal;

/** When the operating system is told to bring records to the disk. Until then a power loss may take them. */
public enum ForceMode {
    /** Never: a killed process loses nothing, a power loss what the system had not written yet, often 30 s. */
    NEVER,
    /** After each command, and after each decision of a forced kind: an order, a cancel, a switch. */
    ORDERS
}
