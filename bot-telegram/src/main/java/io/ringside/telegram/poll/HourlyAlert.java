package io.ringside.telegram.poll;

import io.ringside.core.command.Reply;
import io.ringside.core.command.ReplySink;
import io.ringside.core.event.Origin;
import java.util.function.LongSupplier;

/**
 * One kind of alert to the configured chat, at most once an hour.
 *
 * <p><em>Threading:</em> one thread.
 */
final class HourlyAlert {

    private static final long INTERVAL_NS = 3_600_000_000_000L;

    private final Origin chat;
    private final ReplySink outbox;
    private final LongSupplier nanoClock;
    private boolean spoken;
    private long lastNs;

    HourlyAlert(long chatId, ReplySink outbox, LongSupplier nanoClock) {
        this.chat = Origin.telegram(0, chatId, 0, 0);
        this.outbox = outbox;
        this.nanoClock = nanoClock;
    }

    void offer(String text) {
        long nowNs = nanoClock.getAsLong();
        if (spoken && nowNs - lastNs < INTERVAL_NS) {
            return;
        }
        spoken = outbox.offer(Reply.alert(chat, text));
        lastNs = nowNs;
    }
}
