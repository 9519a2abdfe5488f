"""The snapshot at the start of a segment, part by part, against the fold: after a restart it is what was recovered."""
import struct
from decimal import Decimal
from . import history, plans
from .records import Wrong


class In:
    """What java.io.DataOutput wrote."""

    def __init__(self, data):
        self.data, self.at = data, 0

    def get(self, layout):
        values = struct.unpack_from(">" + layout, self.data, self.at)
        self.at += struct.calcsize(">" + layout)
        return values[0] if len(values) == 1 else values

    def text(self):
        return self.take(self.get("H")).decode()

    def take(self, size):
        self.at += size
        return self.data[self.at - size:self.at]

    def list(self, one):
        return [one() for _ in range(self.get("i"))]

    def amount(self):
        return Decimal(self.text())

    def amounts(self):
        return {asset: amount for asset, amount in self.list(lambda: (self.text(), self.amount())) if amount}


class Parts:
    """The parts of a snapshot, put together from the pieces in its records."""

    def __init__(self):
        self.complete, self.at = {}, b""

    def add(self, piece):
        self.at = self.at * (piece["offset"] > 0) + piece["state"]
        if len(self.at) == piece["total"]:
            self.complete[piece["name"]] = self.at

    def sources(self):
        return {name: In(state) for name, state in self.complete.items()}


def strategies(source):
    """Switch and parameters by name, which follow the ones of the settings."""
    def one():
        name = source.text()
        source.get("Hi")
        source.text(), source.get("b"), source.text()
        parameters, on = source.text(), source.get("b") == 1
        source.get("b"), source.text(), source.get("b")
        return name, (on, parameters)
    return dict(source.list(one))


def memories(source):
    """What strategies remember, by name: the type that wrote it, its version and bytes."""
    def one():
        name = source.text()
        source.get("Hi")
        return name, (source.text(), source.get("H"), source.take(source.get("i")))
    return dict(source.list(one))


def order(source):
    number, account = source.get("qH")
    cid, symbol = source.text(), source.text()
    terms = source.get("bbbqbqb")
    origin = source.get("bqqqq")
    made_by, intent, parent, epoch, rationale = source.text(), source.get("b"), source.get("q"), source.get("q"), \
        source.text()
    status, exchange, quote = source.get("b"), source.text(), source.amount()
    times, reason = source.get("qq"), source.text()
    spans = source.list(lambda: source.get("qq"))
    return {"number": number, "account": account, "client order id": cid, "symbol": symbol, "terms": terms,
            "origin": origin, "source": made_by, "intent": intent, "parent": parent, "time": epoch, "rationale": rationale, "status": status,
            "exchange order id": exchange, "filled for": quote, "times of updates": times, "reason": reason,
            "executions": spans}


def folded_order(one):
    placed = one.placed
    return {"number": one.number, "account": placed["account"], "client order id": placed["cid"],
            "symbol": one.instrument["symbol"],
            "terms": tuple(placed[name] for name in ("side", "type", "tif", "qty", "qe", "price", "pe")),
            "origin": tuple(placed[name] for name in ("channel", "user", "chat", "thread", "message")),
            "source": placed["source"], "intent": placed["intent"], "parent": placed["parent"], "time": placed["epoch"], "rationale": placed["rationale"],
            "status": one.status, "exchange order id": one.exchange, "filled for": one.filled_quote,
            "times of updates": (one.acked, one.updated), "reason": one.reason, "executions": one.spans}


def position(source):
    return (source.text(), source.text(), source.text()), [source.amount(), source.amount(), source.get("b") == 1]


def fill(source):
    return (source.get("q"), source.text(), source.text(), source.get("b"), source.amount(), source.amount(),
            source.amount(), source.text()) + source.get("qq")


def compare(fold, source, is_new_run):
    """Every durable part; what a restart does not keep is not compared."""
    where = "of the run that was %s" % ("recovered" if is_new_run else "going on")
    check = Check("%s, %s" % (fold.head[0]["number"], where))
    check("time", source["time"].get("qq"), (fold.time, fold.sequence))
    compare_orders(check, source["orders"], fold)
    compare_portfolio(check, source["portfolio"], fold.portfolio)
    history.compare(check, source["history"], fold.history)
    halted, sequence, paused = source["tradingState"].get("bqb")
    check("switches", (halted == 1, sequence, paused == 1), fold.switches)
    losses = source["losses"]
    losses.get("qb")
    check("loss marks", dict(losses.list(lambda: (losses.text(), (losses.get("q"), losses.amount(), losses.amount())
                                              + losses.get("qq")))), fold.marks)
    times = source["risk"].list(lambda: source["risk"].get("q"))
    most = int(fold.config["settings"]["RISK_MAX_ORDERS_PER_MINUTE"])
    check("times of orders", times, fold.placed_at[-most:])
    commands = source["commands"]
    check("messages known", commands.list(lambda: commands.get("bqq")), list(fold.recent))
    source["strategies"].at = 0
    check("strategies", strategies(source["strategies"]), fold.strategies)
    for name, memory in memories(source["strategy memories"]).items():
        check("what strategy %s remembers" % name, memory, fold.memories.get(name) or memory)
        fold.memories[name] = memory
    plans.compare(check, source["plans"], fold, is_new_run)
    restart = source["restart"]
    resolve_due = restart.get("b") == 1
    check("notices owed", restart.list(restart.text), fold.notices)
    if is_new_run:
        check("whether orders are to be asked for", resolve_due, bool(fold.open_orders()))


def compare_orders(check, source, fold):
    check("last order number", source.get("q"), fold.last_number)
    for name, wanted in ("ended orders", fold.ended[-500:]), ("open orders", fold.open_orders()):
        saved = source.list(lambda: order(source))
        check("numbers of " + name, [one["number"] for one in saved], [one.number for one in wanted])
        for one, other in zip(saved, map(folded_order, wanted)):
            for field in one:
                check("%s of order #%d" % (field, other["number"]), one[field], other[field])


def compare_portfolio(check, source, portfolio):
    check("balances", source.amounts(), {asset: amount for asset, amount in portfolio.balances.items() if amount})
    saved = dict(source.list(lambda: position(source)))
    check("assets held", sorted(saved), sorted(portfolio.lots))
    for key, lot in portfolio.lots.items():
        for at, name in enumerate(("quantity", "cost", "whether it was valued")):
            check("%s of %s" % (name, key), saved[key][at], lot[at])
    check("other fees", source.amounts(), portfolio.other_fees)
    results = dict(source.list(lambda: ((source.text(), source.text()), [source.amount(), source.amount()])))
    check("results", sorted(results), sorted(portfolio.results))
    for key, result in portfolio.results.items():
        for at, name in enumerate(("realised profit", "fees")):
            check("%s of %s" % (name, key), results[key][at], result[at])
    worths = source.list(lambda: (source.text(), (source.text(), source.amount())))
    check("worths", dict(worths), portfolio.worths)
    check("fills", source.list(lambda: fill(source)), portfolio.fills[-1000:])
    check("number of executions", source.get("q"), len(portfolio.fills))


class Check:
    def __init__(self, where):
        self.where = where

    def __call__(self, name, found, wanted):
        if found != wanted:
            raise Wrong("%s in segment %s: %s; the journal tells %s" % (name, self.where, short(found), short(wanted)))


def short(value):
    text = str(value)
    return text if len(text) < 400 else text[:400] + "..."
