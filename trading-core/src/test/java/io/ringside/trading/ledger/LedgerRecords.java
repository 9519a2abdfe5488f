package io.ringside.trading.ledger;

import io.ringside.core.event.OrderUpdate.Liquidity;
import io.ringside.trading.decision.AccountId;
import io.ringside.trading.decision.ChangeReason;
import io.ringside.trading.decision.Side;
import io.ringside.trading.ledger.LedgerRecord.Amount;
import io.ringside.trading.ledger.LedgerRecord.Amounts;
import io.ringside.trading.ledger.LedgerRecord.Execution;
import io.ringside.trading.ledger.LedgerRecord.Gap;
import io.ringside.trading.ledger.LedgerRecord.Listing;
import io.ringside.trading.ledger.LedgerRecord.Mark;
import io.ringside.trading.ledger.LedgerRecord.Marked;
import io.ringside.trading.ledger.LedgerRecord.Ordered;
import io.ringside.trading.ledger.LedgerRecord.Reached;
import io.ringside.trading.ledger.LedgerRecord.RunBegan;
import io.ringside.trading.ledger.LedgerRecord.StrategySwitched;
import io.ringside.trading.ledger.LedgerRecord.TradingSwitched;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Records for tests. */
final class LedgerRecords {

    private static final Listing LISTING = new Listing("币安人生USDT", "", "币安人生", "USDT");

    private LedgerRecords() {
    }

    /** One of each kind, of one run. */
    static List<LedgerRecord> ofEachKind() {
        return List.of(
            new Gap(new LedgerPlace(7, 10, 0), 100, 50, 3),
            new RunBegan(new LedgerPlace(7, 10, 1), 101, AccountId.PAPER, 3, true),
            new Reached(new LedgerPlace(7, 10, 2), 102),
            execution(7, 11, 4),
            new TradingSwitched(new LedgerPlace(7, 11, 4), 104, true, false),
            new StrategySwitched(new LedgerPlace(7, 11, 5), 105, "crossover", true, "fast=5 slow=20",
                ChangeReason.FAULT, "threw"),
            new Mark(new LedgerPlace(7, 12, LedgerPlace.EVENT), 106, AccountId.PAPER, List.of(
                new Marked("BTC", new BigDecimal("0.1"), null, BigDecimal.ZERO, null),
                new Marked("USDT", new BigDecimal("-12.34"), new BigDecimal("0.5"), new BigDecimal("1E-8"),
                    new BigDecimal("123456789012345678901.23")))));
    }

    static Execution execution(long runId, long sequence, long number) {
        return new Execution(new LedgerPlace(runId, sequence, LedgerPlace.EVENT), 1_000 + sequence, number,
            new Ordered(8, "rs-8", AccountId.PAPER, "user, \"me\"", Side.SELL, LISTING),
            new Amounts(new BigDecimal("0.500"), new BigDecimal("68000.10"), new Amount(new BigDecimal("0.001"), "BNB"),
                List.of(new Amount(new BigDecimal("-1.000000000000000001"), "USDT"))), Liquidity.MAKER, "T-1");
    }

    static RunBegan run(long runId, long sequence, long executions, boolean continues) {
        return new RunBegan(new LedgerPlace(runId, sequence, 1), 1_000 + sequence, AccountId.PAPER, executions,
            continues);
    }

    static void append(Path directory, List<LedgerRecord> records) throws IOException {
        try (Ledger ledger = Ledger.open(directory)) {
            for (LedgerRecord each : records) {
                ledger.append(each);
            }
        }
    }

    static List<LedgerRecord> all(Path directory) throws IOException {
        List<LedgerRecord> all = new ArrayList<>();
        try (LedgerReader reader = new LedgerReader(directory)) {
            for (LedgerRecord each = reader.next(); each != null; each = reader.next()) {
                all.add(each);
            }
        }
        return all;
    }
}
