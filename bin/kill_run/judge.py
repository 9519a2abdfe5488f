"""What a life has left behind: its segments, and what was printed or told."""
import os, re
from decimal import Decimal
from . import replies
from .fold import Fold
from .life import STARTING
from .records import COMMAND, CONFIG, SNAPSHOT, START, Wrong, read

# One-line messages to users: about orders, switches, the strategy, a restart.
TOLD = re.compile(r"[✓✗] ([a-z]+: )?#\d+ |✓ (trading (resumes|stopped)|entries|strategy (?!queued)|restarted)"
                  r"|⚠ the (answer|journal)")
PAGE = 4096
MOST_LINES = 4  # of such a reply, besides one
SEGMENT = re.compile(r"journal-\d+\.rsj")


def starting():
    """Balances at the very first start."""
    found = re.findall(r"([0-9.]+)([A-Z]+)", STARTING)
    return {asset: Decimal(amount) for amount, asset in found}


class Judge:
    """The fold of one journal, and what was printed against it."""

    def __init__(self, directory):
        self.directory, self.fold, self.seen = directory, Fold(starting()), set()
        self.told = self.answers = self.torn = self.cuts = self.holes = 0
        self.limits, self.lost = {}, []

    def judge(self, life, is_cut):
        """After a cut people know more than the journal."""
        self.fold.begin_life()
        for name in self.unseen():
            if self.fold.read(os.path.join(self.directory, name), self.limits.get(name)):
                self.seen.add(name)
        self.fold.repairs, self.lost = self.fold.repairs + self.lost, []
        chat_told = life.chat.take_told() if life.chat else []
        if is_cut:
            return
        printed = life.lines[:-1]  # the last line may be cut
        told = chat_told if life.chat else printed
        for at, line in enumerate(told):
            if TOLD.match(line):
                self.told += 1
                if line not in self.fold.said and not self.is_other_reply(told, at):
                    raise Wrong("was told, but is not journaled: " + line)
        if life.chat:
            return
        self.answers += in_order("answer", self.fold.answers, "\n".join(printed) + "\n")
        heads = [line + "\n" for line in printed if re.match(r"[a-z][a-z0-9]* (on|off), [a-z]+=", line)]
        for head, wanted in zip(heads, self.fold.heads):
            if head != wanted + "\n":
                raise Wrong("/strategy says %s, the journal %s" % (head.strip(), wanted))

    def unseen(self):
        names = os.listdir(self.directory)
        return sorted(name for name in names if SEGMENT.fullmatch(name) and name not in self.seen)

    def is_other_reply(self, told, at):
        """One that the fold cannot foretell, but whose bytes are in the journal: this line, or some with this one."""
        texts = ["\n".join(told[first:last]) for first in range(max(at - MOST_LINES, 0), at + 1)
                 for last in range(at + 1, at + 2 + MOST_LINES)]
        return any(replies.is_of(replies.lines(text), reply) for text in texts for reply in self.fold.other_replies)

    def cut(self, rng):
        """What a power loss leaves: the last records are gone, from the middle of a command's on. False if none is."""
        unseen = self.unseen()
        if not unseen:
            return False
        path = os.path.join(self.directory, unseen[-1])
        records = list(read(path))[-400:]
        commands = [i for i, record in enumerate(records[:-2]) if record[0] == COMMAND]
        if not commands:
            return False
        at = records[rng.choice(commands) + rng.randint(0, 1)][3]
        with open(path, "r+b") as file:
            file.seek(at)
            file.write(bytes(os.path.getsize(path) - at))
        self.cuts += 1
        return True

    def hole(self, rng):
        """What a power loss may leave, too: a page that was never written, with whole records behind it."""
        unseen = self.unseen()
        if not unseen:
            return False
        path = os.path.join(self.directory, unseen[-1])
        records = list(read(path))
        ends = [end for template, _, _, end in records if template not in (START, CONFIG, SNAPSHOT)]
        pages = range(ends[0] // PAGE + 1, (ends[-1] - 1024) // PAGE) if len(ends) > 40 else ()
        if not pages:
            return False
        at = rng.choice(pages) * PAGE
        behind = next(end for end in ends if end >= at + PAGE)
        if behind == ends[-1]:
            return False
        with open(path, "r+b") as file:
            before = file.read()
            size = len(before.rstrip(b"\0"))
            file.seek(at)
            file.write(bytes(PAGE))
        # A record that reaches into the page with zeros alone has lost nothing.
        end = max(end for end in (one[3] for one in records) if not any(before[at:end]))
        self.limits[unseen[-1]] = end
        self.lost = [replies.torn(path, end, size - end, is_lost=True)]
        self.holes += 1
        return True

    def tear(self, rng):
        """What a crash in the middle of a record leaves: bytes behind the last one, with or without a length."""
        if self.fold.path is None or os.path.getsize(self.fold.path) < self.fold.end + 512:
            return
        size = rng.randint(16, 300)
        length = rng.choice([0, size])
        tail = length.to_bytes(4, "little") + rng.getrandbits(8 * (size - 4)).to_bytes(size - 4, "little")
        with open(self.fold.path, "r+b") as file:
            file.seek(self.fold.end)
            file.write(tail)
        self.torn += 1
        self.expect_repair()

    def expect_repair(self):
        """One notice for all that is torn: a start that was killed before it repaired leaves an earlier tear in place."""
        with open(self.fold.path, "rb") as file:
            file.seek(self.fold.end)
            notice = replies.torn(self.fold.path, self.fold.end, len(file.read().rstrip(b"\0")))
        kept = notice[notice.rindex("are kept in "):]
        self.fold.repairs = [text for text in self.fold.repairs if not text.endswith(kept)] + [notice]


def in_order(what, texts, printed):
    """How many of the texts were printed, one behind the other; the last ones may have died with the process."""
    at = count = 0
    missing = None
    for text in texts:
        found = printed.find(text + "\n", at)
        if found < 0:
            missing = missing or text
        elif missing:
            raise Wrong("an %s is journaled, but was never printed, while later ones were:\n%s" % (what, missing))
        else:
            at, count = found + len(text), count + 1
    return count
