"""What users must have been told: the canonical bytes of a reply, and the answers that follow from the fold."""
import os, struct
from datetime import datetime, timedelta, timezone
from .books import plain
from .portfolio import EXTERNAL, entry
from .records import crc32c

WORDS = ["start", "stop", "pause", "status", "buy", "sell", "cancel", "closeall", "orders", "positions", "balance",
         "pnl", "trades", "why", "strategy", "help", "limits"]
VERB = {word: code for code, word in enumerate(WORDS)}
NO_VERB = 255


class Body:
    """Blocks (a line as text, a table as rows with the leads of its columns) and commands that suggest themselves."""

    def __init__(self, *blocks, actions=()):
        self.blocks, self.actions = blocks, actions

    def text(self):
        lines = []
        for block in self.blocks:
            if isinstance(block, str):
                lines.append(block)
            else:
                leads, rows = block
                lines += ["".join(lead + cell for lead, cell in zip(leads, row) if cell) for row in rows]
        return "\n".join(lines)

    def bytes(self):
        out = struct.pack(">i", len(self.blocks))
        for block in self.blocks:
            if isinstance(block, str):
                out += b"\x01" + packed(block)
            else:
                leads, rows = block
                out += b"\x02" + struct.pack(">ii", len(leads), len(rows))
                out += b"".join(packed(cell) for row in rows for cell in row)
        return out + struct.pack(">i", len(self.actions)) + b"".join(packed(action) for action in self.actions)


def packed(text):
    utf8 = text.encode()
    return struct.pack(">i", len(utf8)) + utf8


def lines(text, actions=()):
    return Body(*text.split("\n"), actions=actions)


def is_of(body, reply):
    """Whether a REPLY record is that of these words."""
    verb = -1 if reply["verb"] == NO_VERB else reply["verb"]
    data = struct.pack(">BqqqqiqB", reply["channel"], reply["user"], reply["chat"], reply["thread"], reply["message"],
                       verb, reply["number"], reply["kind"]) + body.bytes()
    return len(data) == reply["length"] and crc32c(data) == reply["crc"]


def instant(epoch_ns):
    """As ISO 8601 with 0, 3 or 6 digits behind the second."""
    micros = epoch_ns // 1000
    text = (datetime(1970, 1, 1, tzinfo=timezone.utc) + timedelta(microseconds=micros)).strftime("%Y-%m-%dT%H:%M:%S")
    part = micros % 1_000_000
    return text + ("" if part == 0 else ".%03d" % (part // 1000) if part % 1000 == 0 else ".%06d" % part) + "Z"


def orders(fold):
    leads = ["", ": ", ", "]
    running = [order.row() for order in fold.open_orders()]
    ended = [order.row() for order in reversed(fold.ended[-5:])]
    return Body((leads, running) if running else "no open orders", (leads, ended))


def positions(fold):
    rows = []
    for (asset, source, into), lot in fold.portfolio.positions():
        now = fold.portfolio.worth(asset, into, fold.quotes)
        notes = ["no quote"] * (now is None) + ["entry valued at the touch"] * lot[2]
        rows.append([asset, plain(lot[0]), source, plain(entry(lot)), "" if now is None else plain(now),
                     "" if now is None else plain(lot[0] * now - lot[1]), into, ", ".join(notes)])
    leads = ["", " ", " of ", ", average entry ", ", now ", ", unrealised ", " ", ", "]
    return Body((leads, rows)) if rows else lines("no positions")


def balance(fold):
    rows = []
    for asset, amount in sorted(fold.portfolio.balances.items()):
        external = fold.portfolio.held(EXTERNAL, asset)
        if amount != 0:
            rows.append([asset, plain(amount), "" if external in (0, amount) else plain(external)])
    return Body((["", " ", ", of it external "], rows)) if rows else lines("the account is empty")


def profit(fold):
    portfolio, rows = fold.portfolio, []
    sources = portfolio.sources()
    for asset in portfolio.profit_assets():
        for source in [None] + (sources if sources != ["user"] else []):
            rows.append([asset, source or ""] + [plain(part) for part in portfolio.profit(asset, fold.quotes, source)])
    fees = [[asset, plain(fee)] for asset, fee in sorted(portfolio.other_fees.items())]
    if not rows and not fees:
        return lines("nothing has been traded")
    return Body((["", " of ", " net ", " = realised ", " + unrealised ", " - fees "], rows),
                (["fees taken in ", ", not in the above: "], fees),
                (["", ": realised ", " - fees ", " = ", " ", ", executions "], fold.history.rows(fold.time, plain)))


def trades(fold, count):
    rows = []
    for number, source, symbol, side, qty, price, fee, asset, epoch, _ in reversed(fold.portfolio.fills[-count:]):
        rows.append([instant(epoch), str(number), ["bought", "sold"][side], plain(qty), symbol, plain(price),
                     plain(fee) if fee else "", asset if fee else "", "" if source == "user" else source])
    return Body((["", " #", " ", " ", " ", " at ", ", fee ", " ", ", by "], rows)) if rows else lines("nothing has been traded")


def question(fold, verb, arguments):
    """The answer to a question; None for one that cannot be told from the journal."""
    made = {"orders": orders, "positions": positions, "balance": balance, "pnl": profit}.get(WORDS[verb])
    if made:
        return made(fold)
    return trades(fold, int(arguments or 10)) if verb == VERB["trades"] else None


def switch(fold, verb, sequence):
    """The answer to /start, /stop or /pause, and (halted, halt sequence, paused) after it."""
    halted, at, paused = fold.switches
    word = WORDS[verb]
    if word == "start":
        if not halted and not paused:
            return lines("trading is on already"), fold.switches
        return lines("✓ trading resumes after sequence %d" % sequence), (False, 0, False)
    if word == "stop":
        if halted:
            return lines("trading is stopped already: no order has left after sequence %d" % at), fold.switches
        count = len(fold.open_orders())
        text = "✓ trading stopped: no order leaves after sequence %d; /start resumes" % sequence
        return lines(text + ("; %d open orders stand, /cancel all ends them" % count if count else ""),
                     ["/start"]), (True, sequence, paused)
    if halted:
        return lines("trading is stopped, which is more than paused; /start resumes"), fold.switches
    if paused:
        return lines("entries are paused already; /start resumes"), fold.switches
    return lines("✓ entries paused: only exits leave from now on; /start resumes", ["/start"]), (halted, at, True)


def strategy(fold, words):
    """The answer of a strategy to on, off and set, and all switches and parameters after it."""
    if not words or words == ["status"]:
        fold.heads += [head(*one) for one in fold.strategies.items()]
        return None, None
    if words[0] not in fold.strategies:
        names = list(fold.strategies)
        return lines("✗ which strategy? Name one of %s, e.g. /strategy %s on" % (", ".join(names), names[0])), \
            dict(fold.strategies)
    body, after = command(words[0], *fold.strategies[words[0]], words[1:])
    return body, dict(fold.strategies, **{words[0]: after})


def head(name, state):
    return "%s %s, %s" % (name, "on" if state[0] else "off", state[1])


def command(name, on, parameters, words):
    if words[0] in ("on", "off"):
        wanted = words[0] == "on"
        text = "%s %s, %s" % (name, words[0], parameters)
        return lines(("strategy %s already" if wanted == on else "✓ strategy %s") % text), (wanted, parameters)
    if words[0] == "set":
        changed = dict(word.split("=") for word in parameters.split())
        changed.update(word.split("=") for word in words[1:])
        parameters = " ".join("=".join(one) for one in changed.items())
        text = "%s %s, %s" % (name, "on" if on else "off", parameters)
        return lines("✓ strategy %s; its state is reset" % text), (on, parameters)
    fold.heads.append(head(name, (on, parameters)))
    return None, (on, parameters)


RECORDS_LOST = ("; records are lost, orders and fills may be missing: compare /orders and /positions with what you "
                "know, then /start")


def torn(path, end, size, is_lost=False):
    """The notice of a repaired end; what is cut off is kept beside the segment, never over what was kept before."""
    kept, number = path + ".cut", 2
    while os.path.exists(kept):
        kept, number = "%s.cut-%d" % (path, number), number + 1
    return ("⚠ the journal was repaired: %s ends torn at byte %d: %s; %d bytes are kept in %s"
            % (os.path.basename(path), end, "a part was never written" if is_lost else "the last record is incomplete",
               size, kept)) + (RECORDS_LOST if is_lost else "; no complete record is lost")


def restarted(fold):
    trading = "trading is STOPPED, /start resumes" if fold.switches[0] \
        else "entries are PAUSED, /start resumes" if fold.switches[2] else "trading is on"
    return "✓ restarted: %s; %d open orders and %d positions recovered" % (trading, len(fold.open_orders()),
                                                                          fold.portfolio.books())
