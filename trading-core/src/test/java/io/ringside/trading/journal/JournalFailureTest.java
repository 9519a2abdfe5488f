package io.ringside.trading.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringside.core.command.CommandRequest;
import io.ringside.core.command.Verb;
import io.ringside.core.event.PipelineEvent;
import io.ringside.core.runtime.Counters;
import io.ringside.trading.decision.Decision;
import io.ringside.trading.decision.Decision.CancelRequested;
import io.ringside.trading.decision.Decision.OrderPlaced;
import io.ringside.trading.decision.Decision.PlanEnded;
import io.ringside.trading.decision.Decision.PlanStarted;
import io.ringside.trading.decision.Decision.StrategyChanged;
import io.ringside.trading.decision.Decision.TradingStateChanged;
import io.ringside.trading.journal.codec.JournalRun;
import io.ringside.trading.journal.codec.SegmentStart;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A full disk, and what is promised of a power loss. */
class JournalFailureTest {

    private static final long SECOND_MS = 1_000;

    @TempDir
    private Path directory;

    @Test
    void shouldFailOnceWhenNoSegmentCanBeMadeAndDropWhatFollows() throws IOException {
        try (JournalRig rig = new JournalRig(directory).open(1)) {
            int events = failByFullDisk(rig);
            rig.decide(Records.cancelRequested(1));
            rig.timers(2);

            assertThat(rig.told()).singleElement().asString().startsWith("failed: ").contains("No space left");
            assertThat(rig.journal().isFailed()).isTrue();
            assertThat(rig.count("records not journaled")).as("halt, event, three more").isEqualTo(5);
            assertThat(Records.all(directory)).isEqualTo(Records.timers(0, events - 1));
        }
    }

    @Test
    void shouldTryAgainEachSecondAndGoOnWithASnapshotWhenThereIsRoom() throws IOException {
        try (JournalRig rig = new JournalRig(directory).open(1)) {
            int events = failByFullDisk(rig);
            rig.doWork();
            rig.diskFull(false);
            rig.pass(SECOND_MS - 1);
            rig.doWork();
            rig.timer();
            assertThat(rig.journal().isFailed()).as("too early to try again").isTrue();

            rig.pass(1);
            rig.doWork();
            assertThat(rig.told()).hasSize(1);
            rig.timer();
            rig.decide(Records.cancelRequested(1));

            long resumed = rig.sequence() - 1;
            assertThat(rig.told()).hasSize(2).last().isEqualTo("recovered at " + resumed);
            assertThat(rig.journal().isFailed()).isFalse();
            List<String> expected = new ArrayList<>(Records.timers(0, events - 1));
            expected.add(resumed + " TIMER");
            expected.add(resumed + " " + Records.cancelRequested(1));
            assertThat(Records.all(directory)).isEqualTo(expected);
            SegmentStart start = JournalReader.newest(directory).orElseThrow().start();
            assertThat(JournalRig.state(start)).as("state with what was dropped").isEqualTo(resumed);
        }
    }

    @Test
    void shouldTellOfEachFailureAnew() throws IOException {
        try (JournalRig rig = new JournalRig(directory).open(1)) {
            for (int i = 0; i < 2; i++) {
                failByFullDisk(rig);
                rig.diskFull(false);
                rig.pass(SECOND_MS);
                rig.doWork();
                rig.timer();
            }

            assertThat(rig.told()).hasSize(4);
            assertThat(rig.told().get(2)).startsWith("failed: ");
        }
    }

    @Test
    void shouldNotOpenOnAFullDiskNorKeepTheLock() throws IOException {
        JournalRig rig = new JournalRig(directory);
        rig.diskFull(true);
        assertThatThrownBy(() -> rig.open(1)).isInstanceOf(IOException.class).hasMessageContaining("No space left");

        new JournalRig(directory).open(2).close();
        assertThat(JournalReader.numbers(directory)).containsExactly(1L);
    }

    @Test
    void shouldBeDurableAfterTheForceThatACommandAsksFor() throws Exception {
        try (JournalRig rig = forcing().open(1)) {
            PipelineEvent command = new PipelineEvent();
            new CommandRequest(Records.ORIGIN, 1, Verb.BUY, "BTCUSDT 1", 2, 3).writeTo(command.command());
            rig.publish(command);
            long position = rig.journal().position();

            assertThat(rig.journal().awaitDurable(position, 0)).isFalse();
            rig.doWork();
            assertThat(rig.journal().awaitDurable(position, 0)).isTrue();
            assertThat(rig.journal().awaitDurable(position + 1, 0)).isFalse();
        }
    }

    @Test
    void shouldForceForOrdersCancelsAndSwitchesButNotForWhatCanBeLost() throws Exception {
        try (JournalRig rig = forcing().open(1)) {
            for (Decision decision : Records.oneOfEach("x")) {
                rig.timer();
                assertThat(isDurableAfterWork(rig)).isFalse();
                rig.decide(decision);

                boolean forced = decision instanceof OrderPlaced || decision instanceof CancelRequested
                    || decision instanceof TradingStateChanged || decision instanceof StrategyChanged
                    || decision instanceof PlanStarted || decision instanceof PlanEnded;
                assertThat(isDurableAfterWork(rig)).as(decision.toString()).isEqualTo(forced);
            }
        }
    }

    @Test
    void shouldBeDurableOverARoll() throws Exception {
        try (JournalRig rig = forcing().open(1)) {
            JournalTest.timersThatRoll(rig);
            rig.decide(Records.cancelRequested(1));

            assertThat(isDurableAfterWork(rig)).isTrue();
        }
    }

    @Test
    void shouldNeverBeDurableWhileFailedOrWhenNothingIsForced() throws Exception {
        try (JournalRig rig = new JournalRig(directory).open(1)) {
            rig.decide(Records.cancelRequested(1));
            assertThat(rig.journal().awaitDurable(rig.journal().position(), Long.MAX_VALUE)).isFalse();
        }
        try (JournalRig rig = forcing().open(2)) {
            failByFullDisk(rig);
            rig.decide(Records.cancelRequested(1));
            rig.doWork();
            assertThat(rig.journal().awaitDurable(rig.journal().position(), Long.MAX_VALUE)).isFalse();
        }
    }

    @Test
    void shouldFailAtTheNextOrderAfterAForceFailedAndGoOnWithASnapshot() throws Exception {
        try (JournalRig rig = forcing().open(1)) {
            rig.timer();
            rig.forceFails(true);
            rig.decide(Records.cancelRequested(1));
            assertThat(isDurableAfterWork(rig)).isFalse();
            assertThat(rig.told()).isEmpty();

            rig.decide(Records.cancelRequested(2));
            assertThat(rig.told()).singleElement().asString().contains("Input/output error");
            rig.timer();
            assertThat(rig.told()).hasSize(1);

            rig.forceFails(false);
            rig.doWork();
            rig.timer();
            rig.decide(Records.cancelRequested(3));
            assertThat(rig.told()).hasSize(2).last().isEqualTo("recovered at 2");
            assertThat(isDurableAfterWork(rig)).isTrue();
        }
    }

    @Test
    void shouldFailAtTheNextRollAfterAForceFailed() throws Exception {
        try (JournalRig rig = forcing().open(1)) {
            rig.timer();
            rig.forceFails(true);
            rig.decide(Records.cancelRequested(1));
            rig.doWork();

            while (rig.told().isEmpty()) {
                rig.timer();
            }
            assertThat(rig.told()).singleElement().asString().contains("Input/output error");
            assertThat(rig.count("journal segments begun")).isEqualTo(1);
        }
    }

    @Test
    void shouldNotForgetAFailedForceBecauseTheDiskWasFullBefore() throws Exception {
        try (JournalRig rig = forcing().open(1)) {
            failByFullDisk(rig);
            rig.diskFull(false);
            rig.pass(SECOND_MS);
            rig.doWork();
            rig.timer();
            assertThat(rig.told()).hasSize(2);

            rig.forceFails(true);
            rig.decide(Records.cancelRequested(1));
            rig.doWork();
            rig.doWork();
            assertThat(rig.journal().awaitDurable(rig.journal().position(), 0)).isFalse();
            rig.decide(Records.cancelRequested(2));
            assertThat(rig.told()).hasSize(3).last().asString().contains("Input/output error");
        }
    }

    @Test
    void shouldFailAtTheNextOrderWhenItsThreadHasEnded() throws Exception {
        try (JournalRig rig = forcing().open(1)) {
            rig.threadEnds(new OutOfMemoryError("planted"));
            assertThat(rig.journal().awaitDurable(rig.journal().position(), Long.MAX_VALUE)).isFalse();

            rig.decide(Records.cancelRequested(1));

            assertThat(rig.told()).singleElement().asString()
                .isEqualTo("failed: journal-io has ended: java.lang.OutOfMemoryError: planted");
        }
    }

    @Test
    void shouldForceOnItsOwnThread() throws Exception {
        JournalConfig config = new JournalConfig(directory, JournalRig.SEGMENT_BYTES, 1L << 40, 1L << 40, true,
            ForceMode.ORDERS);
        JournalRig owner = new JournalRig(directory);
        try (JournalClaim claim = JournalClaim.take(config);
             Journal journal = claim.begin(new JournalRun(1, "", 0), owner, new Counters())) {
            journal.record(Records.cancelRequested(1), 0);

            assertThat(journal.awaitDurable(journal.position(), TimeUnit.SECONDS.toNanos(30))).isTrue();
        }
    }

    private JournalRig forcing() {
        return new JournalRig(directory).with(new JournalConfig(directory, JournalRig.SEGMENT_BYTES, 1L << 40,
            1L << 40, true, ForceMode.ORDERS));
    }

    private static boolean isDurableAfterWork(JournalRig rig) throws InterruptedException {
        rig.doWork();
        return rig.journal().awaitDurable(rig.journal().position(), 0);
    }

    /** Number of events so far, the last of which found no segment. */
    private static int failByFullDisk(JournalRig rig) {
        rig.diskFull(true);
        while (!rig.journal().isFailed()) {
            rig.timer();
        }
        return (int) rig.sequence();
    }
}
