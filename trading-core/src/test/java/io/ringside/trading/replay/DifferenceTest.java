package io.ringside.trading.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.trading.decision.Decision.TradingStateChanged;
import io.ringside.trading.snapshot.StateFields;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class DifferenceTest {

    @Test
    void shouldNameTheComponentThatDiffers() {
        TradingStateChanged recorded = new TradingStateChanged(true, 17, false);

        assertThat(Difference.between(recorded, new TradingStateChanged(true, 19, false))).isEqualTo(
            " in haltSequence\n  recorded: TradingStateChanged[halted=true, haltSequence=17, paused=false]"
                + "\n  replayed: TradingStateChanged[halted=true, haltSequence=19, paused=false]");
    }

    @Test
    void shouldNameNoComponentWhereOneIsMissing() {
        assertThat(Difference.between(null, new TradingStateChanged(true, 19, false)))
            .startsWith("\n  recorded: none\n  replayed: TradingStateChanged[");
    }

    @Test
    void shouldNameTheValueThatDiffers() {
        assertThat(difference(fields -> profit(fields, "12.5"), fields -> profit(fields, "0")))
            .isEqualTo("\n  portfolio: realised profit of BTCUSDT: recorded 12.5, replayed 0");
    }

    @Test
    void shouldGiveAValueWithoutANameByItsPlace() {
        assertThat(difference(fields -> fields.writeLong(1), fields -> fields.writeLong(2)))
            .isEqualTo("\n  portfolio: value 1: recorded 1, replayed 2");
        assertThat(difference(fields -> unnamed(fields, 7), fields -> unnamed(fields, 8)))
            .isEqualTo("\n  portfolio: value 3 (after 'BTCUSDT'): recorded 7, replayed 8");
    }

    @Test
    void shouldFindOneByteOfMany() {
        byte[] many = new byte[100];
        many[99] = 1;

        assertThat(difference(fields -> fields.write(new byte[100]), fields -> fields.write(many)))
            .startsWith("\n  portfolio: value 1: recorded 100 bytes 0000");
    }

    @Test
    void shouldFindMissingValues() {
        assertThat(difference(fields -> fields.writeByte(1), fields -> { }))
            .isEqualTo("\n  portfolio: recorded 1 values, replayed 0");
    }

    @Test
    void shouldSayNothingOfEqualStates() {
        assertThat(difference(fields -> profit(fields, "1"), fields -> profit(fields, "1"))).isNull();
    }

    private static void profit(StateFields fields, String value) {
        fields.writeInt(1);
        StateFields.name(fields, "realised profit", "BTCUSDT");
        fields.writeUTF(value);
    }

    private static void unnamed(StateFields fields, int value) {
        fields.writeUTF("BTCUSDT");
        fields.writeUTF("12.5");
        fields.writeInt(value);
    }

    private static String difference(Consumer<StateFields> recorded, Consumer<StateFields> replayed) {
        StateFields one = new StateFields();
        recorded.accept(one);
        StateFields other = new StateFields();
        replayed.accept(other);
        return Difference.between(Map.of("portfolio", one), Map.of("portfolio", other));
    }
}
