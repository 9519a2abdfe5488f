"""What the venue must answer in time. Time is counted in the journal's timers, so that a busy machine is not blamed.

On a machine with several times as much to do as it can, many timers stand in the ring before an answer: there, nothing
is called late.
"""
import os
from .books import RANK, UNKNOWN, number
from .records import Wrong

LATE = 8  # timers, ten of which are a second, besides the way to the venue
APART_NS = 50_000_000  # those that come at once after a stall count once
BUSY = 4  # processes that are ready to run, for each processor


class Watch:
    """Of one run."""

    def __init__(self, unjudged, latency_ms=0):
        self.unjudged = unjudged
        self.late_timers = LATE + latency_ms // 50
        self.timers, self.last, self.canceled, self.crossed = 0, 0, {}, {}

    def on_cancel(self, order_number):
        self.canceled.setdefault(order_number, self.timers)

    def on_execution(self, order_number):
        self.crossed.pop(order_number, None)

    def on_timer(self, fold):
        if fold.time - self.last < APART_NS:
            return
        self.timers, self.last = self.timers + 1, fold.time
        running = {order.number: order for order in fold.open_orders()}
        for one, order in running.items():
            if order.status == UNKNOWN and self.timers > self.late_timers:
                self.late(one, "is still unknown, %d timers after the restart" % self.timers)
            if self.timers - self.canceled.get(one, self.timers) > self.late_timers:
                self.late(one, "was asked to be canceled, but nothing came of it")
            since = self.crossed.setdefault(one, self.timers) if self.is_crossed(order, fold) else self.timers
            if self.timers - since > self.late_timers:
                self.late(one, "is crossed by the market, but is not filled")
        self.crossed = {one: at for one, at in self.crossed.items()
                        if one in running and self.is_crossed(running[one], fold)}

    @staticmethod
    def is_crossed(order, fold):
        """By an order's venue that knows of it: a better price than its own stands on the other side."""
        placed = order.placed
        if placed["type"] == 0 or RANK[order.status] < 2:
            return False
        price = number(placed["price"], placed["pe"])
        if order.side == 0:
            return placed["symbol"] in fold.asks and fold.asks[placed["symbol"]] < price
        return placed["symbol"] in fold.bids and fold.bids[placed["symbol"]] > price

    def late(self, order_number, what):
        if os.getloadavg()[0] > BUSY * os.cpu_count():
            self.unjudged.add(order_number)
            return
        raise Wrong("order #%d %s" % (order_number, what))
