package io.ringside.trading.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.core.command.Verb;
import io.ringside.core.event.FeedStatus;
import io.ringside.core.event.PipelineEvent;
import io.ringside.testing.Captures;
import io.ringside.trading.engine.EngineRun;
import io.ringside.trading.engine.RandomTrading;
import io.ringside.trading.journal.JournalReader;
import io.ringside.trading.settings.StrategyTypes;
import java.io.IOException;
import java.math.BigDecimal;
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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A session of two symbols, from the simulator's walk and, where there are recordings, from the venue: traded in by
 * command and strategy, and decided again.
 */
class CapturedReplayTest {

    private static final Pattern QUOTE = Pattern.compile("([0-9]{19}) .*\"u\":([0-9]+),\"s\":\"([A-Z]+)\","
        + "\"b\":\"([0-9.]+)\",\"B\":\"([0-9.]+)\",\"a\":\"([0-9.]+)\",\"A\":\"([0-9.]+)\"}}");
    private static final int EXPONENT = -8;
    private static final long TIMER_NS = 100_000_000;
    private static final List<String> COMMANDS = List.of("strategy on", "buy BTCUSDT 0.002", "buy ETHUSDT 50USDT",
        "buy BTCUSDT 0.002 LOW", "sell ETHUSDT all TOP", "cancel all", "pause", "buy BTCUSDT 0.001",
        "sell BTCUSDT all", "stop", "buy ETHUSDT 50USDT", "start", "buy BTCUSDT 0.002 HIGH IOC", "strategy status",
        "strategy off", "closeall", "pnl");

    @TempDir
    private Path directory;

    private final SplittableRandom random = new SplittableRandom(3);
    private final PipelineEvent event = new PipelineEvent();
    private long timerEpochNs;

    @Test
    void shouldDecideACapturedMarketAlikeEachTime() throws IOException {
        Path captures = Files.createDirectory(directory.resolve("captures"));

        decideAlike(lines(List.of(Captures.copy(Captures.BTCUSDT, captures),
            Captures.copy(Captures.ETHUSDT, captures))), 19,
            Map.of("LOW", "68000", "HIGH", "69000", "TOP", "3530"));
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("recordings")
    void shouldDecideARecordedMarketAlikeEachTime(List<Path> recordings) throws IOException {
        decideAlike(lines(recordings), 700, Map.of("LOW", "61500", "HIGH", "61900", "TOP", "2690"));
    }

    private void decideAlike(List<String> lines, int quotesPerCommand, Map<String, String> prices) throws IOException {
        try (JournaledSession session = session()) {
            for (int i = 0; i < lines.size(); i++) {
                quote(lines.get(i), session);
                if (i % quotesPerCommand == quotesPerCommand - 1) {
                    command(i / quotesPerCommand, prices, session);
                }
            }
            assertThat(session.texts()).anyMatch(text -> text.contains("filled")).anyMatch(text -> text.contains("IOC"))
                .anyMatch(text -> text.startsWith("✗ rejected by trading halted"))
                .anyMatch(text -> text.startsWith("✓ crossover: "));
            assertThat(session.engine().books().portfolio().executions()).isGreaterThan(20);
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

    private void command(int number, Map<String, String> prices, JournaledSession session) {
        String command = COMMANDS.get(number % COMMANDS.size());
        for (Map.Entry<String, String> price : prices.entrySet()) {
            command = command.replace(price.getKey(), price.getValue());
        }
        String[] words = command.split(" ", 2);
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
    private static List<String> lines(List<Path> captures) throws IOException {
        List<String> lines = new ArrayList<>();
        for (Path capture : captures) {
            Captures.lines(capture).stream().filter(line -> line.contains("@bookTicker")).forEach(lines::add);
        }
        lines.sort(Comparator.comparing(line -> line.substring(0, 19)));
        return lines;
    }

    private static Stream<List<Path>> recordings() {
        List<Path> files = Stream.of("btcusdt", "ethusdt")
            .flatMap(symbol -> Captures.recorded("hftbacktest-spot/" + symbol + "_20240808.gz").stream()).toList();
        return files.size() == 2 ? Stream.of(files) : Stream.empty();
    }
}
