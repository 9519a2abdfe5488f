package io.ringside.trading.replay;

import io.ringside.core.event.OrderUpdate;
import io.ringside.core.event.OrderUpdate.ExecutionType;
import io.ringside.trading.engine.EngineRun;
import io.ringside.trading.engine.LedgerTail;
import io.ringside.trading.engine.RandomTrading;
import io.ringside.trading.journal.JournalReader;
import io.ringside.trading.ledger.Ledger;
import io.ringside.trading.ledger.LedgerReader;
import io.ringside.trading.ledger.LedgerRecord;
import io.ringside.trading.ledger.LedgerRecord.Execution;
import io.ringside.trading.settings.StrategyTypes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/** Runs with a ledger, and two ways to read what was traded in them. */
final class LedgerSessions {

    private LedgerSessions() {
    }

    /** So many runs, one after the other. */
    static void trade(Path directory, int runs, int steps) throws IOException {
        SplittableRandom random = new SplittableRandom(7);
        RandomTrading world = new RandomTrading(random);
        for (int run = 1; run <= runs; run++) {
            try (JournaledSession session = new JournaledSession(directory, EngineRun.of(run, Map.of()), world,
                random)) {
                session.run(steps).drain();
            }
        }
    }

    /** Appends what the ledger lacks, as a start does. */
    static void catchUp(Path directory) throws IOException {
        try (Ledger ledger = Ledger.open(directory);
             LedgerTail tail = new LedgerTail(directory, StrategyTypes.builtIn(), ledger.state())) {
            for (LedgerRecord next = tail.next(); next != null; next = tail.next()) {
                ledger.append(next);
            }
        }
    }

    static List<LedgerRecord> records(Path directory) throws IOException {
        List<LedgerRecord> records = new ArrayList<>();
        try (LedgerReader reader = new LedgerReader(directory)) {
            for (LedgerRecord next = reader.next(); next != null; next = reader.next()) {
                records.add(next);
            }
        }
        return records;
    }

    static List<Execution> executions(Path directory) throws IOException {
        return records(directory).stream().filter(Execution.class::isInstance).map(Execution.class::cast).toList();
    }

    /** Sequences of all fills in the journal by its order updates alone, each counted once. */
    static List<Long> fillsInJournal(Path directory) throws IOException {
        List<Long> fills = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        try (JournalReader reader = JournalReader.oldest(directory).orElseThrow()) {
            while (reader.next()) {
                OrderUpdate update = reader.kind() == JournalReader.Kind.EVENT ? update(reader) : null;
                if (update != null && update.execution() == ExecutionType.TRADE
                    && seen.add(update.clientOrderId() + " " + update.cumulativeQty())) {
                    fills.add(reader.sequence());
                }
            }
        }
        return fills;
    }

    private static OrderUpdate update(JournalReader reader) {
        return switch (reader.event().type()) {
            case ORDER_ACK -> reader.event().orderAck().update();
            case TICK, COMMAND, FEED_STATE, TIMER, RULES -> null;
        };
    }
}
