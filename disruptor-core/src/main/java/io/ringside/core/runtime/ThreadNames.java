package io.ringside.core.runtime;

import java.util.concurrent.ThreadFactory;

/** The names of all threads that Ringside starts: at most 15 characters, which is what Linux shows. */
public final class ThreadNames {

    /** Netty event loop: read, frame, decode, publish. */
    public static final String FEED_IO = "feed-io";
    /** DNS lookups of the feed. */
    public static final String FEED_DNS = "feed-dns";
    /** Asks the venue for its trading rules, at the start and every few hours. */
    public static final String RULES_IO = "rules-io";
    /** The one consumer: router, handlers, all trading state. */
    public static final String RING = "ring";
    /** Telegram getUpdates, access check, parse, publish. */
    public static final String TG_POLL = "tg-poll";
    /** Telegram outbox. */
    public static final String TG_SEND = "tg-send";
    /** Publishes TIMER, samples the ring's fill. */
    public static final String TIMER = "timer";
    /** Prepares, forces and prunes the journal's segment files. */
    public static final String JOURNAL_IO = "journal-io";
    /** Appends to the ledger what the journal has got. */
    public static final String LEDGER_IO = "ledger-io";
    /** Looks for quotes to print, by the clock. */
    public static final String CONSOLE = "console";
    /** Prints to the terminal. */
    public static final String CONSOLE_OUT = "console-out";
    /** Reads commands from the terminal. */
    public static final String CONSOLE_IN = "console-in";
    /** The local exchange of demo, tests and bench. */
    public static final String SIM_IO = "sim-io";

    private ThreadNames() {
    }

    /** Daemon threads of that name: what keeps the process alive is its main thread alone. */
    public static ThreadFactory factory(String name) {
        return task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        };
    }
}
