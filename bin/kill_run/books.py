"""Orders, positions and amounts, added up from the journal."""
from decimal import Decimal, ROUND_HALF_EVEN, ROUND_HALF_UP, getcontext

getcontext().prec = 120
ZERO = Decimal(0)
STATUS = ["new", "accepted", "partially filled", "filled", "canceled", "rejected", "expired", "unknown"]
NEW, CANCELED, REJECTED, UNKNOWN = 0, 4, 5, 7
RANK = [0, 2, 3, 4, 4, 4, 4, 1]  # an order only moves forward
TIME_IN_FORCE = ["GTC", "IOC", "FOK"]


def number(mantissa, exponent):
    return Decimal(mantissa).scaleb(exponent)


def decimals(value, places, rounding=ROUND_HALF_EVEN):
    return value.quantize(Decimal(1).scaleb(-places), rounding=rounding)


def plain(value):
    """At most 8 decimals, no zeros behind the last."""
    shown = decimals(value, 8).normalize()
    return "0" if shown == 0 else format(shown, "f")


class Order:
    def __init__(self, placed, instrument):
        self.placed, self.instrument = placed, instrument
        self.number, self.side = placed["number"], placed["side"]
        self.status, self.exchange, self.reason = NEW, "", ""
        self.spans, self.filled_quote = [], ZERO
        self.acked = self.updated = 0

    def is_open(self):
        return RANK[self.status] < 4

    def text(self):
        placed, symbol = self.placed, self.instrument["symbol"]
        text = "#%d %s %s %s" % (self.number, ["buy", "sell"][self.side],
                                 format(number(placed["qty"], self.instrument["qty"]["exponent"]), "f"), symbol)
        if placed["type"] == 0:
            return text + " at market"
        price = format(number(placed["price"], self.instrument["price"]["exponent"]), "f")
        return "%s at %s %s" % (text, price, TIME_IN_FORCE[placed["tif"]])

    def filled(self):
        return number(sum(to - start for start, to in self.spans), self.instrument["qty"]["exponent"])

    def executed(self):
        if not self.spans:
            return ""
        places = max(8, -self.instrument["price"]["exponent"])
        average = decimals(self.filled_quote / self.filled(), places).normalize()
        return "%s at %s on average" % (format(self.filled(), "f"), format(average, "f"))

    def by(self):
        return "" if self.placed["source"] == "user" else self.placed["source"] + ": "

    def sent_text(self):
        return "✓ " + self.by() + self.text() + " sent"

    def end_text(self):
        mark = "✓ " if self.spans or self.status == CANCELED else "✗ "
        return mark + self.by() + self.text() + " " + STATUS[self.status] \
            + (": " + self.reason if self.reason else "") + (", " + self.executed() if self.spans else "")

    def row(self):
        return [self.text(), STATUS[self.status], self.executed()]

    def touch(self, epoch):
        self.acked = self.acked or epoch
        self.updated = max(self.updated, epoch)

    def add_span(self, start, to):
        """False when a part of it was counted before."""
        if any(one < to and start < other for one, other in self.spans):
            return False
        self.spans = sorted(self.spans + [(start, to)])
        merged = []
        for span in self.spans:
            if merged and merged[-1][1] == span[0]:
                merged[-1] = (merged[-1][0], span[1])
            else:
                merged.append(span)
        self.spans = merged
        return True

    def move(self, status, exchange, reason, epoch):
        changed = not self.exchange and exchange != ""
        self.exchange = self.exchange or exchange
        if RANK[self.status] < RANK[status]:
            self.status, self.reason, changed = status, reason, True
        if changed:
            self.touch(epoch)


class Position:
    def __init__(self, instrument):
        self.symbol, self.base, self.quote = (instrument[name] for name in ("symbol", "baseAsset", "quoteAsset"))
        self.id, self.step = instrument["symbolId"], number(instrument["qty"]["step"], instrument["qty"]["exponent"])
        self.qty = self.cost = self.realised = self.fees = self.holdings_sold = ZERO

    def trade(self, side, qty, price):
        if side == 0:
            self.qty += qty
            self.cost += qty * price
        else:
            own = min(qty, self.qty)
            self.release(own, price)
            self.holdings_sold += (qty - own) * price

    def release(self, part, price):
        if part == 0:
            return
        removed = self.cost if part == self.qty else min(decimals(self.cost * part / self.qty, 18), self.cost)
        self.qty -= part
        self.cost -= removed
        self.realised += part * price - removed

    def pay_in_base(self, fee, bought, price):
        """Returns what neither the fill nor the position could pay."""
        of_bought = min(fee, bought)
        self.qty -= of_bought
        self.cost -= of_bought * price
        self.fees += of_bought * price
        of_position = min(fee - of_bought, self.qty)
        self.release(of_position, price)
        self.fees += of_position * price
        return fee - of_bought - of_position

    def entry(self):
        return decimals(self.cost / self.qty, 8, ROUND_HALF_UP) if self.qty > 0 else ZERO

    def unrealised(self, bid):
        return ZERO if bid is None or self.qty <= 0 else self.qty * bid - self.cost


class Portfolio:
    def __init__(self, starting):
        self.balances, self.other_fees, self.positions, self.fills = dict(starting), {}, {}, []

    def book(self, order, qty, price, fee, asset, epoch, sequence):
        instrument = order.instrument
        position = self.positions.setdefault(instrument["symbol"], Position(instrument))
        sign = 1 if order.side == 0 else -1
        position.trade(order.side, qty, price)
        self.change(position.base, sign * qty)
        self.change(position.quote, -sign * qty * price)
        if fee:
            self.change(asset, -fee)
            unpaid = ZERO
            if asset == position.quote:
                position.fees += fee
            elif asset == position.base:
                unpaid = position.pay_in_base(fee, qty if order.side == 0 else ZERO, price)
            else:
                unpaid = fee
            if unpaid:
                self.other_fees[asset] = self.other_fees.get(asset, ZERO) + unpaid
        self.fills.append((order.number, position.symbol, order.side, qty, price, fee, asset, epoch, sequence))

    def change(self, asset, by):
        self.balances[asset] = self.balances.get(asset, ZERO) + by

    def by_symbol(self):
        return [self.positions[symbol] for symbol in sorted(self.positions)]

    def held(self):
        return sum(1 for position in self.positions.values() if position.qty > 0)

    def quote_assets(self):
        return sorted({position.quote for position in self.positions.values()})

    def profit(self, asset, bids):
        """Net, realised, unrealised, fees."""
        own = [position for position in self.positions.values() if position.quote == asset]
        realised = sum((position.realised for position in own), ZERO)
        unrealised = sum((position.unrealised(bids.get(position.id)) for position in own), ZERO)
        fees = sum((position.fees for position in own), ZERO)
        return realised + unrealised - fees, realised, unrealised, fees

    def is_quoted(self, asset, bids):
        """False while a symbol that could be sold has no quote."""
        return all(position.id in bids or min(position.qty, self.balances[position.base]) < position.step
                   for position in self.positions.values() if position.quote == asset)
