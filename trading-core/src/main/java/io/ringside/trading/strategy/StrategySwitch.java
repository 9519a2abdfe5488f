package io.ringside.trading.strategy;

import io.ringside.core.event.Tick;
import io.ringside.trading.decision.ChangeReason;
import io.ringside.trading.market.Instrument;
import io.ringside.trading.order.Order;
import io.ringside.trading.order.OrderRequest;
import io.ringside.trading.order.Placement;
import io.ringside.trading.snapshot.StateFields;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * The switch of one strategy, and why it is off: a user's wish, or because it was stopped. A stopped strategy is off,
 * and is not called at all until a user switches it on.
 *
 * <p><em>Threading:</em> the ring thread.
 */
final class StrategySwitch {

    private boolean on;
    private ChangeReason reason = ChangeReason.USER;
    private String detail = "";
    private boolean reported = true;

    StrategySwitch(boolean on) {
        this.on = on;
    }

    boolean isOn() {
        return on;
    }

    boolean isStopped() {
        return reason != ChangeReason.USER;
    }

    ChangeReason reason() {
        return reason;
    }

    /** Why it is stopped, for users; empty if it is not. */
    String detail() {
        return detail;
    }

    /** False after a stop that is not recorded yet. */
    boolean isReported() {
        return reported;
    }

    /** A user has turned it. */
    void turn(boolean wanted) {
        restore(wanted, wanted ? ChangeReason.USER : reason, wanted ? "" : detail);
    }

    void stop(ChangeReason why, String text, boolean isReported) {
        restore(false, why, text);
        reported = isReported;
    }

    /** Takes over what a record says. */
    void restore(boolean isOn, ChangeReason why, String text) {
        on = isOn;
        reason = why;
        detail = text;
        reported = true;
    }

    void save(DataOutput out) throws IOException {
        StateFields.name(out, "switch");
        out.writeBoolean(on);
        StateFields.name(out, "reason of the switch");
        out.writeByte(reason.code());
        out.writeUTF(detail);
        out.writeBoolean(reported);
    }

    void load(DataInput in) throws IOException {
        restore(in.readBoolean(), ChangeReason.of(in.readByte()), in.readUTF());
        reported = in.readBoolean();
    }

    /** What a strategy trades by: while it is off, it places no order. */
    static final class SwitchedTrader implements Trader {

        private final Trader trader;
        private final StrategySwitch power;
        private boolean asked;

        SwitchedTrader(Trader trader, StrategySwitch power) {
            this.trader = trader;
            this.power = power;
        }

        /** True once after the strategy has asked for orders. */
        boolean takeAsked() {
            boolean was = asked;
            asked = false;
            return was;
        }

        /** Asks the venue to cancel all that is open; false if it cannot be asked about all of it now. */
        boolean tryWithdraw() {
            boolean all = true;
            for (int i = 0; i < trader.openOrders(); i++) {
                all &= trader.cancel(trader.openOrder(i).number());
            }
            return all;
        }

        @Override
        public Instrument instrument(int symbolId) {
            return trader.instrument(symbolId);
        }

        @Override
        public Tick quote(int symbolId) {
            return trader.quote(symbolId);
        }

        @Override
        public long position(int symbolId) {
            return trader.position(symbolId);
        }

        @Override
        public boolean hasOpenOrder(int symbolId) {
            return trader.hasOpenOrder(symbolId);
        }

        @Override
        public int openOrders() {
            return trader.openOrders();
        }

        @Override
        public Order openOrder(int index) {
            return trader.openOrder(index);
        }

        @Override
        public Placement place(OrderRequest request) {
            asked = true;
            return power.isOn() ? trader.place(request) : Placement.rejected("✗ the strategy is off");
        }

        @Override
        public boolean cancel(long number) {
            return trader.cancel(number);
        }
    }
}
