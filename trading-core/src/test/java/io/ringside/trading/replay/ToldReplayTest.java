package io.ringside.trading.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringside.core.command.Verb;
import io.ringside.core.event.OrderStatus;
import io.ringside.core.event.OrderUpdate;
import io.ringside.core.event.OrderUpdate.ExecutionType;
import io.ringside.trading.decision.AccountId;
import io.ringside.trading.journal.JournalReader;
import io.ringside.trading.settings.StrategyTypes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A journal whose order updates were told by a venue, which paper would have answered otherwise. */
class ToldReplayTest {

    @TempDir
    private Path directory;

    @Test
    void shouldNotContinueTheJournalOfAnotherAccount() throws Exception {
        new LiveSession(directory, AccountId.LIVE).close();

        assertThatThrownBy(() -> new LiveSession(directory, AccountId.PAPER)).isInstanceOf(IOException.class)
            .hasMessage("run 1 traded on LIVE, this one trades on PAPER: each account needs a journal of its own");
    }

    @Test
    void shouldTakeWhatAVenueToldFromTheJournal() throws IOException {
        try (LiveSession session = new LiveSession(directory, AccountId.LIVE)) {
            tradeAsNoPaperVenueWould(session);

            assertThat(session.order(1).exchangeOrderId()).isEqualTo("OQCLML-BW3P3-BUCMWZ");
            assertThat(session.order(1).placed().account()).isEqualTo(AccountId.LIVE);
        }

        Replay replay = replay();

        assertThat(replay.run()).isNull();
        assertThat(replay.decisions()).isEqualTo(10);
        assertThat(replay.engine().engine().books().orders().find(1).filledQuote()).isEqualByComparingTo("19.01");
    }

    @Test
    void shouldTakeWhatTheGatewayDidNotTakeFromTheJournal() throws IOException {
        try (LiveSession session = new LiveSession(directory, AccountId.LIVE)) {
            session.give(Verb.BUY, "BTCUSDT 0.001 19000");
            session.takeNothing();
            session.give(Verb.BUY, "BTCUSDT 0.002 19000");
            session.give(Verb.CANCEL, "1");
            session.give(Verb.CANCEL, "1");
            session.takeAll();
            session.give(Verb.CANCEL, "1");
            session.pass();

            assertThat(session.order(2).status()).isEqualTo(OrderStatus.REJECTED);
        }

        Replay replay = replay();

        assertThat(replay.run()).isNull();
        assertThat(replay.engine().engine().books().orders().find(2).status()).isEqualTo(OrderStatus.REJECTED);
    }

    @Test
    void shouldReplayARunThatWentOnFromWhatAVenueTold() throws IOException {
        try (LiveSession session = new LiveSession(directory, AccountId.LIVE)) {
            tradeAsNoPaperVenueWould(session);
        }
        try (LiveSession session = new LiveSession(directory, AccountId.LIVE)) {
            assertThat(session.reconciled()).containsExactly(2L);
            session.tell(2, OrderStatus.CANCELED, ExecutionType.CANCELED, "by hand");
            session.give(Verb.BUY, "BTCUSDT 0.001 19000");
        }

        assertThat(replay().run()).isNull();
    }

    /** The planted fault: on paper the same updates are decided again, and differ. */
    @Test
    void shouldFindOutThatPaperWouldHaveAnsweredOtherwise() throws IOException {
        try (LiveSession session = new LiveSession(directory, AccountId.PAPER)) {
            tradeAsNoPaperVenueWould(session);
        }

        assertThat(replay().run()).startsWith("the venue's answer differs at sequence ")
            .contains("exchangeOrderId=OQCLML-BW3P3-BUCMWZ");
    }

    @Test
    void shouldNotAnswerForAVenueInAWhatIf() throws IOException {
        try (LiveSession session = new LiveSession(directory, AccountId.LIVE)) {
            session.pass();
        }

        try (JournalReader reader = JournalReader.oldest(directory).orElseThrow()) {
            assertThatThrownBy(() -> new WhatIf(reader, StrategyTypes.builtIn(), Map.of()).run())
                .isInstanceOf(IOException.class)
                .hasMessage("run 1 traded on the account LIVE; --what-if works for runs on paper only");
        }
    }

    /** #1 trades below its limit at a price that was never quoted; #2 stays open, though it crosses. */
    private static void tradeAsNoPaperVenueWould(LiveSession session) {
        session.give(Verb.BUY, "BTCUSDT 0.001 20000");
        OrderUpdate.Ids ids = session.ids(1, "OQCLML-BW3P3-BUCMWZ");
        session.tell(ids, OrderStatus.ACCEPTED, ExecutionType.NEW, "");
        session.fill(ids, 100, 1_901_000);
        session.give(Verb.BUY, "BTCUSDT 0.002 20000");
        session.tell(2, OrderStatus.ACCEPTED, ExecutionType.NEW, "");
        session.tell(99, OrderStatus.CANCELED, ExecutionType.CANCELED, "not ours");
        session.give(Verb.BUY, "BTCUSDT 0.003 20000");
        session.tell(3, OrderStatus.REJECTED, ExecutionType.REJECTED, "Account has insufficient balance.");
        session.give(Verb.WHY, "1");
        session.pass();
    }

    private Replay replay() throws IOException {
        return new Replay(JournalReader.oldest(directory).orElseThrow(), StrategyTypes.builtIn(),
            new ReplayHash(0, text -> { }));
    }
}
