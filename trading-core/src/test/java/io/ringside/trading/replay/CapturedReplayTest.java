package io.ringside.trading.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.ringside.core.command.Verb;
import io.ringside.core.event.FeedStatus;
import io.ringside.core.event.PipelineEvent;
import io.ringside.trading.engine.EngineRun;
import io.ringside.trading.engine.RandomTrading;
import io.ringside.trading.journal.JournalReader;
import io.ringside.trading.strategy.StrategyTypes;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A session of two symbols that was recorded at the venue, traded in by command and strategy, and decided again. */
class CapturedReplayTest {

    private static final Pattern QUOTE = Pattern.compile("([0-9]{19}) .*\"u\":([0-9]+),\"s\":\"([A-Z]+)\","
        + "\"b\":\"([0-9.]+)\",\"B\":\"([0-9.]+)\",\"a\":\"([0-9.]+)\",\"A\":\"([0-9.]+)\"}}");
    private static final int EXPONENT = -8;
    private static final long TIMER_NS = 100_000_000;
    private static final int QUOTES_PER_COMMAND = 700;
    private static final List<String> COMMANDS = List.of("strategy on", "buy BTCUSDT 0.002", "buy ETHUSDT 50USDT",
        "buy BTCUSDT 0.002 61500", "sell ETHUSDT all 2690", "cancel all", "pause", "buy BTCUSDT 0.001",
        "sell BTCUSDT all", "stop", "buy ETHUSDT 50USDT", "start", "buy BTCUSDT 0.002 61900 IOC", "strategy status",
        "strategy off", "closeall", "pnl");

    @TempDir
    private Path directory;

    private final SplittableRandom random = new SplittableRandom(3);
    private final PipelineEvent event = new PipelineEvent();
    private long timerEpochNs;

    @Test
    void shouldDecideARecordedMarketAlikeEachTime() throws IOException {
        List<String> lines = lines(captures());

        try (JournaledSession session = session()) {
            for (int i = 0; i < lines.size(); i++) {
                quote(lines.get(i), session);
                if (i % QUOTES_PER_COMMAND == QUOTES_PER_COMMAND - 1) {
                    command(i / QUOTES_PER_COMMAND, session);
                }
            }
            assertThat(session.texts()).anyMatch(text -> text.contains("filled")).anyMatch(text -> text.contains("IOC"))
                .anyMatch(text -> text.startsWith("✗ refused by trading halted"))
                .anyMatch(text -> text.startsWith("✓ crossover: "));
            assertThat(session.engine().books().ledger().executions()).isGreaterThan(20);
        }

        String first = hash();
        assertThat(hash()).isEqualTo(first);
    }

    private JournaledSession session() throws IOException {
        JournaledSession session = new JournaledSession(directory,
            EngineRun.of(1, Map.of("STRATEGY", "off", "STRATEGY_PARAMETERS", "fast=20 slow=100 size=50 cooldown=5s")),
            new RandomTrading(random), random);
        for (int connection = 0; connection < EngineRun.CONNECTIONS; connection++) {
            event.feedState().set(connection, FeedStatus.UP, 0, "");
            session.handle(event);
        }
        return session;
    }

    private void command(int number, JournaledSession session) {
        String[] words = COMMANDS.get(number % COMMANDS.size()).split(" ", 2);
        session.tell(Verb.valueOf(words[0].toUpperCase(Locale.ROOT)), words.length == 1 ? "" : words[1], timerEpochNs);
    }

    private void quote(String line, JournaledSession session) {
        Matcher quote = QUOTE.matcher(line);
        assertThat(quote.matches()).as(line).isTrue();
        long epochNs = Long.parseLong(quote.group(1));
        if (epochNs - timerEpochNs >= TIMER_NS) {
            timerEpochNs = epochNs;
            event.timer().set(epochNs);
            session.handle(event);
        }
        event.tick().set(EngineRun.SYMBOLS.indexOf(quote.group(3)), Long.parseLong(quote.group(2)), epochNs, epochNs);
        event.tick().setQuote(EXPONENT, EXPONENT, mantissa(quote.group(4)), mantissa(quote.group(5)),
            mantissa(quote.group(6)), mantissa(quote.group(7)));
        session.handle(event);
    }

    private static long mantissa(String decimal) {
        return new BigDecimal(decimal).movePointLeft(EXPONENT).longValueExact();
    }

    /** Of all decisions; there is no difference. */
    private String hash() throws IOException {
        try (JournalReader reader = JournalReader.oldest(directory).orElseThrow()) {
            ReplayHash hash = new ReplayHash(0, text -> { });
            assertThat(new Replay(reader, StrategyTypes.builtIn(), hash).run()).isNull();
            return hash.text();
        }
    }

    /** The quotes of both symbols in the order in which they were received. */
    private static List<String> lines(Path captures) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String name : List.of("btcusdt_20240808.gz", "ethusdt_20240808.gz")) {
            try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(captures.resolve(name))), StandardCharsets.US_ASCII))) {
                reader.lines().filter(line -> line.contains("@bookTicker")).forEach(lines::add);
            }
        }
        lines.sort(Comparator.comparing(line -> line.substring(0, 19)));
        return lines;
    }

    private static Path captures() {
        Path directory = Path.of(System.getProperty("ringside.captures", "")).resolve("hftbacktest-spot");
        assumeTrue(Files.isDirectory(directory),
            "no recordings: system property ringside.captures names no directory with them");
        return directory;
    }
}
