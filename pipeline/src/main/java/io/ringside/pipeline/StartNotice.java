package io.ringside.pipeline;

import io.ringside.core.command.Reply;
import io.ringside.core.runtime.Counters;
import io.ringside.pipeline.settings.PipelineConfig;
import io.ringside.telegram.api.TelegramConfig;
import io.ringside.telegram.send.Outbox;
import io.ringside.trading.settings.BadSettings;

/** Says in chat why a start has failed: nobody reads the log of a process that is not there. */
public final class StartNotice {

    private StartNotice() {
    }

    /** Waits for Telegram at most three seconds; whether it arrives is not known. */
    public static void send(TelegramConfig telegram, BadSettings bad) {
        try (Outbox outbox = new Outbox(telegram, new Counters())) {
            outbox.start();
            outbox.offer(Reply.alert(PipelineConfig.alerts(telegram), text(bad)));
        }
    }

    static String text(Throwable failure) {
        boolean isForUsers = failure instanceof CannotStart || failure instanceof BadSettings;
        return "⚠ Ringside has not started, nothing is traded: "
            + (isForUsers ? failure.getMessage() : failure.toString());
    }
}
