"""Faults for bin/planted-faults: a name, a source in io.ringside.trading, what stands there, and what is planted."""

RECOVERY, ENGINE, HOST = "engine/Recovery.java", "engine/TradingEngine.java", "strategy/StrategyHost.java"
DESK, RESTART, ACKS = "desk/TradingDesk.java", "engine/Restart.java", "desk/AckDesk.java"
LOSSES, LOADED = "risk/LossLimits.java", "engine/EngineRecovery.java"


def lost(part):
    """The part is in the snapshot, but a restart does not load it."""
    added = '("%s"' % part
    return "a restart forgets the snapshot's part " + part, ENGINE, ".addDurable" + added, ".addTransient" + added


FAULTS = [
    # Facts after the last snapshot, which a recovery folds.
    ("recovery forgets that trading was switched", RECOVERY, "tradingState.restore(changed);", ""),
    ("recovery forgets that a strategy was switched", RECOVERY, "strategies.restore(changed);", ""),
    ("recovery forgets what a strategy remembers", RECOVERY, "strategies.restore(remembered);", ""),
    ("recovery forgets loss marks", RECOVERY, "losses.restore(marked);", ""),
    ("recovery forgets executions", RECOVERY, "books.onFill(fill);", ""),
    ("recovery books executions twice", RECOVERY, "books.onFill(fill);", "books.onFill(fill); books.onFill(fill);"),
    ("recovery forgets the profit of the day", RECOVERY, "books.onFill(fill);", "books.portfolio().onFill(fill);"),
    ("recovery forgets when orders were placed", RECOVERY, "risk.onPlaced(placed.epochNs());", ""),
    ("recovery forgets that an order was not sent", RECOVERY,
     "books.orders().endUnsent(outcome.number(), outcome.evidence(), books.time().epochNs());", ""),
    ("recovery forgets that a plan was started", RECOVERY, "restart.plans().start(started);", ""),
    ("recovery forgets that a plan has ended", RECOVERY, "restart.plans().end(ended);", ""),
    ("recovery forgets what a plan has sold", RECOVERY, "restart.plans().onFill(change.order(), fill);", ""),
    ("recovery forgets known messages", RECOVERY, "restart.recent().add(command);", ""),
    ("recovery forgets whose answer was lost", RECOVERY, "restart.onRecovered(interrupted);",
     "restart.onRecovered(List.of());"),
    ("recovery tells a notice again", RECOVERY, "restart.onTold();", "restart.notices();"),
    ("recovery forgets what external units are worth", RECOVERY, 
     "books.portfolio().value(valued.asset(), new Worth(valued.costAsset(), new BigDecimal(valued.price())));", ""),
    # What a new run makes of it.
    ("an order without an answer is not called unknown", RESTART, "books.orders().onRunStart();", ""),
    ("unknown orders are not asked for", RESTART, "resolveDue = !books.orders().open().isEmpty();",
     "resolveDue = false;"),
    ("the venue is not told of recovered orders", ENGINE, "books.orders().open().stream().map(Order::sent).toList()",
     "java.util.List.of()"),
    ("a repair is not told", LOADED, "repairs.forEach(repair ->",
     "java.util.stream.Stream.<JournalMark.Repair>empty().forEach(repair ->"),
    ("lost records do not stop trading", RECOVERY, "        if (recordsLost) {", "        if (false) {"),
    ("two processes write one journal", "journal/segment/JournalLock.java", "if (tryLock(channel) != null) {",
     "if (channel != null) {"),
    # Snapshots.
    lost("portfolio"), lost("history"), lost("tradingState"), lost("losses"), lost("risk"), lost("commands"),
    lost("strategies"), lost("strategy memories"), lost("plans"), lost("restart"),
    ("a snapshot's realised profit is not loaded", "account/Profits.java",
     "new Profit(in.readUTF(), new BigDecimal(in.readUTF()), BigDecimal.ZERO,",
     "new Profit(in.readUTF(), new BigDecimal(in.readUTF()).multiply(BigDecimal.ZERO), BigDecimal.ZERO,"),
    ("a snapshot's last order number is not loaded", "order/Orders.java", "lastNumber = in.readLong();",
     "in.readLong();"),
    ("a snapshot leaves out the last ended order", "order/Orders.java", "SavedOrders.save(out, ended.values());",
     "SavedOrders.save(out, new ArrayList<>(ended.values()).subList(0, Math.max(ended.size() - 1, 0)));"),
    # Facts that are not journaled, or not once.
    ("a switch of trading is not journaled", "risk/TradingState.java", "log.record(switched, sequence);", ""),
    ("a switch of a strategy is not journaled", HOST, "        log.record(changed());\n        remember();",
     "        remember();"),
    ("what a strategy remembers is not journaled", HOST, "log.record(memory.decision(config.name()));", ""),
    ("loss marks are not journaled", LOSSES, "log.record(marked, sequence);", ""),
    ("an order is not journaled", DESK, "        record(placed);\n", ""),
    ("a reply is not journaled", "desk/LoggedReplies.java", "(int) checksum.getValue()), time.sequence());",
     "(int) checksum.getValue()), time.sequence() + 1);"),
    ("what external units are worth is not journaled", DESK,
     "record(new AssetValued(gateway.account(), asset, worth.costAsset(), Amounts.text(worth.price())));", ""),
    ("executions are booked twice", ACKS, "books.onFill(fill);", "books.onFill(fill); books.onFill(fill);"),
    ("a command that comes again is executed again", "command/CommandDesk.java", "if (!recent.add(command)) {",
     "if (!recent.add(command) && sequence < 0) {"),
    ("the ledger misses executions", "engine/LedgerFold.java", "put(onEvent(reader.event()));",
     "if (sequence % 3 > 0) { put(onEvent(reader.event())); }"),
    ("the ledger has an execution's profit wrong", "engine/LedgerFacts.java", "if (profit.signum() != 0) {",
     "if (profit.signum() > 0) {"),
    ("segments are named by the locale", "journal/segment/JournalDirectory.java",
     'String.format(Locale.ROOT, "journal-', 'String.format("journal-'),
    # What users are told, and what is decided.
    ("the end of an order is not told", ACKS, "notifier.onEnded(change.order());", ""),
    ("/balance shows the last digit wrong", "report/TradeReports.java",
     ".map(amount -> List.of(amount.getKey(), plain(amount.getValue()),",
     ".map(amount -> List.of(amount.getKey(), plain(amount.getValue().add(new BigDecimal(\"0.00000001\"))),"),
    ("fees are not part of the profit", "account/Profits.java", "plus(BigDecimal.ZERO, BigDecimal.ZERO, amount)",
     "plus(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO)"),
    ("an order leaves while trading is stopped", "risk/TradingState.java", "return halted;", "return false;"),
    ("a cancel does not reach the venue", "paper/PaperVenue.java", "return tryRequest(Kind.CANCEL, order.placed());",
     "return true;"),
    ("a decision reads the clock", DESK, "cause, books.time().epochNs(),",
     "cause, System.currentTimeMillis() * 1_000_000,"),
]
