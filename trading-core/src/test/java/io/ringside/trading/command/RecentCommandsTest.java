package io.ringside.trading.command;

import static io.ringside.trading.market.TradeFixtures.bytes;
import static io.ringside.trading.market.TradeFixtures.restarted;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.core.command.Verb;
import io.ringside.core.event.Command;
import io.ringside.core.event.Origin;
import io.ringside.core.event.PipelineEvent;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class RecentCommandsTest {

    private final RecentCommands recent = new RecentCommands();

    @Test
    void shouldKnowAMessageAgain() {
        assertThat(recent.add(command(-5, 7))).isTrue();
        assertThat(recent.add(command(-5, 7))).isFalse();
    }

    @Test
    void shouldTellMessagesOfTwoChatsApart() {
        recent.add(command(-5, 7));

        assertThat(recent.add(command(-6, 7))).isTrue();
        assertThat(recent.add(command(-5, 8))).isTrue();
    }

    @Test
    void shouldTakeEveryLineOfTheTerminal() {
        recent.add(command(Origin.CONSOLE));

        assertThat(recent.add(command(Origin.CONSOLE))).isTrue();
    }

    @Test
    void shouldTellTheSameNumbersOfTwoChannelsApart() {
        recent.add(command(-5, 7));

        assertThat(recent.add(command(new Origin(Origin.Channel.WEBHOOK, 1, -5, 0, 7)))).isTrue();
        assertThat(recent.add(command(new Origin(Origin.Channel.WEBHOOK, 1, -5, 0, 7)))).isFalse();
    }

    @Test
    void shouldKeepTheLast512() {
        for (long message = 1; message <= 513; message++) {
            recent.add(command(-5, message));
        }

        assertThat(recent.add(command(-5, 2))).isFalse();
        assertThat(recent.add(command(-5, 513))).isFalse();
        assertThat(recent.add(command(-5, 1))).isTrue();
    }

    @Test
    void shouldKnowMessagesOverARestart() throws IOException {
        recent.add(command(-5, 7));
        recent.add(command(-5, 8));
        RecentCommands fresh = new RecentCommands();
        fresh.add(command(-5, 9));

        RecentCommands back = restarted(recent, fresh);

        assertThat(bytes(back)).isEqualTo(bytes(recent));
        assertThat(back.add(command(-5, 7))).isFalse();
        assertThat(back.add(command(-5, 9))).isTrue();
    }

    private static Command command(long chatId, long messageId) {
        return command(Origin.telegram(1, chatId, 0, messageId));
    }

    private static Command command(Origin origin) {
        PipelineEvent event = new PipelineEvent();
        event.command().set(origin, 1, Verb.STOP.code(), "", 1, 1);
        return event.command();
    }
}
