package io.ringside.trading.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringside.trading.order.ClientOrderIds.Parsed;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientOrderIdsTest {

    private static final String ID = "rs000mig1p2bk000000hi";

    private final ClientOrderIds ids = new ClientOrderIds(ClientOrderIds.FIRST_INSTANCE, 1_764_164_000_000L);

    @Test
    void shouldMakeTheSameIdAgain() {
        assertThat(ids.of(17)).isEqualTo(ID).isEqualTo(ids.of(17));
    }

    @ParameterizedTest
    @CsvSource({"00, 0, 1, rs000000000000000001g", "00, 1000, 17, rs000000000rs000000h9",
        "00, 101559956668415, 78364164095, rs00zzzzzzzzzzzzzzzzy"})
    void shouldHaveAFixedWidth(String instance, long runId, long number, String id) {
        assertThat(new ClientOrderIds(instance, runId).of(number)).isEqualTo(id).hasSize(ClientOrderIds.LENGTH)
            .matches("[a-z0-9]+");
    }

    @Test
    void shouldNeverMakeAnIdTwice() {
        Set<String> made = new HashSet<>();

        for (String instance : new String[]{"00", "a7"}) {
            for (long runId = 0; runId < 40; runId++) {
                for (long number = 1; number < 40; number++) {
                    made.add(new ClientOrderIds(instance, runId).of(number));
                }
            }
        }

        assertThat(made).hasSize(2 * 40 * 39);
    }

    @ParameterizedTest
    @CsvSource({"00, 0, 1", "z9, 1764164000000, 17", "00, 101559956668415, 78364164095"})
    void shouldReadWhatItMade(String instance, long runId, long number) {
        assertThat(ClientOrderIds.parse(new ClientOrderIds(instance, runId).of(number)))
            .isEqualTo(new Parsed(instance, runId, number));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "rs", "web_a1b2c3d4e5f6a7b8c9d0", "rs000mig1p2bk000000h", "rs000mig1p2bk000000hi0",
        "xs000mig1p2bk000000hi", "rs-1f-2a", "rs000mig1p2bk000000h-", "rs000mig1p2bk000000hé",
        "rs00\u0661mig1p2bk000000hi", "OQCLML-BW3P3-BUCMWZ", "b47ac10b-58cc-4372-a567-0e02b2c3d479"})
    void shouldNotTakeAForeignIdForOurs(String id) {
        assertThat(ClientOrderIds.parse(id)).isNull();
    }

    @Test
    void shouldNotTakeUpperCaseForOurs() {
        assertThat(ClientOrderIds.parse(ID.toUpperCase(Locale.ROOT))).isNull();
        assertThat(ClientOrderIds.parse("rs000MIG1P2BK000000hi")).isNull();
    }

    @Test
    void shouldNotTakeTheNumberZeroForOurs() {
        String id = "rs000mig1p2bk0000000";

        assertThat(ClientOrderIds.parse(id + ClientOrderIds.checkCharacter(id))).isNull();
    }

    @Test
    void shouldFindEveryWrongCharacter() {
        for (int at = 0; at < ID.length(); at++) {
            for (char other : "0123456789abcdefghijklmnopqrstuvwxyz".toCharArray()) {
                if (other != ID.charAt(at)) {
                    assertThat(ClientOrderIds.parse(ID.substring(0, at) + other + ID.substring(at + 1))).isNull();
                }
            }
        }
    }

    @Test
    void shouldFindTwoCharactersThatHaveChangedPlaces() {
        for (int at = 0; at + 1 < ID.length(); at++) {
            if (ID.charAt(at) != ID.charAt(at + 1)) {
                String swapped = ID.substring(0, at) + ID.charAt(at + 1) + ID.charAt(at) + ID.substring(at + 2);
                assertThat(ClientOrderIds.parse(swapped)).isNull();
            }
        }
    }

    /** The example of the Global Release Identifier, which has the same check character. */
    @Test
    void shouldCheckAsTheStandardDoes() {
        assertThat(ClientOrderIds.checkCharacter("a12425gabc1234002")).isEqualTo('m');
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 0, 78_364_164_096L})
    void shouldRejectANumberThatDoesNotFit(long number) {
        assertThatThrownBy(() -> ids.of(number)).isInstanceOf(IllegalArgumentException.class)
            .hasMessage("order number is " + number + ", allowed are 1 to 78364164095");
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "000, 1", "0A, 1", "0-, 1", "00, -1", "00, 101559956668416"})
    void shouldRejectAnInstanceOrARunThatDoesNotFit(String instance, long runId) {
        assertThatThrownBy(() -> new ClientOrderIds(instance, runId)).isInstanceOf(IllegalArgumentException.class);
    }
}
