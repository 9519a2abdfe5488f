package io.ringside.core.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.core.event.Origin;
import io.ringside.core.event.PipelineEvent;
import io.ringside.core.event.Symbols;
import io.ringside.core.ring.Publisher;
import io.ringside.core.runtime.Counters;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class CommandGateTest {

    private static final long NOW_MS = 1_800_000_000_000L;
    private static final Origin ORIGIN = Origin.telegram(1, 2, 3, 4);

    private final List<String> happened = new ArrayList<>();
    private final List<Reply> replies = new ArrayList<>();
    private final PipelineEvent published = new PipelineEvent();
    private final Counters counters = new Counters();
    private final CommandGate gate = gate("page", true);

    @Test
    void shouldEnterACommandAndSaySoBeforeItIsVisible() {
        enter(gate, "/BUY btcusdt 0.50", NOW_MS - 1_000);

        assertThat(happened).containsExactly("said ✓ buy queued", "entered buy BTCUSDT 0.50");
        assertThat(replies).containsExactly(Reply.to(ORIGIN, Verb.BUY, "✓ buy queued"));
        assertThat(published.command().origin()).isEqualTo(ORIGIN);
        assertThat(published.command().updateId()).isEqualTo(77);
        assertThat(published.command().sentEpochMs()).isEqualTo(NOW_MS - 1_000);
        assertThat(published.command().receivedEpochNs()).isEqualTo(TimeUnit.MILLISECONDS.toNanos(NOW_MS));
        assertThat(count("page commands accepted")).isEqualTo(1);
    }

    @Test
    void shouldAnswerBusyWhenTheRingTakesNothing() {
        CommandGate stuck = gate("stuck", false);

        enter(stuck, "/stop", NOW_MS);

        assertThat(happened)
            .containsExactly("said ✗ busy, stop not executed: the pipeline did not accept it within 2 s");
        assertThat(count("stuck commands rejected busy")).isEqualTo(1);
    }

    @Test
    void shouldAnswerWhatIsWrongWithTheWords() {
        enter(gate, "/buy NOPE 1", NOW_MS);
        enter(gate, "/nope", NOW_MS);

        assertThat(happened).hasSize(2).allMatch(text -> text.startsWith("said ✗ "));
        assertThat(replies).extracting(Reply::kind).containsOnly(Reply.Kind.ANSWER);
    }

    @Test
    void shouldStaySilentOnWhatIsNotForUs() {
        enter(gate, "hello", NOW_MS);

        assertThat(happened).isEmpty();
    }

    @Test
    void shouldEnterNothingThatHasExpired() {
        enter(gate, "/start", NOW_MS - 30_000);
        enter(gate, "/start", NOW_MS - 31_000);
        enter(gate, "/stop", NOW_MS - 300_000);
        enter(gate, "/stop", NOW_MS - 301_000);

        assertThat(happened).containsExactly("said ✓ start queued", "entered start",
            "said ✗ start expired, not executed: sent 31 s ago", "said ✓ stop queued", "entered stop",
            "said ✗ stop expired, not executed: sent 301 s ago");
        assertThat(count("page commands expired")).isEqualTo(2);
    }

    @Test
    void shouldNotTradeOnACommandFromTheFuture() {
        enter(gate, "/start", NOW_MS + 6_000);
        enter(gate, "/stop", NOW_MS + 6_000);

        assertThat(happened).containsExactly(
            "said ✗ start not executed: dated 6 s ahead, check this machine's clock",
            "said ✓ stop queued", "entered stop");
    }

    private static void enter(CommandGate gate, String text, long sentEpochMs) {
        gate.enter(gate.read(text, null), ORIGIN, 77, sentEpochMs);
    }

    private long count(String name) {
        return counters.all().stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow().value();
    }

    private CommandGate gate(String name, boolean room) {
        return new CommandGate(name, new CommandParser(Symbols.of("BTCUSDT")), new Publisher() {

            @Override
            public boolean tryPublish(PipelineEvent event) {
                throw new AssertionError("commands wait for room");
            }

            @Override
            public boolean publish(PipelineEvent event, long timeoutNs, Runnable onClaimed) {
                assertThat(timeoutNs).isEqualTo(CommandGate.PUBLISH_TIMEOUT_NS);
                if (room) {
                    onClaimed.run();
                    published.copyFrom(event);
                    happened.add(("entered " + Verb.wordOf(event.command().verbCode()) + " "
                        + event.command().arguments()).strip());
                }
                return room;
            }
        }, reply -> {
            happened.add("said " + PlainText.of(reply));
            return replies.add(reply);
        }, () -> TimeUnit.MILLISECONDS.toNanos(NOW_MS), counters);
    }
}
