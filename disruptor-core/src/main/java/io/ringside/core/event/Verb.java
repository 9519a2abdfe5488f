package io.ringside.core.event;

import java.util.Locale;

/** The commands that a user can give. Written by users in any case, with a leading slash. */
public enum Verb {
    START("/start", "resume trading after /stop"),
    STOP("/stop", "halt trading: no order leaves after the sequence named in the answer"),
    STATUS("/status", "feed, ring, latency and counters"),
    BUY("/buy SYMBOL QTY [PRICE]", "buy at market, or at PRICE or better"),
    SELL("/sell SYMBOL QTY [PRICE]", "sell at market, or at PRICE or better"),
    HELP("/help", "this list");

    private static final Verb[] BY_CODE = values();

    static final int COUNT = BY_CODE.length;

    private final String usage;
    private final String purpose;

    Verb(String usage, String purpose) {
        this.usage = usage;
        this.purpose = purpose;
    }

    /** How to type it, for example {@code /buy SYMBOL QTY [PRICE]}. */
    public String usage() {
        return usage;
    }

    /** What it does, in a few words. */
    public String purpose() {
        return purpose;
    }

    /** The word without its slash, lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** True for commands that place orders: these expire when they arrive late. */
    public boolean trades() {
        return this == BUY || this == SELL;
    }

    public int code() {
        return ordinal();
    }

    /** Throws {@link ArrayIndexOutOfBoundsException} for a code that no verb has. */
    public static Verb of(int code) {
        return BY_CODE[code];
    }
}
