package io.ringside.trading.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.trading.ledger.ProfitHistory.Earned;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ProfitHistoryTest {

    private static final long DAY_NS = TimeUnit.DAYS.toNanos(1);
    private static final long FIRST_NS = 20_000 * DAY_NS + 1;

    private final ProfitHistory history = new ProfitHistory();

    @Test
    void shouldGiveEachDayWhatWasEarnedSinceTheLastExecution() {
        trade(0, "1.5", "0.1");
        assertThat(ofDays(1, 0)).isEqualTo(earned("1.5", "0.1", 1));
        trade(0, "2.0", "0.2");
        trade(1, "1.0", "0.5");

        assertThat(ofDays(1, 1)).isEqualTo(earned("-1.0", "0.3", 1));
        assertThat(ofDays(2, 1)).isEqualTo(earned("1.0", "0.5", 3));
        assertThat(history.total("USDT")).isEqualTo(earned("1.0", "0.5", 3));
        assertThat(history.total("USDT").net()).isEqualByComparingTo("0.5");
        assertThat(history.total("EUR")).isEqualTo(earned("0", "0", 0));
        assertThat(history.sinceEpochNs()).isEqualTo(FIRST_NS);
    }

    @Test
    void shouldKeepAsManyDaysAsItSaysAndAllInTheTotal() {
        for (int day = 0; day < 2 * ProfitHistory.KEPT_DAYS; day++) {
            trade(day, "" + (day + 1), "0");
        }

        long nowNs = FIRST_NS + (2L * ProfitHistory.KEPT_DAYS - 1) * DAY_NS;
        assertThat(history.ofDays(10_000, "USDT", nowNs).executions()).isEqualTo(ProfitHistory.KEPT_DAYS);
        assertThat(history.total("USDT").realised()).isEqualByComparingTo("" + 2 * ProfitHistory.KEPT_DAYS);
    }

    @Test
    void shouldGoOnFromASnapshotAsBefore() throws IOException {
        trade(0, "1.5", "0.1");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        history.save(new DataOutputStream(bytes));
        ProfitHistory loaded = new ProfitHistory();
        loaded.load(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())), loaded.version());

        loaded.onExecution("USDT", FIRST_NS + DAY_NS);
        loaded.onEarned("USDT", new BigDecimal("1.5"), new BigDecimal("0.3"), FIRST_NS + DAY_NS);

        assertThat(loaded.ofDays(1, "USDT", FIRST_NS + DAY_NS)).isEqualTo(earned("0.0", "0.2", 1));
        assertThat(loaded.ofDays(2, "USDT", FIRST_NS + DAY_NS)).isEqualTo(earned("1.5", "0.3", 2));
        assertThat(loaded.sinceEpochNs()).isEqualTo(FIRST_NS);
    }

    /** After it so much has been earned and paid in all. */
    private void trade(int day, String realised, String fees) {
        long nowNs = FIRST_NS + day * DAY_NS;
        history.onExecution("USDT", nowNs);
        history.onEarned("USDT", new BigDecimal(realised), new BigDecimal(fees), nowNs);
    }

    private Earned ofDays(int count, int lastDay) {
        return history.ofDays(count, "USDT", FIRST_NS + lastDay * DAY_NS);
    }

    private static Earned earned(String realised, String fees, long executions) {
        return new Earned(new BigDecimal(realised), new BigDecimal(fees), executions);
    }
}
