package io.ringside.trading.engine;

import io.ringside.trading.decision.AccountId;
import io.ringside.trading.decision.Decision.OrderPlaced;
import io.ringside.trading.market.TradeFixtures;
import io.ringside.trading.order.Order;
import io.ringside.trading.order.OrderGateway;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A gateway that writes down what it is asked, and takes it or not. */
public final class FakeGateway implements OrderGateway {

    private final List<String> calls = new ArrayList<>();
    private final List<Long> journalPositions = new ArrayList<>();
    private final Consumer<String> log;
    private int takes = Integer.MAX_VALUE;

    /** {@code log} takes the calls too, to be compared with what happens elsewhere. */
    public FakeGateway(Consumer<String> log) {
        this.log = log;
    }

    /** So many more calls are taken, those after them are not. */
    public void take(int calls) {
        takes = calls;
    }

    /** Since the last time that this was asked. */
    public List<String> calls() {
        List<String> told = List.copyOf(calls);
        calls.clear();
        return told;
    }

    /** Positions in the journal that the calls which were taken had to wait for. */
    public List<Long> journalPositions() {
        return journalPositions;
    }

    @Override
    public AccountId account() {
        return AccountId.PAPER;
    }

    @Override
    public boolean submit(OrderPlaced order, long journalPosition) {
        return call("submit " + new Order(order, TradeFixtures.INSTRUMENTS.of(order)).text())
            && journalPositions.add(journalPosition);
    }

    @Override
    public boolean cancel(Sent order, long journalPosition) {
        return call("cancel #" + order.placed().number()) && journalPositions.add(journalPosition);
    }

    @Override
    public boolean resolve(Sent order) {
        return call("resolve " + order.placed().clientOrderId());
    }

    @Override
    public void reconcile(Map<String, BigDecimal> balances, List<Sent> open) {
        call("reconcile " + open.size() + " orders");
    }

    private boolean call(String what) {
        if (takes == 0) {
            return false;
        }
        takes--;
        calls.add(what);
        log.accept(what);
        return true;
    }
}
