"""The answers to /buy, /sell, /cancel, /closeall and /limits, and the results of plans, that follow from the fold."""
import re
from decimal import Decimal, ROUND_DOWN
from . import replies
from .books import STATUS, decimals, number

MINUTE_NS = 60 * 10 ** 9
KEPT_ENDED = 500
LONGEST_REASON = 500
PLAN_HEADS = {1: "✓ %s is done", 2: "✗ %s has ended: trading is stopped, /start resumes",
              3: "✗ %s has ended: not all is sold"}


class Here:
    """What has happened since a command, at its sequence."""

    def __init__(self, fold, sequence):
        self.sequence, self.open, self.books = sequence, len(fold.open_orders()), fold.portfolio.books()
        self.rejection, self.refused_cancels, self.plan = None, 0, None


def text(value):
    """All digits."""
    return format(value.normalize(), "f") if value else "0"


def cut(value, asset=""):
    """At most 8 decimals, towards 0."""
    return (text(decimals(value, 8, ROUND_DOWN)) + " " + asset).strip()


def amounts(setting):
    return {asset: Decimal(amount) for amount, asset in re.findall(r"([0-9.]+)([A-Z]+)", setting)}


def limits(fold):
    """None while something that is held has no quote."""
    settings = fold.config["settings"]
    quote_assets = sorted({one["quoteAsset"] for one in fold.portfolio.instruments})
    if not all(fold.portfolio.is_quoted(asset, fold.quotes) for asset in quote_assets):
        return None
    rows = [["position " + one["symbol"], worth, limit(settings["RISK_MAX_POSITION"], one["quoteAsset"]), ""]
            for one, worth in positions(fold)]
    used = {one["quoteAsset"] for one, _ in positions(fold)}
    rows += [["largest position", "", limit(settings["RISK_MAX_POSITION"], asset), ""]
             for asset in quote_assets if asset not in used]
    recent = sum(1 for at in fold.placed_at if fold.time - at < MINUTE_NS)
    most = int(settings["RISK_MAX_ORDERS_PER_MINUTE"])
    rows += [["open orders", str(len(fold.open_orders())), settings["RISK_MAX_OPEN_ORDERS"], ""],
             ["orders per minute", str(min(recent, most)), str(most), ""]]
    for asset in quote_assets:
        mark, net = fold.marks.get(asset), fold.portfolio.profit(asset, fold.quotes)[0]
        loss = max(mark[1] - net, Decimal(0)) if mark else Decimal(0)
        rows.append(["daily loss", cut(loss, asset), limit(settings["RISK_MAX_DAILY_LOSS"], asset), ""])
    for asset in quote_assets:
        since = fold.marks[asset][3] if asset in fold.marks else 0
        rows.append(["drawdown", cut(drawdown(fold, asset), asset), limit(settings["RISK_MAX_DRAWDOWN"], asset),
                     replies.instant(since) if since else ""])
    rows += [["largest order", "", limit(settings["RISK_MAX_ORDER_NOTIONAL"], asset), ""] for asset in quote_assets]
    oldest = max((fold.time - at for at in fold.received.values()), default=-1)
    rows += [["largest distance from the touch", "", settings.get("RISK_MAX_PRICE_OFF_BPS", "500") + " bps", ""],
             ["quote age", "" if oldest < 0 else "up to %d ms" % (oldest // 10 ** 6),
              settings.get("RISK_MAX_QUOTE_AGE_MS", "5000") + " ms", ""]]
    return replies.Body((["", ": ", " of ", ", counted since "], rows))


def limit(setting, asset):
    limits_by_asset = amounts(setting)
    return text(limits_by_asset[asset]) + " " + asset if asset in limits_by_asset else "none set for " + asset


def positions(fold):
    """Of each symbol of whose base asset something is held, or open buys may bring some: all that is worth, in words."""
    for one in fold.portfolio.instruments:
        quoted = one["symbolId"] in fold.asks
        ask = fold.asks.get(one["symbolId"], Decimal(1))
        value = ask * sum((lot[0] for key, lot in fold.portfolio.lots.items() if key[0] == one["baseAsset"]),
                          Decimal(0))
        for order in fold.open_orders():
            placed = order.placed
            if order.side == 0 and order.instrument["baseAsset"] == one["baseAsset"]:
                at_limit = placed["type"] == 1 and placed["symbol"] == one["symbolId"]
                price = number(placed["price"], placed["pe"]) if at_limit else ask
                value += price * (number(placed["qty"], placed["qe"]) - order.filled())
        if value > 0:
            yield one, cut(value, one["quoteAsset"]) if quoted else "not known while %s has no quote," % one["symbol"]


def drawdown(fold, asset):
    peak = fold.marks[asset][2] if asset in fold.marks else Decimal(0)
    return max(peak - fold.portfolio.profit(asset, fold.quotes)[0], Decimal(0))


def reset(fold):
    """The answer to /limits reset drawdown; before the marks that it makes."""
    if not all(fold.portfolio.is_quoted(asset, fold.quotes) for asset in fold.marks):
        return None
    return replies.lines("\n".join("✓ the drawdown in %s counts from now on; it was %s"
                                   % (asset, cut(drawdown(fold, asset), asset)) for asset in sorted(fold.marks))
                         or "there is no drawdown yet: nothing has been traded")


def cancel(fold, arguments):
    running, here = fold.open_orders(), fold.here
    if arguments == "all":
        sent, count = len(running) - here.refused_cancels, len(running)
        if here.refused_cancels:
            return replies.lines("✗ cancel of only %d of %d orders sent: the order gateway is busy" % (sent, count))
        return replies.lines("✓ cancel of %d orders sent" % sent if count else "no order is open")
    order = fold.orders.get(int(arguments))
    if order is None or not order.is_open() and order not in fold.ended[-KEPT_ENDED:]:
        return replies.lines("✗ no order #%s is known, see /orders" % arguments)
    if not order.is_open():
        return replies.lines("✗ %s has ended: %s" % (order.text(), STATUS[order.status].upper().replace(" ", "_")))
    return replies.lines("✗ cancel of %s not sent: the order gateway is busy" % order.text() if here.refused_cancels
                         else "✓ cancel of %s sent" % order.text())


def trade(fold, arguments):
    """What a refused /buy or /sell is answered with."""
    words, here = arguments.split(), fold.here
    one = next(one for one in fold.portfolio.instruments if one["symbol"] == words[0])
    step = number(1, one["filters"]["qty"]["exponent"])
    if words[1] == "all" and fold.portfolio.held("user", one["baseAsset"]) < step:
        return replies.lines("✗ no %s is held that could be sold" % one["baseAsset"])
    return replies.lines(here.rejection) if here.rejection and here.plan is None else None


def close_all(fold):
    here = fold.here
    if fold.switches[0]:
        return None
    if here.plan is None:
        is_idle = here.open == 0 and here.books == 0 and not fold.closing()
        return replies.lines("nothing is open and nothing is held") if is_idle else None
    sales = [order for order in fold.open_orders() if order.placed["parent"] == here.plan.number]
    return replies.lines("✓ %s started, orders to cancel: %d, sales sent: %d; the result follows"
                         % (here.plan.text(), here.open, len(sales)))


def result(plan, ended):
    """What is told when a plan has ended; None if its record does not hold all of it."""
    by_symbol = sorted(plan.sold.items(), key=lambda one: one[0][::-1])
    sold = ["sold %s %s%s at %s on average" % (text(qty), symbol, "" if source == "user" else " of " + source,
                                               text(decimals(quote / qty, 8)))
            for (source, symbol), (qty, quote, _) in by_symbol if qty > 0]
    if len(ended["reason"].encode("utf-16-le")) // 2 >= LONGEST_REASON:
        return None
    told = re.split(r"; (?=sold |dust: |✗ not sold: |#[0-9]+ )", ended["reason"]) if ended["reason"] else []
    rest = [line for line in told if not line.startswith("sold ")]
    return replies.lines("\n".join([PLAN_HEADS[ended["outcome"]] % plan.text()] + sold + rest))
