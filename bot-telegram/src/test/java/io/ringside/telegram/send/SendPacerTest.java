package io.ringside.telegram.send;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.telegram.api.HandTiming;
import io.ringside.telegram.api.Messages;
import io.ringside.testing.HandClock;
import org.junit.jupiter.api.Test;

class SendPacerTest {

    private final HandClock clock = new HandClock();
    private final SendPacer pacer = new SendPacer(HandTiming.of(clock).nanoClock());

    @Test
    void shouldSendAtMostTwentyWithinAnyMinuteToAGroup() {
        assertThat(sentWithinMs(Messages.GROUP, 59_999)).isLessThanOrEqualTo(20);
        assertThat(sentWithinMs(Messages.GROUP, 59_999)).isLessThanOrEqualTo(20);
    }

    @Test
    void shouldSendAtMostOneASecondAfterABurstToAPrivateChat() {
        assertThat(sentWithinMs(Messages.USER, 9_999)).isBetween(13, 15);
        assertThat(sentWithinMs(Messages.USER, 10_000)).isEqualTo(10);
    }

    @Test
    void shouldSendAtMostTwentyFiveASecondOverAllChats() {
        int sent = 0;
        for (int ms = 0; ms < 1_000; ms++) {
            if (pacer.waitNs(1 + ms) == 0) {
                pacer.onSend(1 + ms);
                sent++;
            }
            clock.passMs(1);
        }

        assertThat(sent).isBetween(20, 25);
    }

    @Test
    void shouldBeSilentInAllChatsDuringAPause() {
        pacer.pause(5_000);
        clock.passMs(4_000);

        assertThat(pacer.waitNs(Messages.USER)).isEqualTo(1_000_000_000L);
        assertThat(pacer.waitNs(Messages.GROUP)).isEqualTo(1_000_000_000L);
    }

    private int sentWithinMs(long chatId, long spanMs) {
        int sent = 0;
        for (long ms = 0; ms < spanMs; ms += 10) {
            if (pacer.waitNs(chatId) == 0) {
                pacer.onSend(chatId);
                sent++;
            }
            clock.passMs(10);
        }
        return sent;
    }
}
