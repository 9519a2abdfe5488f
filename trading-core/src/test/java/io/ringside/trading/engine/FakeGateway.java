package io.ringside.trading.engine;

import io.ringside.trading.order.Order;
import io.ringside.trading.order.OrderGateway;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A gateway that writes down what it is asked, and takes it or not. */
public final class FakeGateway implements OrderGateway {

    private final List<String> calls = new ArrayList<>();
    private final Consumer<String> log;
    private int takes = Integer.MAX_VALUE;

    /** {@code log} takes the calls too, to be compared with what happens elsewhere. */
    public FakeGateway(Consumer<String> log) {
        this.log = log;
    }

    /** So many more calls are taken, those behind them not. */
    public void take(int calls) {
        takes = calls;
    }

    /** Since the last time that this was asked. */
    public List<String> calls() {
        List<String> told = List.copyOf(calls);
        calls.clear();
        return told;
    }

    @Override
    public boolean trySubmit(Order order) {
        return call("submit " + order.text());
    }

    @Override
    public boolean tryCancel(Order order) {
        return call("cancel #" + order.number());
    }

    @Override
    public boolean tryResolve(Order order) {
        return call("resolve " + order.clientOrderId());
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
