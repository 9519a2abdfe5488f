package io.ringside.binance.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.ringside.binance.rules.RulesCache.Entry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RulesCacheTest {

    private static final String BASE = "https://api.binance.com";

    @TempDir
    private Path directory;
    private Path file;
    private JsonNode rules;

    @BeforeEach
    void setUp() throws IOException {
        file = directory.resolve("new").resolve("rules.json");
        rules = SymbolText.btcusdt().json();
    }

    @Test
    void shouldGiveBackWhatWasKept() throws IOException {
        RulesCache cache = RulesCache.open(file);
        cache.put(BASE, "BTCUSDT", new Entry(1_700_000_000_000L, rules));
        cache.put(BASE, "币安人生USDT", new Entry(1_700_000_000_001L, rules));
        cache.save();

        RulesCache again = RulesCache.open(file);

        assertThat(again.trouble()).isEmpty();
        assertThat(again.find(BASE, "BTCUSDT")).isEqualTo(new Entry(1_700_000_000_000L, rules));
        assertThat(again.find(BASE, "币安人生USDT").fetchedEpochMs()).isEqualTo(1_700_000_000_001L);
        assertThat(again.find(BASE, "ETHUSDT")).isNull();
        assertThat(again.find("https://testnet.binance.vision", "BTCUSDT")).isNull();
    }

    @Test
    void shouldReplaceTheFileAndLeaveNothingBeside() throws IOException {
        for (int i = 0; i < 3; i++) {
            RulesCache cache = RulesCache.open(file);
            cache.put(BASE, "BTCUSDT", new Entry(i, rules));
            cache.save();
        }

        assertThat(RulesCache.open(file).find(BASE, "BTCUSDT").fetchedEpochMs()).isEqualTo(2);
        try (Stream<Path> files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void shouldKeepTheOldFileWhenTheNewOneCannotTakeItsPlace() throws IOException {
        Files.createDirectories(file.resolve("occupied"));
        RulesCache cache = RulesCache.open(file);
        cache.put(BASE, "BTCUSDT", new Entry(1, rules));

        assertThat(cache.trouble()).contains("is ignored: it cannot be read");
        assertThatThrownBy(cache::save).isInstanceOf(IOException.class);
        try (Stream<Path> files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "{", "[]", "null", "{\"version\":2,\"entries\":[]}", "\u0000\u0001", "{\"version\":1,\"entr"})
    void shouldIgnoreADamagedFileAndSayWhich(String content) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);

        RulesCache cache = RulesCache.open(file);

        assertThat(cache.trouble()).startsWith("the cache of trading rules " + file + " is ignored: ")
            .doesNotContain("\n");
        assertThat(cache.find(BASE, "BTCUSDT")).isNull();
    }

    @Test
    void shouldIgnoreDamagedEntriesAndKeepTheOthers() throws IOException {
        RulesCache cache = RulesCache.open(file);
        cache.put(BASE, "BTCUSDT", new Entry(1, rules));
        cache.save();
        String text = Files.readString(file);
        Files.write(file, List.of(text.replace("\"entries\":[", "\"entries\":[7,{\"base\":\"x\",\"symbol\":\"Y\"},")),
            StandardCharsets.UTF_8);

        RulesCache again = RulesCache.open(file);

        assertThat(again.trouble()).contains("has damaged entries");
        assertThat(again.find(BASE, "BTCUSDT").fetchedEpochMs()).isEqualTo(1);
    }

    @Test
    void shouldKeepTheNewestFiveThousand() throws IOException {
        RulesCache cache = RulesCache.open(file);
        JsonNode small = rules.path("filters").path(0);
        for (int i = 0; i <= 5_000; i++) {
            cache.put(BASE, "S" + i, new Entry(i, small));
        }
        cache.save();

        RulesCache again = RulesCache.open(file);

        assertThat(again.find(BASE, "S0")).isNull();
        assertThat(again.find(BASE, "S1")).isNotNull();
        assertThat(again.find(BASE, "S5000")).isNotNull();
    }

    @Test
    void shouldKeepTheNewestFourBases() throws IOException {
        for (int port = 1; port <= 50; port++) {
            RulesCache cache = RulesCache.open(file);
            cache.put("http://127.0.0.1:" + port, "BTCUSDT", new Entry(port, rules));
            cache.put(BASE, "BTCUSDT", new Entry(port, rules));
            cache.save();
        }

        RulesCache again = RulesCache.open(file);

        assertThat(again.find(BASE, "BTCUSDT")).isNotNull();
        assertThat(again.find("http://127.0.0.1:48", "BTCUSDT")).isNotNull();
        assertThat(again.find("http://127.0.0.1:47", "BTCUSDT")).isNull();
    }

    @Test
    void shouldBeReadableByTheOwnerOnly() throws IOException {
        RulesCache cache = RulesCache.open(file);
        cache.put(BASE, "BTCUSDT", new Entry(1, rules));

        cache.save();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
    }

    @Test
    void shouldKeepNothingWithoutAFile() throws IOException {
        RulesCache cache = RulesCache.open(null);
        cache.put(BASE, "BTCUSDT", new Entry(1, rules));

        cache.save();

        assertThat(cache.trouble()).isEmpty();
        assertThat(cache.find(BASE, "BTCUSDT")).isNotNull();
    }
}
