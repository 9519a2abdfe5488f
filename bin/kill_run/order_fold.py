"""The part of the fold that is about orders and their executions."""
from .books import REJECTED, Order, number
from .portfolio import EXTERNAL, on_venue
from .records import Wrong

SECOND_NS = 10 ** 9
KEPT_ENDED = 500


def origin(values):
    return tuple(values[name] for name in ("channel", "user", "chat", "thread", "message"))


class OrderFold:
    """A part of the class Fold, which has the state."""

    def placed(self, values, sequence):
        instrument = self.instruments[values["symbol"]]
        order = Order(values, instrument)
        if order.number != self.last_number + 1 or order.number in self.orders:
            raise Wrong("order #%d was placed after #%d" % (order.number, self.last_number))
        if values["cid"] in self.by_cid:
            raise Wrong("client order id %s was given twice" % values["cid"])
        if self.switches[0]:
            raise Wrong("order #%d was placed while trading is stopped" % order.number)
        self.check_worth(order)
        self.last_number = order.number
        self.orders[order.number] = self.by_cid[values["cid"]] = order
        self.placed_at.append(values["epoch"])
        self.on_plan_placed(order)
        self.note(sequence, "order #%d was placed" % order.number)

    def check_worth(self, order):
        """External units that pay for a buy were valued at their bid, if there is a symbol that sells them for money."""
        asset = order.instrument["quoteAsset"]
        one = next((one for one in self.portfolio.instruments if one["baseAsset"] == asset), None)
        bid = one and self.bids.get(one["symbolId"])
        if order.side == 0 and bid and self.portfolio.held(EXTERNAL, asset) > 0 \
                and self.portfolio.worths.get(asset) != (one["quoteAsset"], bid):
            raise Wrong("order #%d pays with %s, which was not valued at its bid %s" % (order.number, asset, bid))

    def ack(self, values, sequence):
        order = self.by_cid.get(values["cid"])
        if order is None:
            raise Wrong("sequence %d is an answer for order %s, which was never placed" % (sequence, values["cid"]))
        if values["exchange"] and self.exchange_ids.setdefault(values["exchange"], values["cid"]) != values["cid"]:
            raise Wrong("exchange order %s is of two orders" % values["exchange"])
        if not order.is_open() and order not in self.ended[-KEPT_ENDED:]:
            return
        was_open, last, to = order.is_open(), values["last"], values["cumulative"]
        if last > 0:
            self.execution(order, last, to, values, sequence)
        order.move(values["status"], values["exchange"], values["reason"], values["epoch"])
        if was_open and not order.is_open():
            self.ended.append(order)
            self.on_plan_end(order)
            self.owed.append("the news that order #%d ended" % order.number)

    def execution(self, order, last, to, values, sequence):
        if not order.add_span(to - last, to):
            raise Wrong("execution of order #%d up to %d came twice" % (order.number, to))
        if to > order.placed["qty"]:
            raise Wrong("order #%d executed more than it asked for" % order.number)
        exponent = order.placed["qe"]
        if values["qe"] != exponent:
            raise Wrong("an execution of order #%d has the exponent %d" % (order.number, values["qe"]))
        qty, price = number(last, exponent), number(values["price"], values["pe"])
        order.filled_quote += qty * price
        self.watch.on_execution(order.number)
        self.on_plan_execution(order, qty, price)
        order.touch(values["epoch"])
        fee = number(values["fee"], values["fe"])
        self.portfolio.book(order, qty, price, fee, values["asset"], values["epoch"], sequence)
        self.ledger.book(order, values, self.run, sequence, self.portfolio, qty, price, fee)
        quote = on_venue(order.instrument, order.instrument["quoteAsset"])
        self.history.book(self.portfolio, quote, self.time)
        below = [asset for asset, amount in self.portfolio.balances.items() if amount < 0]
        if below:
            raise Wrong("at sequence %d the balance of %s is below 0" % (sequence, below))
        if any(self.mark_due(asset) for asset in self.portfolio.profit_assets()):
            self.owed.append("a mark of the profit")

    def mark_due(self, asset):
        if not self.portfolio.is_quoted(asset, self.quotes):
            return False
        net, mark = self.portfolio.profit(asset, self.quotes)[0], self.marks.get(asset)
        return mark is None or net > mark[2] and self.time - mark[4] >= SECOND_NS

    def outcome(self, values, sequence):
        self.unsent += 1
        order = self.orders[values["number"]]
        self.on_plan_unsent(order)
        if order.is_open():
            order.move(REJECTED, "", values["evidence"], self.time)
            self.ended.append(order)
        self.note(sequence, "order #%d was not sent: %s" % (values["number"], values["evidence"]))

    def cancel(self, values, sequence):
        self.watch.on_cancel(values["number"])
        self.note(sequence, "order #%d was asked to be canceled" % values["number"])

    def cancel_rejected(self, values, sequence):
        self.watch.canceled.pop(values["number"], None)
        if self.here and self.here.sequence == sequence:
            self.here.refused_cancels += 1
        self.note(sequence, "cancel of order #%d was not sent: %s" % (values["number"], values["reason"]))
