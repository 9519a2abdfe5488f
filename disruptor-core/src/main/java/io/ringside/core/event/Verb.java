package io.ringside.core.event;

import java.util.Locale;

/**
 * The commands that a user can give. Written by users in any case, with a leading slash. The code is what the slot and
 * the journal store.
 */
public enum Verb {
    START("/start", "resume trading after /stop or /pause"),
    STOP("/stop", "halt trading: no order leaves after the sequence named in the answer"),
    PAUSE("/pause", "no new entries; exits go on"),
    STATUS("/status", "feed, ring, latency and counters"),
    BUY("/buy SYMBOL QTY [PRICE [IOC|FOK]]", "buy at market, or at PRICE or better; QTY as 0.25 or 50USDT"),
    SELL("/sell SYMBOL QTY|all [PRICE [IOC|FOK]]", "sell at market, or at PRICE or better"),
    CANCEL("/cancel ID|all", "cancel an open order, or all"),
    CLOSEALL("/closeall", "cancel all open orders and sell all positions at market"),
    ORDERS("/orders", "open orders, and those that ended last"),
    POSITIONS("/positions", "what is held, at which average entry"),
    BALANCE("/balance", "what the account holds of each asset"),
    PNL("/pnl", "profit and loss, realised and unrealised, and fees"),
    TRADES("/trades [N]", "the last N executions, 10 if not told"),
    WHY("/why ID", "on what an order was decided, and what became of it"),
    STRATEGY("/strategy [on|off|status|set NAME=VALUE ...]", "the strategy, its switch and its parameters"),
    HELP("/help", "this list");

    private static final Verb[] BY_CODE = values();

    static final int COUNT = BY_CODE.length;

    private final String usage;
    private final String purpose;

    Verb(String usage, String purpose) {
        this.usage = usage;
        this.purpose = purpose;
    }

    /** How to type it, for example {@code /trades [N]}. */
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

    /** True for commands that make orders or let them be made: these expire when they arrive late. */
    public boolean mustBeFresh() {
        return switch (this) {
            case BUY, SELL, CLOSEALL, START, STRATEGY -> true;
            default -> false;
        };
    }

    /** True for commands that only ask. */
    public boolean isQuery() {
        return switch (this) {
            case STATUS, ORDERS, POSITIONS, BALANCE, PNL, TRADES, WHY, HELP -> true;
            default -> false;
        };
    }

    public int code() {
        return ordinal();
    }

    /** Throws {@link ArrayIndexOutOfBoundsException} for a code that no verb has. */
    public static Verb of(int code) {
        return BY_CODE[code];
    }
}
