package io.ringside.telegram.send;

import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Keeps below Telegram's limits: in a private chat a message a second after a burst of 5, in a group 20 within any
 * minute, over all chats 25 within any second; and silence for as long as Telegram or the network asks for it.
 *
 * <p><em>Threading:</em> the send thread. Remembers one bucket a chat; chats are those of the configuration.
 */
final class SendPacer {

    private static final int BURST = 5;
    private static final long PRIVATE_INTERVAL_NS = 1_000_000_000L;
    private static final long GROUP_INTERVAL_NS = 4_000_000_000L;
    private static final long GLOBAL_INTERVAL_NS = 50_000_000L;

    private final LongSupplier nanoClock;
    private final TokenBucket global;
    private final Map<Long, TokenBucket> byChat = new HashMap<>();
    private long pausedUntilNs;

    SendPacer(LongSupplier nanoClock) {
        this.nanoClock = nanoClock;
        long nowNs = nanoClock.getAsLong();
        this.global = new TokenBucket(BURST, GLOBAL_INTERVAL_NS, nowNs);
        this.pausedUntilNs = nowNs;
    }

    /** How long the next message to that chat must wait; 0 if it may be sent now. */
    long waitNs(long chatId) {
        long nowNs = nanoClock.getAsLong();
        long bucketsNs = Math.max(global.waitNs(nowNs), chat(chatId, nowNs).waitNs(nowNs));
        return Math.max(0, Math.max(pausedUntilNs - nowNs, bucketsNs));
    }

    void onSend(long chatId) {
        long nowNs = nanoClock.getAsLong();
        global.take(nowNs);
        chat(chatId, nowNs).take(nowNs);
    }

    /** Pauses all chats, counted from now. */
    void pause(long pauseMs) {
        pausedUntilNs = nanoClock.getAsLong() + pauseMs * 1_000_000;
    }

    private TokenBucket chat(long chatId, long nowNs) {
        return byChat.computeIfAbsent(chatId,
            id -> new TokenBucket(BURST, id > 0 ? PRIVATE_INTERVAL_NS : GROUP_INTERVAL_NS, nowNs));
    }
}
