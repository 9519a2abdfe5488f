"""What executions have earned by day, which the portfolio's profit is divided into."""
from datetime import date, timedelta
from decimal import Decimal

DAY_NS = 86_400 * 10 ** 9
KEPT_DAYS = 366
NOTHING = (Decimal(0), Decimal(0), 0)  # realised, fees, executions


def plus(one, other):
    return tuple(a + b for a, b in zip(one, other))


class History:
    def __init__(self):
        self.since, self.days, self.totals = 0, {}, {}

    def book(self, portfolio, quote, now):
        """After the portfolio has booked an execution of a symbol that is paid with that asset."""
        self.since = self.since or now
        day = self.days.setdefault(now // DAY_NS, {})
        for asset in sorted({quote, *portfolio.profit_assets()}):
            _, realised, _, fees = portfolio.profit(asset, ({}, {}))
            before = self.totals.get(asset, NOTHING)
            earned = (realised - before[0], fees - before[1], int(asset == quote))
            if any(earned):
                day[asset] = plus(day.get(asset, NOTHING), earned)
                self.totals[asset] = plus(before, earned)
        for old in sorted(self.days)[:-KEPT_DAYS]:
            del self.days[old]

    def rows(self, now, plain):
        """As /pnl shows them."""
        rows, today = [], now // DAY_NS
        for asset in sorted(self.totals):
            for count, name in ((1, "today"), (7, "7 days"), (30, "30 days"), (None, "since %s" % self.since_day())):
                earned = self.totals[asset] if count is None else NOTHING
                for day, assets in self.days.items():
                    if count is not None and day > today - count:
                        earned = plus(earned, assets.get(asset, NOTHING))
                realised, fees, executions = earned
                rows.append([name, plain(realised), plain(fees), plain(realised - fees), asset, str(executions)])
        return rows

    def since_day(self):
        return (date(1970, 1, 1) + timedelta(days=self.since // DAY_NS)).isoformat()


def compare(check, source, history):
    def assets():
        return dict(source.list(lambda: (source.text(), (source.amount(), source.amount(), source.get("q")))))
    check("time of the first execution", source.get("q"), history.since)
    check("profit of all days", assets(), history.totals)
    check("profit by day", dict(source.list(lambda: (source.get("q"), assets()))), history.days)
