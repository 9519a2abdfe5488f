package io.ringside.pipeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.ringside.core.command.CommandRequest;
import io.ringside.core.command.Reply;
import io.ringside.core.command.Verb;
import io.ringside.core.event.FeedStatus;
import io.ringside.core.event.OrderStatus;
import io.ringside.core.event.OrderUpdate;
import io.ringside.core.event.OrderUpdate.Ids;
import io.ringside.core.event.OrderUpdate.Liquidity;
import io.ringside.core.event.OrderUpdate.Report;
import io.ringside.core.event.OrderUpdate.Trade;
import io.ringside.core.event.Origin;
import io.ringside.core.event.PipelineEvent;
import io.ringside.core.runtime.Counters;
import io.ringside.pipeline.record.JournalNames;
import io.ringside.trading.decision.AccountId;
import io.ringside.trading.decision.Decision;
import io.ringside.trading.decision.OrderTerms;
import io.ringside.trading.decision.OrderType;
import io.ringside.trading.decision.Side;
import io.ringside.trading.decision.TimeInForce;
import io.ringside.trading.engine.RunRecord;
import io.ringside.trading.journal.ForceMode;
import io.ringside.trading.journal.Journal;
import io.ringside.trading.journal.JournalClaim;
import io.ringside.trading.journal.JournalConfig;
import io.ringside.trading.journal.JournalOwner;
import io.ringside.trading.journal.JournalReader;
import io.ringside.trading.journal.codec.JournalRun;
import io.ringside.trading.market.TradeFixtures;
import io.ringside.trading.snapshot.SavedPart;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code journal} over a small journal. */
class JournalCommandsTest {

    private static final String CONFIG = new RunRecord(5, List.of("BTCUSDT", "币安人生USDT"), new int[2], 1, 0,
        Origin.CONSOLE, true, Map.of(), List.of(), AccountId.PAPER).toJson();


    private static final long EPOCH_NS = 1_700_000_000_123_456_789L;
    private static final String TIME = "2023-11-14T22:13:20.123456789Z";
    private static final Origin ORIGIN = Origin.telegram(42, -7, 0, 9);

    private final PipelineEvent event = new PipelineEvent();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path directory;

    @BeforeEach
    void writeARun() throws IOException {
        JournalConfig config = new JournalConfig(directory, 1 << 20, 1 << 30, 1L << 40, true, ForceMode.NEVER);
        JournalRun run = new JournalRun(5, CONFIG, 10);
        try (JournalClaim claim = JournalClaim.take(config);
             Journal journal = claim.begin(run, new NoState(), new Counters())) {
            event.tick().set(1, 77, 1, EPOCH_NS);
            event.tick().setQuote(-2, -3, 123, 4_000, 124, 5);
            journal.onEvent(event, 10);
            new CommandRequest(ORIGIN, 3, Verb.BUY, "BTCUSDT 1", 4, EPOCH_NS).writeTo(event.command());
            journal.onEvent(event, 11);
            OrderTerms terms = new OrderTerms(0, Side.BUY, OrderType.LIMIT, TimeInForce.GTC, 15, -1, 6_800_000, -2);
            journal.record(new Decision.OrderPlaced(8, AccountId.PAPER, "rs-8", terms,
                TradeFixtures.entry(ORIGIN, "user"), EPOCH_NS, "said \"yes\",\nso"), 11);
            journal.record(new Decision.ReplySent(ORIGIN, Verb.BUY, 8, Reply.Kind.RESULT, 12, -1), 11);
            journal.onEvent(fill("rs-8", 5, 5), 12);
            journal.onEvent(fill("rs-8", 5, 5), 13);
            journal.onEvent(fill("rs-8", 10, 15), 14);
            journal.onEvent(fill("a,b", 1, 1), 15);
            event.feedState().set(0, FeedStatus.UP, EPOCH_NS, "");
            journal.onEvent(event, 16);
            event.timer().set(EPOCH_NS);
            journal.onEvent(event, 17);
            journal.record(new Decision.TradingStateChanged(true, 17, false), 17);
        }
    }

    @Test
    void shouldPrintEachRecordAsALine() {
        assertThat(execute("journal")).isZero();

        assertThat(out.toString().lines()).hasSize(12)
            .contains("10 TICK time=" + TIME + " symbol=币安人生USDT bid=1.23 bidQty=4.000 ask=1.24 askQty=0.005"
                    + " updateId=77",
                "11 COMMAND time=" + TIME + " verb=BUY arguments=BTCUSDT 1 channel=TELEGRAM userId=42 chatId=-7"
                    + " messageId=9 updateId=3",
                "11 ReplySent channel=TELEGRAM userId=42 chatId=-7 messageId=9 verb=BUY order=8 kind=RESULT"
                    + " lengthBytes=12 crc32c=ffffffff",
                "16 FEED_STATE time=" + TIME + " connection=0 status=UP",
                "17 TIMER time=" + TIME,
                "17 TradingStateChanged halted=true haltSequence=17 paused=false")
            .first().asString().startsWith("10 SegmentStart segment=1 runId=5 started=")
            .endsWith("snapshotBytes=4 config=" + CONFIG);
    }

    @Test
    void shouldPrintJsonLines() {
        assertThat(execute("journal", "--json", "--type=OrderPlaced")).isZero();

        assertThat(out.toString()).isEqualTo("{\"sequence\":11,\"type\":\"OrderPlaced\",\"time\":\"" + TIME
            + "\",\"order\":8,\"clientOrderId\":\"rs-8\",\"symbol\":\"BTCUSDT\",\"side\":\"BUY\","
            + "\"orderType\":\"LIMIT\",\"timeInForce\":\"GTC\",\"qty\":\"1.5\",\"price\":\"68000.00\","
            + "\"account\":\"PAPER\",\"source\":\"user\",\"intent\":\"ENTRY\",\"channel\":\"TELEGRAM\","
            + "\"userId\":42,"
            + "\"chatId\":-7,\"messageId\":9,\"rationale\":\"said \\\"yes\\\",\\nso\"}" + System.lineSeparator());
    }

    @Test
    void shouldPrintEveryRecordAsAJsonObjectOfItsOwnLine() throws IOException {
        assertThat(execute("journal", "--json")).isZero();

        List<JsonNode> records = new ArrayList<>();
        for (String line : out.toString().lines().toList()) {
            records.add(new JsonMapper().readTree(line));
        }
        assertThat(records).hasSize(12).allMatch(record -> record.hasNonNull("sequence") && record.hasNonNull("type"));
        assertThat(records.get(0).get("config").textValue()).isEqualTo(CONFIG);
        assertThat(records.get(1).get("symbol").textValue()).isEqualTo("币安人生USDT");
    }

    @Test
    void shouldPrintFromASequenceOnAndOneType() {
        assertThat(execute("journal", "--from=13", "--type=order_ack")).isZero();

        assertThat(out.toString().lines()).hasSize(3).allSatisfy(line -> assertThat(line).contains(" ORDER_ACK "))
            .first().asString().startsWith("13 ");
    }

    @Test
    void shouldTellOfATornTailAndStillSucceed() throws IOException {
        Path segment = directory.resolve("journal-000000000001.rsj");
        byte[] bytes = Files.readAllBytes(segment);
        Files.write(segment, Arrays.copyOf(bytes, bytes.length - 8));

        assertThat(execute("journal")).isZero();

        assertThat(out.toString().lines()).hasSize(11);
        assertThat(err.toString()).contains("journal ends torn: " + segment);
    }

    @Test
    void shouldFailOnADamagedJournalWithItsPlace() throws IOException {
        Path segment = directory.resolve("journal-000000000001.rsj");
        byte[] bytes = Files.readAllBytes(segment);
        bytes[bytes.length / 2] ^= 1;
        Files.write(segment, bytes);

        assertThat(execute("journal")).isEqualTo(1);

        assertThat(err.toString().lines()).singleElement().asString()
            .startsWith("journal damaged: " + segment + " at byte ");
    }

    @Test
    void shouldRejectADirectoryWithoutAJournal() {
        directory = directory.resolve("none");

        assertThat(execute("journal")).isEqualTo(Main.BAD_USAGE);
        assertThat(err.toString().lines()).containsExactly("no journal in " + directory);
    }

    @Test
    void shouldNameSymbolsByNumberWhereTheConfigurationDoesNotListThem() throws IOException {
        try (JournalReader reader = JournalReader.newest(directory).orElseThrow()) {
            JournalNames names = new JournalNames().at(reader.start());

            assertThat(List.of(names.symbol(0), names.symbol(2), names.symbol(-1)))
                .containsExactly("BTCUSDT", "#2", "#-1");
        }
    }

    private PipelineEvent fill(String clientOrderId, long lastQty, long cumulativeQty) {
        event.orderAck().set(OrderUpdate.trade(new Ids(AccountId.PAPER.code(), 0, clientOrderId, "1"),
            OrderStatus.PARTIALLY_FILLED, cumulativeQty, -1,
            new Trade("", lastQty, 6_800_010, -2, 1, -3, "BNB", Liquidity.TAKER), Report.event(EPOCH_NS)));
        return event;
    }

    private int execute(String subcommand, String... options) {
        CommandLine commandLine = Main.commandLine();
        commandLine.setOut(new PrintWriter(out));
        commandLine.setErr(new PrintWriter(err));
        String[] words = Arrays.copyOf(options, options.length + 2);
        System.arraycopy(options, 0, words, 1, options.length);
        words[0] = subcommand;
        words[words.length - 1] = directory.toString();
        return commandLine.execute(words);
    }

    /** Owns nothing worth keeping. */
    private static final class NoState implements JournalOwner {

        @Override
        public List<SavedPart> save(long sequence) {
            return List.of(new SavedPart("state", 1, true, sequence, new byte[Integer.BYTES]));
        }

        @Override
        public void onFailure(String reason) {
            throw new AssertionError(reason);
        }

        @Override
        public void onRecovered() {
            throw new AssertionError("never failed");
        }
    }
}
