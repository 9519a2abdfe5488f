package io.ringside.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringside.core.command.PlainText;
import io.ringside.core.command.Reply;
import io.ringside.core.command.ReplyBody;
import io.ringside.core.event.PipelineEvent;
import io.ringside.core.route.Router;
import io.ringside.core.runtime.Counters;
import io.ringside.pipeline.settings.Settings;
import io.ringside.trading.engine.EngineRun;
import io.ringside.trading.engine.HandRing;
import io.ringside.trading.engine.JournaledEngine;
import io.ringside.trading.engine.RandomTrading;
import io.ringside.trading.engine.RunRecord;
import io.ringside.trading.journal.JournalConfig;
import io.ringside.trading.replay.JournaledSession;
import io.ringside.trading.settings.StrategyTypes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a start does, and tells users, when the end of the journal is not what the run before it left. */
class LostRecordsTest {

    private static final int PAGE_BYTES = 4096;

    @TempDir
    private Path directory;

    private Path last;
    private byte[] whole;
    /** Start of a page with records before and behind it. */
    private int hole;
    private final List<String> told = new ArrayList<>();

    @BeforeEach
    void tradeInTwoRuns() throws IOException {
        SplittableRandom random = new SplittableRandom(21);
        for (int run = 1; run <= 2; run++) {
            new JournaledSession(directory, EngineRun.of(run, Map.of()), new RandomTrading(random), random).run(300)
                .close();
        }
        last = directory.resolve("journal-000000000002.rsj");
        whole = Files.readAllBytes(last);
        hole = (whole.length / PAGE_BYTES - 2) * PAGE_BYTES;
    }

    @Test
    void shouldTradeOnAfterAWholeJournal() {
        assertThat(open()).as("halted").isFalse();
        assertThat(told).hasSize(1).first().asString().startsWith("✓ restarted: ");
    }

    @Test
    void shouldKeepASegmentWhoseFirstPageIsGoneAndStayHalted() throws IOException {
        byte[] holed = zeros(0, PAGE_BYTES);

        assertThat(open()).as("halted").isTrue();
        byte[] kept = Files.readAllBytes(directory.resolve("journal-000000000002.rsj.cut"));
        assertThat(Arrays.copyOf(kept, holed.length)).isEqualTo(holed);
        assertThat(told.get(0)).startsWith("✓ restarted: trading is STOPPED");
        assertThat(told).filteredOn(text -> text.contains("records are lost")).hasSize(1).first().asString()
            .startsWith("⚠ the journal was repaired: the start of journal-000000000002.rsj cannot be read; the file "
                + "is kept as " + last + ".cut").endsWith("then /start");
    }

    @Test
    void shouldKeepWhatStandsBehindAHoleAndStayHalted() throws IOException {
        byte[] holed = zeros(hole, hole + PAGE_BYTES);

        assertThat(open()).as("halted").isTrue();
        byte[] kept = Files.readAllBytes(directory.resolve("journal-000000000002.rsj.cut"));
        int cut = (int) Files.size(last);
        assertThat(cut).isBetween(hole - PAGE_BYTES, hole);
        assertThat(Arrays.copyOfRange(kept, cut, kept.length)).isEqualTo(
            Arrays.copyOfRange(holed, cut, kept.length));
        assertThat(told).filteredOn(text -> text.contains("records are lost")).hasSize(1);
    }

    @Test
    void shouldStayHaltedWhenTheLastSegmentIsMissing() throws IOException {
        Files.delete(last);

        assertThat(open()).as("halted").isTrue();
        assertThat(told).filteredOn(text -> text.contains("000002.rsj were written, and it is missing")).hasSize(1);
    }

    @Test
    void shouldStayHaltedWhenAllSegmentsAreMissing() throws IOException {
        Files.delete(last);
        Files.delete(directory.resolve("journal-000000000001.rsj"));

        assertThat(open()).as("halted").isTrue();
        assertThat(told.get(0)).startsWith("✓ restarted: trading is STOPPED");
    }

    @Test
    void shouldStayHaltedWhenACleanEndIsCutOff() throws IOException {
        Files.write(last, Arrays.copyOf(whole, whole.length - 100));

        assertThat(open()).as("halted").isTrue();
        assertThat(told).filteredOn(text -> text.contains("000002.rsj were written, and it ends")).hasSize(1);
    }

    @Test
    void shouldTellARepairOnce() throws IOException {
        zeros(0, PAGE_BYTES);
        open();
        told.clear();

        open();

        assertThat(told).hasSize(1).first().asString().startsWith("✓ restarted: trading is STOPPED");
    }

    @Test
    void shouldTellARepairThatAStartHasNotOutlived() throws IOException {
        zeros(hole, hole + PAGE_BYTES);
        TradingOpening killed = new TradingOpening(Optional.of(config()), run -> {
            throw new IllegalStateException("killed");
        });
        assertThatThrownBy(() -> killed.open(1, this::run)).hasMessage("killed");

        assertThat(open()).as("halted").isTrue();
        assertThat(told).filteredOn(text -> text.contains("records are lost")).hasSize(1);
    }

    @Test
    void shouldNotReadAJournalThatAnotherRunStillWrites() {
        JournaledEngine first = opening().open(1, this::run);
        TradingOpening second = new TradingOpening(Optional.of(config()), run -> {
            first.close();
            return engine(run);
        });

        try (first) {
            assertThatThrownBy(() -> second.open(1, this::run)).isInstanceOf(CannotStart.class)
                .hasMessageContaining("is being written by another run");
        }
    }

    /** Whether a new run is halted after its first timer. */
    private boolean open() {
        TradingOpening opening = opening();
        try (JournaledEngine engine = opening.open(1, this::run)) {
            Router router = new Router(() -> 0, new Counters().counter("failures"));
            engine.attachTo(router, place -> { });
            PipelineEvent event = new PipelineEvent();
            event.timer().set(engine.engine().books().time().epochNs() + 1);
            router.onEvent(event, opening.firstSequence(), true);
            return engine.engine().tradingState().isHalted();
        }
    }

    private byte[] zeros(int from, int to) throws IOException {
        byte[] holed = whole.clone();
        Arrays.fill(holed, from, to, (byte) 0);
        return Files.readAllBytes(Files.write(last, holed));
    }

    private TradingOpening opening() {
        return new TradingOpening(Optional.of(config()), this::engine);
    }

    private JournaledEngine engine(RunRecord run) {
        return new JournaledEngine(run, StrategyTypes.builtIn(), new HandRing(), this::tell,
            (nowEpochNs, state) -> ReplyBody.text(state), new Counters());
    }

    private boolean tell(Reply reply) {
        return told.add(PlainText.of(reply.body()));
    }

    private RunRecord run(long runId) {
        return EngineRun.of(runId, Map.of());
    }

    private JournalConfig config() {
        return Settings.demo(Map.of("JOURNAL_DIR", directory.toString()), 0).journal().orElseThrow();
    }
}
