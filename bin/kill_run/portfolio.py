"""Balances, who holds them at which cost, and profit, added up from executions."""
from decimal import Decimal, ROUND_HALF_UP
from .books import ZERO, decimals, number

NOBODY = None  # whose cost is not known
EXTERNAL = "external"


def share(amount, part, whole):
    return amount if part == whole else min(decimals(amount * part / whole, 18), amount)


def on_venue(instrument, asset):
    at = instrument["symbol"].find("@")
    return asset if at < 0 else asset + instrument["symbol"][at:]


class Portfolio:
    def __init__(self, starting):
        self.balances, self.other_fees, self.fills = dict(starting), {}, []
        self.lots = {}  # (asset, source, counted in): [quantity, cost, valued at the touch]
        self.results = {}  # (source, counted in): [realised, fees]
        self.worths = {}  # asset: (counted in, price)
        self.instruments = []

    def book(self, order, qty, price, fee, fee_asset, epoch, sequence):
        source, instrument, is_buy = order.placed["source"], order.instrument, order.side == 0
        base, quote = (on_venue(instrument, instrument[name]) for name in ("baseAsset", "quoteAsset"))
        fee_on_venue = on_venue(instrument, fee_asset)
        paid, out, received, into = (qty * price, quote, qty, base) if is_buy else (qty, base, qty * price, quote)
        pieces = self.pieces(source, out, paid, into)
        if pieces[-1][0] is NOBODY and is_buy:
            pieces[-1] = self.counted(out, pieces[-1][1])
        self.change(out, -paid)
        in_kind = min(fee, received) if fee_on_venue == into else ZERO
        owed, left, fee_left = fee, received, in_kind
        for at, piece in enumerate(pieces):
            last = at == len(pieces) - 1
            got = left if last else min(share(received, piece[1], paid), left)
            cut = min(fee_left if last else share(in_kind, got, received), got, fee_left)
            left, fee_left, owed = left - got, fee_left - cut, owed - cut
            self.change(into, got - cut)
            self.receive(source, into, piece, got, cut)
        if owed > 0:
            self.pay_fee(source, fee_on_venue, owed, is_buy and fee_on_venue == quote)
        self.fills.append((order.number, source, instrument["symbol"], order.side, qty, price, fee, fee_asset, epoch,
                           sequence))

    def pieces(self, source, asset, qty, first):
        """What a source gives up: its own, then external, then of others; what has no cost comes last."""
        external, found, nobodys = max(self.held(EXTERNAL, asset), ZERO), [], ZERO
        keys = [key for key in self.lots if key[0] == asset]
        own = sorted((key for key in keys if key[1] == source), key=lambda key: (key[2] != first, key[2]))
        others = sorted((key for key in keys if key[1] != source), key=lambda key: (key[1], key[2] != first, key[2]))
        for step, group in enumerate((own, others)):
            if step == 1:
                nobodys = min(qty, external)
                qty -= nobodys
            for key in group:
                lot, part = self.lots[key], min(qty, self.lots[key][0])
                if part > 0:
                    cost = share(lot[1], part, lot[0])
                    found.append((key[2], part, cost, lot[2]))
                    lot[0], lot[1], qty = lot[0] - part, lot[1] - cost, qty - part
                    if lot[0] == 0:
                        del self.lots[key]
        if nobodys + qty > 0 or not found:
            found.append((NOBODY, nobodys + qty, ZERO, False))
        return found

    def counted(self, asset, qty):
        into, price = self.worths.get(asset, (asset, None))
        return into, qty, qty if price is None else qty * price, price is not None

    def receive(self, source, asset, piece, got, cut):
        into, _, cost, valued = piece
        if into is NOBODY:
            self.earn(source, asset, ZERO, ZERO)
            self.pay_other(asset, cut)
        elif into == asset:
            self.earn(source, asset, got - cost, cut)
        else:
            cut_cost = share(cost, cut, got) if got else cost
            self.earn(source, into, ZERO, cut_cost)
            if got > cut:
                lot = self.lots.setdefault((asset, source, into), [ZERO, ZERO, False])
                lot[0], lot[1], lot[2] = lot[0] + got - cut, lot[1] + cost - cut_cost, lot[2] or valued

    def pay_fee(self, source, asset, fee, is_payment_too):
        for piece in self.pieces(source, asset, fee, asset):
            if piece[0] is NOBODY and is_payment_too:
                piece = self.counted(asset, piece[1])
            if piece[0] is NOBODY:
                self.pay_other(asset, piece[1])
            else:
                self.earn(source, piece[0], ZERO, piece[2])
        self.change(asset, -fee)

    def earn(self, source, asset, realised, fee):
        result = self.results.setdefault((source, asset), [ZERO, ZERO])
        result[0], result[1] = result[0] + realised, result[1] + fee

    def pay_other(self, asset, fee):
        if fee:
            self.other_fees[asset] = self.other_fees.get(asset, ZERO) + fee

    def change(self, asset, by):
        self.balances[asset] = self.balances.get(asset, ZERO) + by

    def held(self, source, asset):
        if source == EXTERNAL:
            own = sum((lot[0] for key, lot in self.lots.items() if key[0] == asset), ZERO)
            return self.balances.get(asset, ZERO) - own
        return sum((lot[0] for key, lot in self.lots.items() if key[:2] == (asset, source)), ZERO)

    def positions(self):
        return sorted(self.lots.items())

    def books(self):
        return len({key[:2] for key in self.lots})

    def sources(self):
        return sorted({key[0] for key in self.results} | {key[1] for key in self.lots})

    def profit_assets(self):
        return sorted({key[1] for key in self.results} | {key[2] for key in self.lots})

    def profit(self, asset, quotes, only=None):
        """Net, realised, unrealised, fees; of one source or of all."""
        own = [one for key, one in self.results.items() if key[1] == asset and only in (None, key[0])]
        realised, fees = (sum((one[at] for one in own), ZERO) for at in (0, 1))
        unrealised = ZERO
        for key, lot in self.lots.items():
            if key[2] == asset and only in (None, key[1]):
                worth = self.worth(key[0], asset, quotes)
                unrealised += ZERO if worth is None else lot[0] * worth - lot[1]
        return realised + unrealised - fees, realised, unrealised, fees

    def is_quoted(self, asset, quotes):
        """False while something that could be sold has no quote that its worth needs."""
        for key, lot in self.lots.items():
            way = self.way(key[0], asset) if key[2] == asset else []
            if any(rate(one, held, quotes) is None for one, held in way):
                one = way[0][0]
                qty = one["filters"]["qty"]
                step = number(qty["step"], qty["exponent"])
                is_sale = on_venue(one, one["baseAsset"]) == key[0]
                if not is_sale or min(lot[0], self.balances[key[0]]) >= step:
                    return False
        return True

    def worth(self, asset, into, quotes):
        worth = Decimal(1)
        way = self.way(asset, into)
        for one, held in way:
            step = rate(one, held, quotes)
            worth = None if step is None or worth is None else worth * step
        return worth if way else None

    def way(self, asset, into):
        """The first symbol, or the first two, by which one becomes the other, each with the asset that is given."""
        for one in self.instruments:
            if other(one, asset) == into:
                return [(one, asset)]
        for one in self.instruments:
            over = other(one, asset)
            for two in self.instruments if over else []:
                if other(two, over) == into:
                    return [(one, asset), (two, over)]
        return []


def other(instrument, asset):
    base, quote = (on_venue(instrument, instrument[name]) for name in ("baseAsset", "quoteAsset"))
    return quote if asset == base else base if asset == quote else None


def rate(instrument, asset, quotes):
    bids, asks = quotes
    if asset == on_venue(instrument, instrument["baseAsset"]):
        return bids.get(instrument["symbolId"])
    ask = asks.get(instrument["symbolId"])
    return None if ask is None else decimals(1 / ask, 18)


def entry(lot):
    return decimals(lot[1] / lot[0], 8, ROUND_HALF_UP)
