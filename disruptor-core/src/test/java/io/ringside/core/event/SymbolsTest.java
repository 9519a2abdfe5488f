package io.ringside.core.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SymbolsTest {

    @Test
    void shouldNumberNamesInTheirOrder() {
        Symbols symbols = Symbols.of("ethusdt", "BTCUSDT", "1INCHUSDT", "币安人生USDT");

        assertThat(symbols.names()).containsExactly("ETHUSDT", "BTCUSDT", "1INCHUSDT", "币安人生USDT");
        assertThat(symbols.size()).isEqualTo(4);
        assertThat(symbols.id("1INCHUSDT")).isEqualTo(2);
        assertThat(symbols.name(3)).isEqualTo("币安人生USDT");
    }

    @Test
    void shouldUnderstandAnyCaseOfAsciiLetters() {
        Symbols symbols = Symbols.of("btcUsdt", "币安人生usdt");

        assertThat(symbols.id("BtCuSdT")).isZero();
        assertThat(symbols.id("币安人生uSDT")).isEqualTo(1);
    }

    @Test
    void shouldLeaveLettersBeyondAsciiAlone() {
        Symbols symbols = Symbols.of("éusdt");

        assertThat(symbols.name(0)).isEqualTo("éUSDT");
        assertThat(symbols.id("ÉUSDT")).isEqualTo(Symbols.UNKNOWN);
    }

    @Test
    void shouldCountARepeatedNameOnce() {
        Symbols symbols = Symbols.of("BTCUSDT", "btcusdt", "ETHUSDT");

        assertThat(symbols.names()).containsExactly("BTCUSDT", "ETHUSDT");
        assertThat(symbols.id("ETHUSDT")).isEqualTo(1);
    }

    @Test
    void shouldNotKnowOtherNames() {
        Symbols symbols = Symbols.of("BTCUSDT");

        assertThat(symbols.id("ETHUSDT")).isEqualTo(Symbols.UNKNOWN);
        assertThat(symbols.id("")).isEqualTo(Symbols.UNKNOWN);
    }

    @Test
    void shouldTakeNamesUpToTheLimitInBytes() {
        String longest = "币".repeat(21) + "X";

        assertThat(Symbols.of(longest).name(0)).isEqualTo(longest);
        assertThatThrownBy(() -> Symbols.of("币".repeat(22)))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessage("symbol '%s' has 66 bytes, allowed are 1 to 64", "币".repeat(22));
    }

    @ParameterizedTest
    @CsvSource({"BTC-USDT@OKX, BTC-USDT, OKX", "BTC/USD@KRAKEN, BTC/USD, KRAKEN", "BTC_USDT, BTC_USDT, ''",
        "btcusdt@bybit, BTCUSDT, BYBIT", "BTC-USDT-SWAP@OKX, BTC-USDT-SWAP, OKX", "币安人生USDT@MEXC, 币安人生USDT, MEXC"})
    void shouldTakeTheNamesOfOtherVenues(String name, String nativeName, String venue) {
        Symbols symbols = Symbols.of("ETHUSDT", name);

        assertThat(symbols.id(name)).isEqualTo(1);
        assertThat(symbols.nativeName(1)).isEqualTo(nativeName);
        assertThat(symbols.venue(1)).isEqualTo(venue);
        assertThat(symbols.venue(0)).isEmpty();
        assertThat(Symbols.of(symbols.names()).names()).isEqualTo(symbols.names());
    }

    @Test
    void shouldTellTheSameNameOfTwoVenuesApart() {
        Symbols symbols = Symbols.of("BTCUSDT", "BTCUSDT@BYBIT");

        assertThat(symbols.id("BTCUSDT")).isZero();
        assertThat(symbols.id("BTCUSDT@bybit")).isEqualTo(1);
        assertThat(symbols.id("BTCUSDT@OKX")).isEqualTo(Symbols.UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"BTC USDT", " BTCUSDT", "BTC\n", "😀USDT", "\uD83DUSDT", "-BTC", "BTC-", "BTC--USDT", "@OKX",
        "BTC@", "BTC@OKX@OKX", "BTC@OK-X", "BTC@ÖKX", "BTC.USDT", "BTC:USDT", "/", "_"})
    void shouldRejectNamesOfAnyOtherForm(String name) {
        assertThatThrownBy(() -> Symbols.of(name))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessageEndingWith(
                "may hold only letters and digits, with - / or _ between them, and @VENUE at its end");
    }

    @Test
    void shouldRejectAnEmptyNameAndAnEmptyList() {
        assertThatThrownBy(() -> Symbols.of(""))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessage("symbol '' has 0 bytes, allowed are 1 to 64");
        assertThatThrownBy(() -> Symbols.of(List.of()))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessage("no symbols given");
    }
}
