"""What `trades --csv` must say: every execution since the first start, once, with what it has earned."""
import csv, io, subprocess
from decimal import Decimal
from . import replies
from .records import Wrong

LIQUIDITY = ["", "MAKER", "TAKER"]


class Ledger:
    """The rows that follow from the executions of a journal."""

    def __init__(self):
        self.rows, self.realised = [], {}

    def book(self, order, values, run, sequence, portfolio, qty, price, fee):
        """After the portfolio has booked it."""
        realised = {asset: portfolio.profit(asset, ({}, {}))[1] for asset in portfolio.profit_assets()}
        earned = [(asset, value - self.realised.get(asset, 0)) for asset, value in sorted(realised.items())
                  if value != self.realised.get(asset, 0)]
        self.realised, one = realised, order.instrument
        self.rows.append({
            "time": instant(values["epoch"]), "order": str(order.number), "clientOrderId": values["cid"],
            "symbol": one["symbol"], "side": ["BUY", "SELL"][order.side], "qty": [qty], "price": [price],
            "commission": [fee], "commissionAsset": values["asset"] if fee else "",
            "realised": [value for _, value in earned], "realisedAsset": ";".join(asset for asset, _ in earned),
            "liquidity": LIQUIDITY[values["liquidity"]], "tradeId": values["trade"], "account": "PAPER",
            "source": order.placed["source"], "venue": "", "baseAsset": one["baseAsset"],
            "quoteAsset": one["quoteAsset"], "run": str(run), "sequence": str(sequence)})

    def compare(self, java, directory):
        """How many rows the CSV has, each as it must be."""
        done = subprocess.run(java + ["trades", directory, "--csv"], capture_output=True)
        if done.returncode != 0:
            raise Wrong("trades ended with code %d: %s" % (done.returncode, done.stderr.decode()))
        found = list(csv.DictReader(io.StringIO(done.stdout.decode(), newline="")))
        for at, (row, wanted) in enumerate(zip(found, self.rows)):
            for column in list(row) + list(wanted):
                value, right = row.get(column), wanted.get(column)
                if isinstance(right, list):
                    value = [Decimal(part) for part in value.split(";") if part]
                if value != right:
                    raise Wrong("row %d of the CSV has the %s %s, the journal %s" % (at + 1, column, value, right))
        if len(found) != len(self.rows):
            raise Wrong("the CSV has %d executions, the journal %d" % (len(found), len(self.rows)))
        return len(found)


def instant(epoch_ns):
    """As ISO 8601 with 0, 3, 6 or 9 digits behind the second."""
    if epoch_ns % 1000 == 0:
        return replies.instant(epoch_ns)
    return "%s.%09dZ" % (replies.instant(epoch_ns - epoch_ns % 10 ** 9)[:-1], epoch_ns % 10 ** 9)
