"""Processes of the program under test."""
import os, re, subprocess, threading, time
from .records import Wrong

START_SECONDS = 60
IN_USE = 78  # exit code
SYMBOLS = {"BTCUSDT": ("USDT", 68400, 2), "ETHUSDT": ("USDT", 3520, 2), "ETHBTC": ("BTC", 0.05146, 5)}
STARTING = "10000USDT,0.2BTC,4ETH"
# Languages that write digits or upper case in other ways, and time zones that no hour ends with.
LOCALES = ["fa IR", "ar EG", "tr TR", "de DE", "th TH", "en US"]
ZONES = ["Asia/Kathmandu", "America/St_Johns", "Pacific/Chatham", "Asia/Tehran", "Europe/Istanbul", "UTC"]
LARGEST_ORDERS = ["1000USDT,0.05BTC", "150USDT,0.002BTC"]  # by the smaller ones, sales are divided
VARIANTS = {"th TH": ["-Duser.variant=TH"]}


class Slow(Exception):
    """A process did not trade in time: nothing can be said about it."""


def somewhere(rng):
    """Options of a JVM in one of those countries."""
    locale = rng.choice(LOCALES)
    language, country = locale.split()
    return ["-Duser.language=" + language, "-Duser.country=" + country,
            "-Duser.timezone=" + rng.choice(ZONES)] + VARIANTS.get(locale, [])


def started(words, env):
    return subprocess.Popen(words, env=env, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=1,
                            stderr=subprocess.STDOUT, encoding="utf-8", errors="replace")


class Exchange:
    """That of a demo without a journal, for the lives that are commanded by chat."""

    def __init__(self, java, rate):
        env = dict(os.environ, LOG_LEVEL="info", TICK_PRINT_MS="0")
        words = ["demo", "--symbols", ",".join(SYMBOLS), "--rate", str(rate)]
        self.process, self.url = started(java + words, env), None

    def start(self):
        for line in self.process.stdout:
            found = re.search(r"listens on (ws://\S+)", line)
            if found:
                self.url = found.group(1)
                break
        if self.url is None:
            raise Slow("the exchange did not start; is the jar built?")
        threading.Thread(target=self.process.stdout.read, daemon=True).start()

    def close(self):
        self.process.kill()
        self.process.wait()


def race(one, other):
    """Two that were started at once on one journal: the one that lives. The other must have ended, and said why."""
    end = time.monotonic() + START_SECONDS
    while one.process.poll() is None and other.process.poll() is None:
        if one.up.is_set() and other.up.is_set():
            raise Wrong("two processes write one journal")
        if time.monotonic() > end:
            raise Slow
        time.sleep(0.02)
    winner, loser = (one, other) if other.process.poll() is not None else (other, one)
    loser.listener.join(5)
    if loser.process.returncode != IN_USE or not any("is being written by another run" in line for line in loser.lines):
        raise Wrong("the second of two starts ended with %s:\n%s"
                    % (loser.process.returncode, "\n".join(loser.lines[-20:])))
    winner.check_alive()
    return winner


class Life:
    """One process: types at random and remembers what is printed."""

    def __init__(self, java, directory, rng, rate, fee, is_busy, chat=None, exchange=None):
        env = dict(os.environ, TICK_PRINT_MS="0", JOURNAL_SEGMENT_MB="1", JOURNAL_KEEP_MB="100000",
                   RISK_MAX_ORDERS_PER_MINUTE="10000", RISK_MAX_OPEN_ORDERS="100",
                   RISK_MAX_POSITION="9000USDT,1BTC", RISK_MAX_DAILY_LOSS="9000USDT,1BTC",
                   RISK_MAX_DRAWDOWN="9000USDT,1BTC", RISK_MAX_ORDER_NOTIONAL=rng.choice(LARGEST_ORDERS),
                   PAPER_BALANCES=STARTING, STRATEGIES="fast:crossover,slow:crossover",
                   LOG_LEVEL="error", FEE_MAKER=fee, FEE_TAKER=fee,
                   PAPER_LATENCY_MS="2000" if is_busy else str(rng.choice([0, 0, 20, 100])))
        self.rng, self.lines, self.up, self.chat = rng, [], threading.Event(), chat
        self.is_busy = is_busy
        words = ["demo", "--symbols", ",".join(SYMBOLS), "--journal", directory, "--rate", str(rate)]
        if chat:
            words = ["run"]
            env.update(chat.settings(), JOURNAL_DIR=directory, BINANCE_WS_URL=exchange, SYMBOLS=",".join(SYMBOLS))
        self.process = started(java[:1] + somewhere(rng) + java[1:] + words, env)
        self.listener = threading.Thread(target=self.listen, daemon=True)
        self.listener.start()

    def listen(self):
        for line in self.process.stdout:
            self.lines.append(line.rstrip("\n"))
            if line.startswith("[FEED] 0 UP"):
                self.up.set()

    def trade(self, seconds):
        end = time.monotonic() + START_SECONDS
        while not self.up.wait(0.05):
            self.check_alive()
            if time.monotonic() > end:
                raise Slow
        end = time.monotonic() + seconds
        try:
            for line in ["/positions", "/pnl", "/orders", "/balance", "/trades 5", "/limits", "/strategy",
                         "/strategy fast on", "/strategy slow on"]:
                self.say(line)
            if self.is_busy:
                self.crowd()
            while time.monotonic() < end:
                self.say(self.command())
                time.sleep(self.rng.random() * 0.02)
        except BrokenPipeError:
            self.check_alive()
            raise Slow

    def crowd(self):
        """More requests than the way to the venue takes: some orders and cancels are not sent."""
        orders = ["/buy BTCUSDT 10USDT 50000"] * 60
        for line in ["/start"] + orders + ["/cancel all"] * 25 + ["/buy ETHUSDT 10USDT"] * 5:
            self.say(line)

    def say(self, line):
        if self.chat:
            self.chat.say(line)
            self.check_alive()
        else:
            self.process.stdin.write(line + "\n")
            self.process.stdin.flush()

    def check_alive(self):
        if self.process.poll() is not None:
            self.listener.join(5)
            raise Wrong("the demo ended by itself:\n" + "\n".join(self.lines[-20:]))

    def command(self):
        rng, symbol = self.rng, self.rng.choice(list(SYMBOLS))
        quote, near, places = SYMBOLS[symbol]
        price = "%.*f" % (places, near * (1 + rng.uniform(-0.02, 0.02)))
        worth = rng.randint(6, 200)
        amount = "%dUSDT" % worth if quote == "USDT" else "%.6fBTC" % (worth / 68400)
        qty = rng.choice([amount, "%.5f" % (worth / {"BTC": 68400, "ETH": 3520}[symbol[:3]])])
        strategy = rng.choice(["fast", "slow"])
        line = rng.choice([
            "/buy %s %s" % (symbol, qty), "/sell %s %s" % (symbol, qty), "/buy %s %s %s" % (symbol, qty, price),
            "/sell %s %s %s" % (symbol, qty, price), "/buy %s %s %s IOC" % (symbol, qty, price),
            "/sell %s all" % symbol, "/buy %s %s %s FOK" % (symbol, qty, price), "/cancel %d" % rng.randint(1, 400),
            "/orders", "/balance", "/pnl", "/positions", "/trades %d" % rng.randint(1, 20),
            rng.choice(["/limits", "/limits reset drawdown"]), rng.choice(["/cancel all", "/closeall"]),
            rng.choice(["/pause", "/stop", "/start", "/start", "/start", "/why 3"]),
            rng.choice(["/strategy", "/strategy on", "/strategy %s on" % strategy, "/strategy %s off" % strategy,
                        "/strategy %s set fast=%d slow=%d cooldown=%ds"
                        % (strategy, rng.randint(2, 5), rng.randint(8, 20), rng.randint(1, 5))])])
        return line.upper() if rng.random() < 0.1 else line

    def kill(self):
        self.process.kill()
        self.process.wait()
        self.listener.join(5)
