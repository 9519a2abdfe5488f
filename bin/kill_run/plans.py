"""Plans, /closeall and divided sales, as the records tell them."""
from decimal import Decimal
from . import answers
from .books import number
from .records import Wrong

CLOSE_ALL = 1
FILLED, CANCELED = 3, 4


class Plan:
    def __init__(self, values, symbol):
        self.values, self.symbol = values, symbol
        self.number, self.left, self.sold = values["number"], number(values["qty"], values["qe"]), {}

    def origin(self):
        return tuple(self.values[name] for name in ("channel", "user", "chat", "thread", "message"))

    def text(self):
        what = "/closeall" if self.values["kind"] == CLOSE_ALL else \
            "sale of %s %s" % (format(number(self.values["qty"], self.values["qe"]), "f"), self.symbol)
        return "%s (plan %d)" % (what, self.number)

    def add(self, order, qty, quote, canceled=False):
        key = (order.placed["source"], order.instrument["symbol"])
        before = self.sold.get(key, (Decimal(0), Decimal(0), False))
        self.sold[key] = (before[0] + qty, before[1] + quote, before[2] or canceled)


class PlanFold:
    """A part of the class Fold, which has the state."""

    def plan_started(self, values, sequence):
        if values["number"] != self.last_plan + 1:
            raise Wrong("plan %d was started after plan %d" % (values["number"], self.last_plan))
        if self.switches[0]:
            raise Wrong("plan %d was started while trading is stopped" % values["number"])
        symbol = "" if values["symbol"] < 0 else self.instruments[values["symbol"]]["symbol"]
        self.last_plan = values["number"]
        self.plans[values["number"]] = Plan(values, symbol)
        self.plan_origins.add(self.plans[values["number"]].origin())
        if self.here and self.here.sequence == sequence:
            self.here.plan = self.plans[values["number"]]
        self.note(sequence, "plan %d was started" % values["number"])

    def plan_ended(self, values, sequence):
        plan = self.plans.pop(values["number"], None)
        if plan is None:
            raise Wrong("plan %d has ended, but did not go on" % values["number"])
        text = answers.result(plan, values)
        self.results = [one for one in self.results if one[0] == sequence]
        self.results.append((sequence, plan.origin(), text))
        self.note(sequence, "plan %d has ended%s" % (values["number"], values["reason"] and ": " + values["reason"]))

    def closing(self):
        return any(plan.values["kind"] == CLOSE_ALL for plan in self.plans.values())

    def plan_of(self, order):
        return self.plans.get(order.placed["parent"])

    def on_plan_placed(self, order):
        parent = order.placed["parent"]
        if parent and parent not in self.plans:
            raise Wrong("order #%d is of plan %d, which does not go on" % (order.number, parent))
        if parent:
            self.plans[parent].left -= number(order.placed["qty"], order.placed["qe"])

    def on_plan_unsent(self, order):
        if self.plan_of(order):
            self.plan_of(order).left += number(order.placed["qty"], order.placed["qe"])

    def on_plan_execution(self, order, qty, price):
        if self.plan_of(order):
            self.plan_of(order).add(order, qty, qty * price)

    def on_plan_end(self, order):
        plan = self.plan_of(order)
        if plan and order.status != FILLED:
            plan.left += number(order.placed["qty"], order.placed["qe"]) - order.filled()
        if plan and order.status == CANCELED:
            plan.add(order, Decimal(0), Decimal(0), True)

    def interrupted_plans(self):
        return ["⚠ %s was interrupted and goes on when quotes are current; /stop ends it" % plan.text()
                for _, plan in sorted(self.plans.items())]


def saved_plan(source):
    plan = {"number": source.get("q"), "account": source.get("H"), "kind": source.get("b"),
            "origin": source.get("bqqqq"), "source": source.text(), "symbol": source.text(), "qty": source.get("q"),
            "qe": source.get("b"), "epoch": source.get("q"), "left": source.amount()}
    plan["sold"] = {(one[0], one[1]): one[2:] for one in source.list(
        lambda: (source.text(), source.text(), source.amount(), source.amount(), source.get("b") == 1))}
    pace = source.get("bqq") + (source.text(),), source.list(lambda: source.get("q"))
    return plan, pace


def compare(check, source, fold, is_new_run):
    check("last plan number", source.get("q"), fold.last_plan)
    saved = source.list(lambda: saved_plan(source))
    check("numbers of plans", [plan["number"] for plan, _ in saved], sorted(fold.plans))
    for found, pace in saved:
        plan = fold.plans[found["number"]]
        values = plan.values
        wanted = {"number": plan.number, "account": values["account"], "kind": values["kind"],
                  "origin": plan.origin(),
                  "source": values["source"], "symbol": plan.symbol, "qty": values["qty"], "qe": values["qe"],
                  "epoch": values["epoch"], "left": plan.left, "sold": plan.sold}
        for field in wanted:
            check("%s of plan %d" % (field, plan.number), found[field], wanted[field])
        if is_new_run:
            check("pace of plan %d" % plan.number, pace, ((1, 0, 0, ""), []))
