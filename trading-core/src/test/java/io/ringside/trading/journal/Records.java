package io.ringside.trading.journal;

import io.ringside.core.command.Reply;
import io.ringside.core.command.Verb;
import io.ringside.core.event.Origin;
import io.ringside.trading.decision.AccountId;
import io.ringside.trading.decision.Cause;
import io.ringside.trading.decision.ChangeReason;
import io.ringside.trading.decision.Decision;
import io.ringside.trading.decision.Intent;
import io.ringside.trading.decision.OrderTerms;
import io.ringside.trading.decision.OrderType;
import io.ringside.trading.decision.Outcome;
import io.ringside.trading.decision.PlanKind;
import io.ringside.trading.decision.PlanOutcome;
import io.ringside.trading.decision.Side;
import io.ringside.trading.decision.TimeInForce;
import io.ringside.trading.market.TradeFixtures;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Records as lines, and decisions to record. */
final class Records {

    static final Origin ORIGIN = Origin.telegram(1, Long.MIN_VALUE, 3, Long.MAX_VALUE);

    private static final OrderTerms TERMS = new OrderTerms(Integer.MAX_VALUE, Side.SELL, OrderType.LIMIT,
        TimeInForce.FOK, Long.MAX_VALUE, -18, Long.MIN_VALUE, 18);

    private Records() {
    }

    /** From the oldest segment on. */
    static List<String> all(Path directory) throws IOException {
        try (JournalReader reader = JournalReader.oldest(directory).orElseThrow()) {
            return lines(reader);
        }
    }

    /** Events and decisions only. */
    static List<String> lines(JournalReader reader) throws IOException {
        List<String> lines = new ArrayList<>();
        while (reader.next()) {
            switch (reader.kind()) {
                case EVENT -> lines.add(reader.sequence() + " " + reader.event().type());
                case DECISION -> lines.add(reader.sequence() + " " + reader.decision());
                default -> {
                    // Starts are tested by themselves.
                }
            }
        }
        return lines;
    }

    static List<String> timers(long from, long to) {
        List<String> lines = new ArrayList<>();
        for (long sequence = from; sequence < to; sequence++) {
            lines.add(sequence + " TIMER");
        }
        return lines;
    }

    static Decision.OrderPlaced placed(long number, String text) {
        return new Decision.OrderPlaced(number, AccountId.SHADOW, text, TERMS,
            new Cause(ORIGIN, text, Intent.EXIT, Long.MAX_VALUE), Long.MAX_VALUE - 1, text);
    }

    static Decision.CancelRequested cancelRequested(long number) {
        return new Decision.CancelRequested(number, AccountId.PAPER, TradeFixtures.entry(ORIGIN, "user"), "");
    }

    static List<Decision> oneOfEach(String text) {
        return List.of(placed(Long.MAX_VALUE, text),
            new Decision.OrderRejected(AccountId.LIVE, TERMS, TradeFixtures.entry(ORIGIN, text), 65_535, text),
            new Decision.CancelRequested(Long.MAX_VALUE, AccountId.SHADOW,
                new Cause(ORIGIN, text, Intent.EXIT, -1), text),
            new Decision.OrderOutcome(Long.MAX_VALUE, AccountId.LIVE, text, Outcome.NOT_PLACED, text),
            new Decision.CancelRejected(Long.MAX_VALUE, AccountId.LIVE, text, text),
            new Decision.TradingStateChanged(true, Long.MAX_VALUE, false),
            new Decision.TradingStateChanged(false, -1, true),
            new Decision.StrategyChanged(text, true, text, ChangeReason.STATE, text),
            new Decision.StrategyChanged("", false, "", ChangeReason.FAULT, ""),
            new Decision.LossMarked(AccountId.PAPER, text, Long.MIN_VALUE, text, text, Long.MAX_VALUE, ORIGIN),
            new Decision.ReplySent(ORIGIN, null, Long.MAX_VALUE, Reply.Kind.ALERT, Integer.MAX_VALUE,
                Integer.MIN_VALUE),
            new Decision.ReplySent(Origin.CONSOLE, Verb.HELP, 0, Reply.Kind.ANSWER, 0, -1),
            new Decision.PlanStarted(Long.MAX_VALUE, AccountId.LIVE, PlanKind.DIVIDED_SALE, ORIGIN, text, -1,
                Long.MAX_VALUE, Integer.MIN_VALUE, Long.MIN_VALUE),
            new Decision.PlanEnded(1, AccountId.PAPER, PlanOutcome.LEFT, text),
            new Decision.StrategyRemembered("trend", text, 3, "AAECAw=="),
            new Decision.AssetValued(AccountId.PAPER, text, text, text));
    }
}
