package io.ringside.binance.rules;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The last known rules, in a JSON file: per REST base and symbol the venue's answer and its time. Rules of one venue
 * are never used for another. Holds the newest 5,000 of at most four bases; a damaged file is ignored as a whole and
 * replaced at the next save.
 *
 * <p>It stores the venue's raw answer, so that a newer version can parse it again.
 *
 * <p><em>Threading:</em> one thread. Processes that share a file replace it as a whole; the last one wins.
 */
final class RulesCache {

    private static final int VERSION = 1;
    private static final int MAX_ENTRIES = 5_000;
    private static final int MAX_BASES = 4;
    private static final long MAX_FILE_BYTES = 64L << 20;

    private final ObjectMapper json = new ObjectMapper();
    private final Path file;
    private final Map<Key, Entry> entries = new LinkedHashMap<>();
    private String trouble = "";

    private RulesCache(Path file) {
        this.file = file;
    }

    private record Key(String base, String symbol) {
    }

    /**
     * Rules of one symbol.
     *
     * @param fetchedEpochMs when the venue gave them
     * @param rules          as {@link SymbolRules#read} takes them
     */
    record Entry(long fetchedEpochMs, JsonNode rules) {
    }

    /** Reads the file; never throws for its content. Null for a cache without a file. */
    static RulesCache open(Path file) {
        RulesCache cache = new RulesCache(file);
        if (file != null && Files.exists(file)) {
            cache.load();
        }
        return cache;
    }

    /** Why the file was ignored, one line for users; empty if it was not. */
    String trouble() {
        return trouble;
    }

    /** Null when there is none. */
    Entry find(String base, String symbol) {
        return entries.get(new Key(base, symbol));
    }

    void put(String base, String symbol, Entry entry) {
        forget(base, symbol);
        entries.put(new Key(base, symbol), entry);
    }

    void forget(String base, String symbol) {
        entries.remove(new Key(base, symbol));
    }

    /** Replaces the file atomically: a reader finds the old one or the new one, even after a crash. */
    void save() throws IOException {
        if (file == null) {
            return;
        }
        Path target = file.toAbsolutePath();
        Files.createDirectories(target.getParent());
        Path temporary = Files.createTempFile(target.getParent(), target.getFileName() + ".", ".tmp");
        try {
            Files.write(temporary, json.writeValueAsBytes(content()));
            try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            replace(temporary, target);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static void replace(Path temporary, Path target) throws IOException {
        try {
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException notHere) {
            Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private ObjectNode content() {
        ObjectNode content = json.createObjectNode().put("version", VERSION);
        ArrayNode list = content.putArray("entries");
        Set<String> bases = newestBases();
        entries.keySet().removeIf(key -> !bases.contains(key.base()));
        int surplus = entries.size() - MAX_ENTRIES;
        for (Map.Entry<Key, Entry> each : entries.entrySet()) {
            if (surplus-- <= 0) {
                list.addObject().put("base", each.getKey().base()).put("symbol", each.getKey().symbol())
                    .put("fetchedEpochMs", each.getValue().fetchedEpochMs()).set("rules", each.getValue().rules());
            }
        }
        return content;
    }

    /** Those that were put last: a local exchange has another port at each start. */
    private Set<String> newestBases() {
        List<Key> keys = new ArrayList<>(entries.keySet());
        Set<String> newest = new HashSet<>();
        for (int i = keys.size() - 1; i >= 0 && newest.size() < MAX_BASES; i--) {
            newest.add(keys.get(i).base());
        }
        return newest;
    }

    private void load() {
        try {
            if (Files.size(file) > MAX_FILE_BYTES) {
                ignore("it has more than " + MAX_FILE_BYTES + " bytes");
                return;
            }
            JsonNode content = json.readTree(Files.readAllBytes(file));
            if (content.path("version").asInt(-1) != VERSION) {
                ignore("it is not of version " + VERSION);
                return;
            }
            content.path("entries").forEach(this::loadEntry);
        } catch (JsonProcessingException malformed) {
            ignore("it is not complete JSON");
        } catch (IOException failure) {
            ignore("it cannot be read: " + failure);
        }
    }

    private void loadEntry(JsonNode entry) {
        JsonNode fetched = entry.path("fetchedEpochMs");
        if (!entry.path("base").isTextual() || !entry.path("symbol").isTextual() || !fetched.isIntegralNumber()
            || !entry.path("rules").isObject()) {
            trouble = "the cache of trading rules " + file + " has damaged entries, which are ignored";
            return;
        }
        put(entry.path("base").asText(), entry.path("symbol").asText(),
            new Entry(fetched.asLong(), entry.path("rules")));
    }

    private void ignore(String reason) {
        trouble = "the cache of trading rules " + file + " is ignored: " + reason;
    }
}
