package io.ringside.trading.strategy.crossover;

import static io.ringside.trading.strategy.crossover.RecordingTrader.INSTRUMENTS;
import static io.ringside.trading.strategy.crossover.RecordingTrader.ORIGIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringside.core.event.Symbols;
import io.ringside.trading.market.Instrument;
import io.ringside.trading.market.Instruments;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CrossoverSettingsTest {

    private final MovingAverageCrossover strategy = MovingAverageCrossover.of(Map.of(), INSTRUMENTS, ORIGIN);

    @Test
    void shouldBeginWithDefaults() {
        assertThat(strategy.parameters()).isEqualTo("fast=20 slow=100 size=100 cooldown=1m symbols=all");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "fast=1 slow=100000 size=0.00000001 cooldown=0s symbols=all",
        "fast=1s slow=24h size=1000000000000 cooldown=24h symbols=ETHUSDT,BTCUSDT",
        "fast=30s slow=5m size=12.5 cooldown=90s symbols=BTCUSDT"})
    void shouldPrintWhatItParses(String parameters) {
        strategy.set(parsed(parameters));

        assertThat(strategy.parameters()).isEqualTo(parameters);

        strategy.set(parsed(strategy.parameters()));

        assertThat(strategy.parameters()).isEqualTo(parameters);
    }

    @Test
    void shouldPrintTheShortestFormOfEachValue() {
        strategy.set(parsed("fast=060s slow=120m size=10.500 cooldown=3600s symbols=ethusdt,ETHUSDT"));

        assertThat(strategy.parameters()).isEqualTo("fast=1m slow=2h size=10.5 cooldown=1h symbols=ETHUSDT");
    }

    @Test
    void shouldTakeNoSymbolsForAll() {
        strategy.set(Map.of("symbols", "ETHUSDT"));
        strategy.set(Map.of("symbols", ""));

        assertThat(strategy.parameters()).endsWith("symbols=all");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "fast=0|fast is '0', allowed are ticks from 1 to 100000 or a time from 1s to 24h in whole s, m or h",
        "slow=100001|slow is '100001', allowed are ticks from 1 to 100000",
        "fast=-1|fast is '-1', allowed",
        "fast=|fast is '', allowed",
        "fast=s|fast is 's', allowed",
        "fast=1d|fast is '1d', allowed",
        "fast=99999999999|fast is '99999999999', allowed",
        "fast=0s|fast is '0s', allowed",
        "fast=1s slow=25h|slow is '25h', allowed",
        "fast=1s slow=999999999h|slow is '999999999h', allowed",
        "fast=100|fast is '100', allowed is less than slow, which is '100', and both in ticks or both a time",
        "fast=30s|fast is '30s', allowed is less than slow, which is '100', and both in ticks or both a time",
        "size=0|size is '0', allowed are numbers above 0 up to 1000000000000",
        "size=1000000000000.01|size is '1000000000000.01', allowed",
        "size=-5|size is '-5', allowed",
        "size=1e3|size is '1e3', allowed",
        "cooldown=60|cooldown is '60', allowed is a time from 0s to 24h",
        "cooldown=86401s|cooldown is '86401s', allowed is a time from 0s to 24h",
        "symbols=XRPUSDT|symbols is 'XRPUSDT', allowed are 'all' or names of symbols in SYMBOLS",
        "symbols=BTCUSDT,,ETHUSDT|symbols is 'BTCUSDT,,ETHUSDT', allowed",
        "fats=3|parameter 'fats' is '3', allowed are the parameters fast, slow, size, cooldown, symbols"})
    void shouldNameTheMistakeAndChangeNothing(String parameters, String message) {
        Map<String, String> changes = new HashMap<>(parsed(parameters));
        changes.putIfAbsent("size", "7");

        assertThatThrownBy(() -> strategy.set(changes))
            .isInstanceOf(IllegalArgumentException.class).hasMessageContaining(message);
        assertThat(strategy.parameters()).isEqualTo("fast=20 slow=100 size=100 cooldown=1m symbols=all");
    }

    @Test
    void shouldRejectWindowsThatTakeTooMuchMemoryBeforeTheyAreMade() {
        List<String> names = new ArrayList<>();
        List<Instrument> rules = new ArrayList<>();
        for (int id = 0; id < 1_024; id++) {
            names.add("S" + id + "USDT");
            rules.add(RecordingTrader.instrument(id, "S" + id));
        }
        Instruments many = new Instruments(Symbols.of(names), rules);

        assertThatThrownBy(() -> MovingAverageCrossover.of(Map.of("slow", "65537"), many, ORIGIN))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessage("slow is '65537', which for 1024 symbols takes 536879104 bytes of memory, allowed are "
                + "536870912, so at most '65536'");
        assertThat(CrossoverSettings.defaults().with(Map.of("slow", "65536"), many).slow().count()).isEqualTo(65_536);
        assertThat(CrossoverSettings.defaults().with(Map.of("slow", "100000", "symbols", "S7USDT"), many).symbols())
            .containsExactly("S7USDT");
    }

    static Map<String, String> parsed(String words) {
        Map<String, String> parameters = new HashMap<>();
        Arrays.stream(words.split(" ")).map(word -> word.split("=", 2))
            .forEach(pair -> parameters.put(pair[0], pair[1]));
        return parameters;
    }
}
