package io.ringside.core.command;

import io.ringside.core.runtime.CodeTable;
import java.util.List;
import java.util.Locale;

/**
 * The commands that a user can give, with their fixed properties. Written by users in any case, with a leading slash.
 * The code is what the slot and the journal store: it never changes and is never given to another verb.
 *
 * <p>A new verb is a constant here and its place in {@link #HELP_ORDER}; the compiler then finds where it is executed.
 */
public enum Verb {
    START(0, "/start", "resume trading after /stop or /pause",
        Role.TRADER, Kind.SWITCH, Expiry.SOON, Confirmation.NONE, ArgumentForms::none),
    STOP(1, "/stop", "halt trading: no order leaves after the sequence named in the answer",
        Role.TRADER, Kind.SWITCH, Expiry.LATE, Confirmation.NONE, ArgumentForms::none),
    PAUSE(2, "/pause", "no new entries; exits go on",
        Role.TRADER, Kind.SWITCH, Expiry.LATE, Confirmation.NONE, ArgumentForms::none),
    STATUS(3, "/status", "feed, ring, latency and counters",
        Role.VIEWER, Kind.INSTRUMENT, Expiry.LATE, Confirmation.NONE, ArgumentForms::none),
    BUY(4, "/buy SYMBOL QTY [PRICE [IOC|FOK]]", "buy at market, or at PRICE or better; QTY as 0.25 or 50USDT",
        Role.TRADER, Kind.TRADE, Expiry.SOON, Confirmation.NONE, ArgumentForms::buy),
    SELL(5, "/sell SYMBOL QTY|all [PRICE [IOC|FOK]]", "sell at market, or at PRICE or better",
        Role.TRADER, Kind.TRADE, Expiry.SOON, Confirmation.NONE, ArgumentForms::sell),
    CANCEL(6, "/cancel ID|all", "cancel an open order, or all",
        Role.TRADER, Kind.TRADE, Expiry.LATE, Confirmation.NONE, ArgumentForms::orderOrAll),
    CLOSEALL(7, "/closeall", "cancel all open orders and sell all positions at market",
        Role.TRADER, Kind.TRADE, Expiry.SOON, Confirmation.NONE, ArgumentForms::none),
    ORDERS(8, "/orders", "open orders, and those that ended last",
        Role.VIEWER, Kind.QUERY, Expiry.LATE, Confirmation.NONE, ArgumentForms::none),
    POSITIONS(9, "/positions", "what is held, at which average entry",
        Role.VIEWER, Kind.QUERY, Expiry.LATE, Confirmation.NONE, ArgumentForms::none),
    BALANCE(10, "/balance", "what the account holds of each asset",
        Role.VIEWER, Kind.QUERY, Expiry.LATE, Confirmation.NONE, ArgumentForms::none),
    PNL(11, "/pnl", "profit and loss, realised and unrealised, and fees",
        Role.VIEWER, Kind.QUERY, Expiry.LATE, Confirmation.NONE, ArgumentForms::none),
    TRADES(12, "/trades [N]", "the last N executions, 10 if not given",
        Role.VIEWER, Kind.QUERY, Expiry.LATE, Confirmation.NONE, ArgumentForms::count),
    WHY(13, "/why ID", "on what an order was decided, and what became of it",
        Role.VIEWER, Kind.QUERY, Expiry.LATE, Confirmation.NONE, ArgumentForms::order),
    STRATEGY(14, "/strategy [NAME] [on|off|status|set KEY=VALUE ...]",
        "the strategies, their switches and their parameters",
        Role.ADMIN, Kind.SETTING, Expiry.SOON, Confirmation.NONE, ArgumentForms::strategy),
    HELP(15, "/help", "this list",
        Role.VIEWER, Kind.QUERY, Expiry.LATE, Confirmation.NONE, ArgumentForms::none),
    LIMITS(16, "/limits [reset drawdown]", "every limit with its use; reset: drawdown counts from now on",
        Role.TRADER, Kind.SETTING, Expiry.SOON, Confirmation.NONE, ArgumentForms::limits);

    /** Who may give a command; each role may do what those before it may. */
    public enum Role { VIEWER, TRADER, ADMIN }

    /** What a command does. */
    public enum Kind {
        /** Only asks; a replay gives the same answer. */
        QUERY,
        /** Asks for clocks and counters, which no replay can repeat: the answer is not journaled. */
        INSTRUMENT,
        /** Halts, pauses or resumes trading. */
        SWITCH,
        /** Makes or ends orders. */
        TRADE,
        /** Changes how trading goes on. */
        SETTING
    }

    /** The age at which a command is no longer executed. */
    public enum Expiry {
        /** For what makes orders or lets them be made: 30 seconds. */
        SOON(30_000),
        /** For questions, and for what ends trading, which is safe to do late: 5 minutes. */
        LATE(300_000),
        NEVER(Long.MAX_VALUE);

        private final long ms;

        Expiry(long ms) {
            this.ms = ms;
        }

        public long ms() {
            return ms;
        }
    }

    /** Whether a front end asks back before it enters a command. */
    public enum Confirmation {
        NONE,
        /** The user sees what would happen, and confirms or cancels. */
        ASK
    }

    /** All verbs as {@code /help} lists them. */
    public static final List<Verb> HELP_ORDER = List.of(START, STOP, PAUSE, STATUS, BUY, SELL, CANCEL, CLOSEALL, ORDERS,
        POSITIONS, BALANCE, PNL, TRADES, WHY, LIMITS, STRATEGY, HELP);

    private static final CodeTable<Verb> CODES = CodeTable.of(values(), Verb::code);

    private final int code;
    private final String usage;
    private final String purpose;
    private final Role role;
    private final Kind kind;
    private final Expiry expiry;
    private final Confirmation confirmation;
    private final Grammar grammar;

    Verb(int code, String usage, String purpose, Role role, Kind kind, Expiry expiry, Confirmation confirmation,
         Grammar grammar) {
        this.code = code;
        this.usage = usage;
        this.purpose = purpose;
        this.role = role;
        this.kind = kind;
        this.expiry = expiry;
        this.confirmation = confirmation;
        this.grammar = grammar;
    }

    public int code() {
        return code;
    }

    /** Throws {@link IndexOutOfBoundsException} for a code that no verb has. */
    public static Verb of(int code) {
        return CODES.get(code);
    }

    public static boolean isCode(int code) {
        return CODES.holds(code);
    }

    /** The word of a stored code, or {@code #} and the number of one that this version does not know. */
    public static String wordOf(int code) {
        return isCode(code) ? of(code).word() : "#" + code;
    }

    /** The word without its slash, lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** How to type it, for example {@code /trades [N]}. */
    public String usage() {
        return usage;
    }

    /** What it does, in a few words. */
    public String purpose() {
        return purpose;
    }

    /** The least role that may give it. */
    public Role role() {
        return role;
    }

    public Kind kind() {
        return kind;
    }

    /** False for a stored code whose answer no replay can repeat. */
    public static boolean isAnswerJournaled(int code) {
        return !isCode(code) || of(code).kind != Kind.INSTRUMENT;
    }

    public Expiry expiry() {
        return expiry;
    }

    public Confirmation confirmation() {
        return confirmation;
    }

    Grammar grammar() {
        return grammar;
    }
}
