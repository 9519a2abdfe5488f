package io.ringside.trading.journal;

/** When records are forced to the disk. Until then a power loss may take them. */
public enum ForceMode {
    /** Never: a killed process loses nothing, a power loss what the system had not written yet, often 30 s worth. */
    NEVER,
    /** After each command, and after each decision of a forced kind: an order, a cancel, a switch. */
    ORDERS
}
