package io.ringside.telegram.poll;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ringside.core.command.CommandGate;
import io.ringside.core.command.CommandParser;
import io.ringside.core.event.Symbols;
import io.ringside.core.runtime.Counters;
import io.ringside.telegram.api.FakeTelegram;
import io.ringside.telegram.api.HandTiming;
import io.ringside.telegram.api.Messages;
import io.ringside.telegram.api.Tally;
import io.ringside.telegram.api.TelegramApi;
import io.ringside.telegram.api.TelegramConfig;
import io.ringside.telegram.api.Timing;
import io.ringside.testing.HandClock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A long poll against a fake Telegram, everything around it recorded. */
final class PollRig implements AutoCloseable {

    private final RecordingRing ring = new RecordingRing();
    private final RecordingSink outbox = new RecordingSink();
    private final Counters counters = new Counters();
    private final List<String> fatal = new ArrayList<>();
    private final FakeTelegram telegram = FakeTelegram.started();
    private final LongPoll poll;

    PollRig(long readTimeoutMs) {
        TelegramConfig config = TelegramConfig.of(telegram.url(), FakeTelegram.TOKEN, Messages.USER, Set.of());
        Timing timing = HandTiming.of(new HandClock());
        CommandGate commands = new CommandGate("telegram", new CommandParser(Symbols.of("BTCUSDT")), ring, outbox,
            timing.epochNsClock(), counters);
        UpdateGate gate = new UpdateGate(config, commands, outbox, timing, counters);
        HourlyAlert alert = new HourlyAlert(Messages.USER, outbox, timing.nanoClock());
        poll = new LongPoll(config, new TelegramApi(config, readTimeoutMs, 2 * readTimeoutMs), gate,
            new PollTrouble(alert, timing, counters), (reason, restartHelps) -> fatal.add(reason), counters);
    }

    RecordingRing ring() {
        return ring;
    }

    RecordingSink outbox() {
        return outbox;
    }

    List<String> fatal() {
        return fatal;
    }

    FakeTelegram telegram() {
        return telegram;
    }

    LongPoll poll() {
        return poll;
    }

    void steps(int count) {
        for (int i = 0; i < count; i++) {
            assertThat(poll.step()).isNotNegative();
        }
    }

    JsonNode last(String method) {
        List<FakeTelegram.Request> requests = telegram.requests(method);
        return requests.get(requests.size() - 1).parameters();
    }

    long count(String counter) {
        return Tally.of(counters, counter);
    }

    static ObjectNode stop(long updateId, long messageId) {
        return FakeTelegram.command(updateId, messageId, HandClock.START_EPOCH_S, "/stop");
    }

    @Override
    public void close() {
        poll.close();
        telegram.stop();
    }
}
