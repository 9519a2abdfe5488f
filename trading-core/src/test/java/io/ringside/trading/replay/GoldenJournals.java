package io.ringside.trading.replay;

import io.ringside.core.command.Verb;
import io.ringside.trading.account.Portfolio;
import io.ringside.trading.account.Position;
import io.ringside.trading.account.Profit;
import io.ringside.trading.account.TradingBooks;
import io.ringside.trading.engine.EngineRun;
import io.ringside.trading.engine.OfflineEngine;
import io.ringside.trading.engine.RandomTrading;
import io.ringside.trading.engine.RunFold;
import io.ringside.trading.engine.RunRecord;
import io.ringside.trading.engine.TradingEngine;
import io.ringside.trading.journal.JournalReader;
import io.ringside.trading.journal.segment.RecordLayout;
import io.ringside.trading.order.Order;
import io.ringside.trading.strategy.StrategyTypes;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Journals as each format's version wrote them, and the state that they recover to. They are never written again: only
 * a new format adds one, by {@link #write}.
 */
final class GoldenJournals {

    private static final Path ALL = Path.of("src", "test", "resources", "golden");
    private static final String STATE = "recovered.txt";
    private static final String PACKED = ".gz";
    private static final int STEPS = 900;

    private GoldenJournals() {
    }

    /** Writes the journal of the present format. */
    static void write() throws IOException {
        Path golden = ALL.resolve("format-" + RecordLayout.FORMAT_VERSION);
        if (Files.exists(golden)) {
            throw new IOException(golden + " is there already, and is kept");
        }
        Path directory = Files.createTempDirectory("golden");
        trade(directory);
        Files.createDirectories(golden);
        for (Path segment : segments(directory)) {
            try (OutputStream out = new GZIPOutputStream(
                Files.newOutputStream(golden.resolve(segment.getFileName() + PACKED)))) {
                Files.copy(segment, out);
            }
        }
        Files.write(golden.resolve(STATE), recovered(directory));
    }

    /** One for each format. */
    static List<Path> all() throws IOException {
        try (Stream<Path> formats = Files.list(ALL)) {
            return formats.sorted().toList();
        }
    }

    static void unpack(Path golden, Path directory) throws IOException {
        try (Stream<Path> files = Files.list(golden)) {
            for (Path file : files.filter(one -> one.toString().endsWith(PACKED)).toList()) {
                String name = file.getFileName().toString();
                try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
                    Files.copy(in, directory.resolve(name.substring(0, name.length() - PACKED.length())));
                }
            }
        }
    }

    static List<String> state(Path golden) throws IOException {
        return Files.readAllLines(golden.resolve(STATE));
    }

    /** What a start takes over from that journal, one value a line. */
    static List<String> recovered(Path directory) throws IOException {
        try (JournalReader reader = JournalReader.newest(directory).orElseThrow()) {
            RunFold fold = new RunFold(StrategyTypes.builtIn());
            do {
                fold.add(reader);
            } while (reader.next());
            RunRecord next = EngineRun.of(reader.start().runId() + 1, Map.of());
            return lines(fold.startOf(next, new OfflineEngine(next, StrategyTypes.builtIn())).engine());
        }
    }

    /** Two runs, the second of which is left with open orders, books of two sources, and a switch that was thrown. */
    private static void trade(Path directory) throws IOException {
        SplittableRandom random = new SplittableRandom(2_026);
        for (long runId = 1; runId <= 2; runId++) {
            RandomTrading world = new RandomTrading(random);
            try (JournaledSession session =
                     new JournaledSession(directory, EngineRun.of(runId, Map.of()), world, random)) {
                session.run(STEPS);
                session.tell(Verb.STRATEGY, "set fast=4 slow=11", EngineRun.START_EPOCH_NS);
                session.tell(Verb.PAUSE, "", EngineRun.START_EPOCH_NS);
            }
        }
    }

    private static List<Path> segments(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".rsj")).sorted().toList();
        }
    }

    private static List<String> lines(TradingEngine engine) {
        TradingBooks books = engine.books();
        Portfolio portfolio = books.portfolio();
        List<String> lines = new ArrayList<>();
        portfolio.balances().forEach((asset, amount) -> lines.add("balance " + asset + " " + amount.toPlainString()));
        portfolio.profits().otherFees().forEach((asset, fee) ->
            lines.add("other fees " + asset + " " + fee.toPlainString()));
        for (Position position : portfolio.positions()) {
            lines.add("position " + position.source() + " " + position.asset() + " " + position.qty().toPlainString()
                + " cost " + position.cost().toPlainString() + " " + position.costAsset());
        }
        for (String source : portfolio.profits().sources()) {
            for (String asset : portfolio.profits().assets()) {
                Profit profit = portfolio.profits().net(source, asset, (side, symbolId) -> null);
                lines.add("profit " + source + " " + asset + " " + profit.realised().toPlainString() + " fees "
                    + profit.fees().toPlainString());
            }
        }
        lines.add("executions " + portfolio.executions());
        for (Order order : books.orders().open()) {
            lines.add("open " + order.text() + " " + order.clientOrderId() + " " + order.exchangeOrderId() + " "
                + order.status() + " filled " + order.filledQty() + " for " + order.filledQuote().toPlainString());
        }
        lines.add("next order " + books.orders().nextNumber());
        lines.add("halted " + engine.tradingState().isHalted() + ", paused " + engine.tradingState().isPaused());
        lines.add(engine.strategies().summary());
        return lines;
    }
}
