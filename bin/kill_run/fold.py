"""The state of a journal as its records tell it, from the first one on and never from a snapshot."""
import base64
import json
from decimal import Decimal
from . import answers, replies, snapshot
from .books import NEW, UNKNOWN, number
from .history import History
from .ledger import Ledger
from .portfolio import Portfolio
from .order_fold import OrderFold, origin
from .plans import PlanFold
from .records import (CANCEL, CANCEL_REJECTED, COMMAND, CONFIG, EVENTS, LOSS, ORDER_ACK, OUTCOME, PLACED, PLAN_ENDED,
                      PLAN_STARTED, REJECTED as REFUSED, REMEMBERED, REPLY, RULES, SNAPSHOT, START, STRATEGY, SWITCHED,
                      TICK, TIMER, VALUED, Wrong, read)
from .replies import VERB, WORDS
from .reply_fold import ReplyFold
from .watch import Watch

DAY_NS = 86_400 * 10 ** 9
KEPT_COMMANDS = 512
REDELIVERING = (1, 3)  # channels


class Fold(OrderFold, PlanFold, ReplyFold):
    """Raises Wrong at the first record that cannot be right."""

    def __init__(self, starting):
        self.portfolio, self.orders, self.by_cid, self.ended, self.exchange_ids = Portfolio(starting), {}, {}, [], {}
        self.history, self.ledger, self.memories = History(), Ledger(), {}
        self.instruments = {}
        self.switches = (False, 0, False)
        self.strategies, self.marks, self.placed_at = {}, {}, []
        self.notices, self.unanswered, self.repairs = [], {}, []
        self.time = self.sequence = self.last_number = 0
        self.run, self.bids, self.asks, self.config, self.head = None, {}, {}, {}, None
        self.asked, self.owed, self.known_at, self.late = None, [], None, set()
        self.watch = Watch(self.late)
        self.said, self.other_replies, self.answers, self.heads = set(), [], [], []
        self.received, self.here, self.results = {}, None, []
        self.recent, self.known, self.unsent = {}, 0, 0
        self.plans, self.last_plan, self.plan_origins = {}, 0, set()
        self.valuations = self.records = self.runs = self.rolls = self.snapshots = self.unknown = 0
        self.replies = self.replies_foretold = self.answers_foretold = 0
        self.path, self.end = None, 0

    @property
    def quotes(self):
        return self.bids, self.asks

    def open_orders(self):
        return [order for _, order in sorted(self.orders.items()) if order.is_open()]

    def begin_life(self):
        """What users were told is compared life by life."""
        self.said, self.other_replies, self.answers, self.heads = set(), [], [], []

    def read(self, path, limit=None):
        """False, and nothing is folded, for a segment that was killed before its start was whole."""
        records = list(read(path, limit))
        start = records[0][2] if records and records[0][0] == START else None
        config, parts = 0, snapshot.Parts()
        for template, _, values, _ in records:
            config += len(values) if template == CONFIG else 0
            if template == SNAPSHOT:
                parts.add(values)
        if start is None or (config, len(parts.complete)) != (start["config"], start["parts"]):
            return False
        self.head = None
        for template, sequence, values, end in records:
            self.path, self.end = path, end
            self.record(template, sequence, values)
            self.records += 1
        return True

    def record(self, template, sequence, values):
        if template == START:
            self.head = None if values["continuation"] else (values, [], snapshot.Parts())
        elif template == CONFIG:
            self.head[1].append(values)
        elif template == SNAPSHOT:
            start, config, parts = self.head
            parts.add(values)
            if len(parts.complete) == start["parts"]:
                self.segment(start, b"".join(config), parts.sources())
        else:
            if template in EVENTS:
                self.event(template, sequence, values)
            handler = HANDLERS.get(template)
            if handler:
                handler(self, values, sequence)

    def segment(self, start, config, parts):
        self.config = json.loads(config, parse_float=Decimal)
        is_new_run = start["run"] != self.run
        if is_new_run:
            self.trade({one["symbolId"]: one for one in self.config["instruments"] if one})
        if self.run is None:
            self.strategies = snapshot.strategies(parts["strategies"])
        elif is_new_run:
            self.restart()
        self.rolls += not is_new_run
        if is_new_run:
            self.run, self.bids, self.asks, self.asked, self.owed = start["run"], {}, {}, None, []
            self.received, self.results = {}, []
            self.watch = Watch(self.late, int(self.config["settings"].get("PAPER_LATENCY_MS", 50)))
            self.runs += 1
        self.unanswered, self.known_at = {}, None
        snapshot.compare(self, parts, is_new_run)
        self.snapshots += 1

    def trade(self, instruments):
        """What the venue has told the new run; of other symbols, what the run before knew."""
        known = {one["symbol"]: one for one in self.instruments.values()}
        for at, symbol in enumerate(self.config["symbols"]):
            if at not in instruments and symbol in known:
                instruments[at] = dict(known[symbol], symbolId=at)
        self.instruments = instruments
        self.portfolio.instruments = [one for _, one in sorted(instruments.items())]

    def rules(self, values, sequence):
        symbol = values["symbol"]
        self.instruments[symbol] = {
            "symbolId": symbol, "symbol": self.config["symbols"][symbol], "baseAsset": values["base"],
            "quoteAsset": values["quote"], "filters": {"qty": {"exponent": values["qe"], "step": values["step"]}}}
        self.portfolio.instruments = [one for _, one in sorted(self.instruments.items())]

    def restart(self):
        for order in self.open_orders():
            if order.status == NEW:
                order.status = UNKNOWN
                self.unknown += 1
        if any(repair.endswith(replies.RECORDS_LOST) for repair in self.repairs):
            self.switches = (True, self.sequence, self.switches[2])
        lost = ["⚠ the answer to %s was lost with the process: %s" % (words[0], ", ".join(words[1:])
                or "nothing came of it") for _, words in sorted(self.unanswered.items())]
        owed = [notice for notice in self.notices if not notice.startswith("✓ restarted: ")]
        self.notices = [replies.restarted(self)] + owed + self.repairs + lost + self.interrupted_plans()
        self.repairs = []

    def event(self, template, sequence, values):
        if self.owed:
            raise Wrong("at sequence %d the process went on, but still owes: %s" % (sequence, ", ".join(self.owed)))
        self.sequence = sequence
        if template == TICK:
            self.time = max(self.time, values["received_epoch"])
            self.received[values["symbol"]] = values["received_epoch"]
            if values["bid"] > 0:
                self.bids[values["symbol"]] = number(values["bid"], values["pe"])
            if values["ask"] > 0:
                self.asks[values["symbol"]] = number(values["ask"], values["pe"])
        elif template == COMMAND:
            self.time = max(self.time, values["received"])

    def timer(self, values, sequence):
        self.time = values["epoch"]
        self.watch.on_timer(self)
        if self.watch.timers == 2 and self.notices:
            raise Wrong("after the first timer it still owes: %s" % self.notices)

    def command(self, values, sequence):
        verb = values["verb"]
        self.asked = (verb, sequence, values["arguments"])
        self.to, self.here = origin(values), answers.Here(self, sequence)
        is_known = self.is_known(values)
        self.known_at = sequence if is_known else None
        if verb == VERB["status"] and not is_known:
            return
        if verb != VERB["status"]:
            self.unanswered[sequence] = [("/" + WORDS[verb] + " " + values["arguments"]).strip()]
        self.owed.append("the answer to /%s" % WORDS[verb])
        self.predicted = self.after = None
        if is_known:
            self.predicted = replies.lines("✗ /%s was received before the restart and is not executed again; see "
                                           "/orders and /status" % WORDS[verb])
        elif WORDS[verb] in ("start", "stop", "pause"):
            self.predicted, self.after = replies.switch(self, verb, sequence)
        elif verb == VERB["strategy"]:
            self.predicted, self.after = replies.strategy(self, values["arguments"].split())
        elif verb == VERB["limits"] and values["arguments"]:
            self.predicted = answers.reset(self)

    def is_known(self, values):
        """Whether that message has brought a command before; a terminal's have no names."""
        key = (values["channel"], values["chat"], values["message"])
        if values["channel"] not in REDELIVERING:
            return False
        known = key in self.recent
        self.known += known
        self.recent.setdefault(key)
        if len(self.recent) > KEPT_COMMANDS:
            del self.recent[next(iter(self.recent))]
        return known

    def note(self, sequence, words):
        if sequence == self.known_at:
            raise Wrong("the command at sequence %d was known, and is carried out again: %s" % (sequence, words))
        if sequence in self.unanswered:
            self.unanswered[sequence].append(words)

    def switched(self, values, sequence):
        self.switches = (values["halted"] == 1, values["halt_sequence"], values["paused"] == 1)
        self.note(sequence, "it was carried out")

    def strategy(self, values, sequence):
        before, after = self.strategies[values["strategy"]], (values["on"] == 1, values["parameters"])
        self.strategies[values["strategy"]] = after
        if after[0] or before[0] == after[0]:
            self.memories.pop(values["strategy"], None)  # it was reset
        self.note(sequence, "it was carried out")

    def valued(self, values, sequence):
        bid = self.bids.get(next(one["symbolId"] for one in self.portfolio.instruments
                                 if one["baseAsset"] == values["asset"] and one["quoteAsset"] == values["cost_asset"]))
        if bid != Decimal(values["price"]):
            raise Wrong("at sequence %d %s was not valued at its bid, but at %s"
                        % (sequence, values["asset"], values["price"]))
        self.valuations += 1
        self.portfolio.worths[values["asset"]] = values["cost_asset"], Decimal(values["price"])

    def remembered(self, values, sequence):
        self.memories[values["strategy"]] = (values["writer"], values["version"], base64.b64decode(values["memory"]))

    def loss(self, values, sequence):
        asset, day = values["asset"], values["day"]
        start, peak = Decimal(values["day_start"]), Decimal(values["peak"])
        net, old = self.portfolio.profit(asset, self.quotes)[0], self.marks.get(asset)
        is_same_day = old is not None and day == old[0]
        is_reset = values["since"] != (old[3] if old else 0)
        if day != self.time // DAY_NS and not is_same_day:
            raise Wrong("the mark at sequence %d is of day %d" % (sequence, day))
        if is_reset and values["since"] != self.time:
            raise Wrong("the drawdown reset at sequence %d counts from another time" % sequence)
        expected = (old[1] if is_same_day or is_reset else net, net if is_reset
                    else max(net, old[2] if old else Decimal(0)))
        if (start, peak) != expected:
            raise Wrong("the mark of %s at sequence %d is %s and %s, not %s and %s"
                        % ((asset, sequence, start, peak) + expected))
        self.marks[asset] = (day, start, peak, values["since"], self.time)
        if is_reset:
            self.note(sequence, "it was carried out")
        self.owed = [what for what in self.owed if what != "a mark of the profit"]


HANDLERS = {
    COMMAND: Fold.command, ORDER_ACK: Fold.ack, TIMER: Fold.timer, PLACED: Fold.placed, SWITCHED: Fold.switched,
    STRATEGY: Fold.strategy, REMEMBERED: Fold.remembered, LOSS: Fold.loss, REPLY: Fold.reply, OUTCOME: Fold.outcome,
    REFUSED: Fold.rejected, CANCEL: Fold.cancel, CANCEL_REJECTED: Fold.cancel_rejected, VALUED: Fold.valued,
    RULES: Fold.rules, PLAN_STARTED: Fold.plan_started, PLAN_ENDED: Fold.plan_ended,
}
