package io.ringside.trading.paper;

import io.ringside.core.event.Decimals;
import io.ringside.core.event.OrderStatus;
import io.ringside.core.event.OrderUpdate.ExecutionType;
import io.ringside.core.event.OrderUpdate.Liquidity;
import io.ringside.trading.decision.Side;
import io.ringside.trading.decision.TimeInForce;
import io.ringside.trading.paper.RequestQueue.Kind;

/**
 * Trades orders against the touch. An order that arrives takes what crosses at the touch's price; one that has rested
 * is filled at its own limit once the touch crosses it.
 *
 * <p><em>Threading:</em> the ring thread.
 */
final class Matcher {

    static final String DUPLICATE = "Duplicate order sent.";
    static final String INSUFFICIENT_BALANCE = "Account has insufficient balance for requested action.";
    static final String BALANCE_RAN_OUT = "INSUFFICIENT_BALANCES";
    static final String UNFILLED_IOC = "UNFILLED_IOC_QUANTITY_EXPIRED";
    static final String UNFILLED_FOK = "UNFILLED_FOK_ORDER_EXPIRED";
    static final String UNKNOWN_ORDER = "the venue does not know this order";

    private final Book book;
    private final Settlement settlement;
    private final PendingAcks acks;
    private final AckBuilder ackBuilder;

    Matcher(Book book, Settlement settlement, PendingAcks acks, AckBuilder ackBuilder) {
        this.book = book;
        this.settlement = settlement;
        this.acks = acks;
        this.ackBuilder = ackBuilder;
    }

    /** A request reaches the venue. */
    void execute(Kind kind, PaperOrder order) {
        switch (kind) {
            case SUBMIT -> submit(order);
            case CANCEL -> cancel(order);
            case RESOLVE -> resolve(order);
            default -> throw new IllegalStateException("no such request: " + kind);
        }
    }

    private void submit(PaperOrder order) {
        BookSide touch = book.touch(order);
        String rejection = rejection(order, touch);
        if (rejection != null) {
            ackBuilder.state(order, OrderStatus.REJECTED, ExecutionType.REJECTED, rejection);
            return;
        }
        order.accept();
        ackBuilder.state(order, OrderStatus.ACCEPTED, ExecutionType.NEW, "");
        long takenQty = touch.crosses(order) ? Math.min(order.openQty(), touch.leftQty(order)) : 0;
        if (order.is(TimeInForce.FOK) && takenQty < order.qty()) {
            end(order, OrderStatus.EXPIRED, ExecutionType.EXPIRED, UNFILLED_FOK);
            return;
        }
        if (takenQty > 0) {
            trade(order, touch, takenQty, false);
        }
        if (order.openQty() == 0) {
            settlement.release(order);
        } else if (order.is(TimeInForce.IOC)) {
            end(order, OrderStatus.EXPIRED, ExecutionType.EXPIRED, UNFILLED_IOC);
        } else {
            rest(order);
        }
    }

    /** Nothing is acknowledged when the order is not open: it has ended, and that ack is on its way. */
    private void cancel(PaperOrder asked) {
        PaperOrder order = book.find(asked.clientOrderId());
        if (order != null) {
            end(order, OrderStatus.CANCELED, ExecutionType.CANCELED, "");
        }
    }

    private void resolve(PaperOrder asked) {
        PaperOrder order = book.find(asked.clientOrderId());
        if (order == null) {
            ackBuilder.resolution(asked, OrderStatus.REJECTED, ExecutionType.REJECTED, UNKNOWN_ORDER);
        } else {
            OrderStatus status = order.filledQty() > 0 ? OrderStatus.PARTIALLY_FILLED : OrderStatus.ACCEPTED;
            ackBuilder.resolution(order, status, ExecutionType.NEW, "");
        }
    }

    /**
     * Fills the orders that wait on that side, as far as the quote goes. While no further ack can be promised
     * nothing trades, and the orders wait for a later quote.
     */
    void match(BookSide touch) {
        PaperOrder order = touch.first();
        while (order != null && touch.crosses(order) && acks.room() > 0) {
            long leftQty = touch.leftQty(order);
            if (leftQty <= 0) {
                return;
            }
            long wantedQty = Math.min(order.openQty(), leftQty);
            long qty = settlement.affordable(order, wantedQty, touch.priceValue());
            if (qty > 0) {
                trade(order, touch, qty, !order.isMarket());
            }
            if (order.openQty() == 0) {
                leave(order);
            } else if (qty < wantedQty) {
                end(order, OrderStatus.EXPIRED, ExecutionType.EXPIRED, BALANCE_RAN_OUT);
            }
            order = touch.first();
        }
    }

    /**
     * Puts an order back that was open before a crash. One that does not wait by its kind ends, and so does one whose
     * money is not there; a market buy locks nothing, as there is no quote yet, and pays from what is free.
     */
    void restore(PaperOrder order) {
        boolean isMarketBuy = order.isMarket() && order.side() == Side.BUY;
        if (order.is(TimeInForce.IOC) || order.is(TimeInForce.FOK)) {
            String reason = order.is(TimeInForce.IOC) ? UNFILLED_IOC : UNFILLED_FOK;
            end(order, OrderStatus.EXPIRED, ExecutionType.EXPIRED, reason);
        } else if (isMarketBuy || settlement.tryLock(order, VenueFilters.price(order, book.touch(order)))) {
            rest(order);
        } else {
            end(order, OrderStatus.EXPIRED, ExecutionType.EXPIRED, BALANCE_RAN_OUT);
        }
    }

    private String rejection(PaperOrder order, BookSide touch) {
        String rejection = VenueFilters.rejection(order, touch);
        if (rejection == null) {
            rejection = VenueFilters.limitRejection(order, book, settlement.owned(order.instrument().baseAsset()));
        }
        if (rejection != null) {
            return rejection;
        }
        if (book.find(order.clientOrderId()) != null) {
            return DUPLICATE;
        }
        return settlement.tryLock(order, VenueFilters.price(order, touch)) ? null : INSUFFICIENT_BALANCE;
    }

    private void trade(PaperOrder order, BookSide touch, long qty, boolean isMaker) {
        touch.take(order, qty);
        long price = isMaker ? order.price() : touch.price();
        int priceExponent = isMaker ? order.priceExponent() : touch.priceExponent();
        Commission commission = settlement.settle(order, qty,
            Decimals.toBigDecimal(price, priceExponent), isMaker);
        order.fill(qty);
        ackBuilder.trade(order, qty, price, priceExponent, commission,
            isMaker ? Liquidity.MAKER : Liquidity.TAKER);
    }

    /** An open order keeps room for its last ack. */
    private void rest(PaperOrder order) {
        book.add(order);
        acks.reserve(1);
    }

    private void end(PaperOrder order, OrderStatus status, ExecutionType execution, String reason) {
        leave(order);
        ackBuilder.state(order, status, execution, reason);
    }

    private void leave(PaperOrder order) {
        settlement.release(order);
        if (book.remove(order)) {
            acks.release(1);
        }
    }
}
