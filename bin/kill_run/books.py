"""Orders, added up from the journal."""
from decimal import Decimal, ROUND_HALF_EVEN, getcontext

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
                                 format(number(placed["qty"], self.placed["qe"]), "f"), symbol)
        if placed["type"] == 0:
            return text + " at market"
        price = format(number(placed["price"], self.placed["pe"]), "f")
        return "%s at %s %s" % (text, price, TIME_IN_FORCE[placed["tif"]])

    def filled(self):
        return number(sum(to - start for start, to in self.spans), self.placed["qe"])

    def executed(self):
        if not self.spans:
            return ""
        places = max(8, -self.placed["pe"])
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
