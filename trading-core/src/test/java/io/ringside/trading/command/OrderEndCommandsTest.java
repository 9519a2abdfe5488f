package io.ringside.trading.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.core.command.Verb;
import io.ringside.core.event.OrderStatus;
import io.ringside.trading.engine.CoreRig;
import org.junit.jupiter.api.Test;

/** {@code /cancel} and {@code /closeall}. */
class OrderEndCommandsTest {

    private final CoreRig rig = new CoreRig();

    @Test
    void shouldCancelAnOpenOrder() {
        open();

        assertThat(rig.give(Verb.CANCEL, "1"))
            .isEqualTo("✓ cancel of #1 buy 0.00100 BTCUSDT at 19500.00 GTC sent");
        assertThat(rig.gateway().calls()).containsExactly("cancel #1");
        assertThat(rig.order(1).isOpen()).isTrue();
    }

    @Test
    void shouldSayThatAnOrderIsNotKnown() {
        assertThat(rig.give(Verb.CANCEL, "7")).isEqualTo("✗ no order #7 is known, see /orders");
        assertThat(rig.give(Verb.CANCEL, "999999999999999999")).startsWith("✗ no order #999999999999999999 is known");
    }

    @Test
    void shouldSayHowAnOrderHasEnded() {
        open();
        rig.state(1, OrderStatus.EXPIRED);

        assertThat(rig.give(Verb.CANCEL, "1"))
            .isEqualTo("✗ #1 buy 0.00100 BTCUSDT at 19500.00 GTC has ended: EXPIRED");
        assertThat(rig.gateway().calls()).isEmpty();
    }

    @Test
    void shouldSayThatACancelCouldNotBeSent() {
        open();
        rig.gateway().take(0);

        assertThat(rig.give(Verb.CANCEL, "1")).isEqualTo(
            "✗ cancel of #1 buy 0.00100 BTCUSDT at 19500.00 GTC not sent: the order gateway is busy");
    }

    @Test
    void shouldCancelAll() {
        open();
        open();

        assertThat(rig.give(Verb.CANCEL, "all")).isEqualTo("✓ cancel of 2 orders sent");
        assertThat(rig.gateway().calls()).containsExactly("cancel #1", "cancel #2");
    }

    @Test
    void shouldSayHowManyCancelsWereSent() {
        open();
        open();
        rig.gateway().take(1);

        assertThat(rig.give(Verb.CANCEL, "all"))
            .isEqualTo("✗ cancel of only 1 of 2 orders sent: the order gateway is busy");
    }

    @Test
    void shouldSayThatNoOrderIsOpen() {
        assertThat(rig.give(Verb.CANCEL, "all")).isEqualTo("no order is open");
    }

    @Test
    void shouldCloseAllByCancelsFirst() {
        rig.hold("0.005", "0.002");
        open();

        assertThat(rig.give(Verb.CLOSEALL, ""))
            .isEqualTo("✓ /closeall (plan 1) started, orders to cancel: 1, sales sent: 0; the result follows");
        assertThat(rig.gateway().calls()).containsExactly("cancel #3");

        rig.state(3, OrderStatus.CANCELED);
        assertThat(rig.gateway().calls()).containsExactly("submit #4 sell 0.00400 BTCUSDT at market",
            "submit #5 sell 0.00300 BTCUSDT at market");
    }

    @Test
    void shouldSayWhyAPositionCannotBeClosed() {
        rig.hold("0.005");
        rig.give(Verb.STOP, "");

        assertThat(rig.give(Verb.CLOSEALL, "")).startsWith("✗ rejected by trading halted");
        assertThat(rig.gateway().calls()).isEmpty();
    }

    @Test
    void shouldSayThatThereIsNothingToClose() {
        assertThat(rig.give(Verb.CLOSEALL, "")).isEqualTo("nothing is open and nothing is held");
    }

    private void open() {
        long number = rig.books().orders().nextNumber();
        rig.give(Verb.BUY, "BTCUSDT 0.001 19500");
        rig.state(number, OrderStatus.ACCEPTED);
        rig.gateway().calls();
    }
}
