package io.ringside.bench.frame;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.ringside.core.event.Symbols;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * A careful baseline: Jackson's streaming parser, a map from symbol to id, and four decimals read as exact mantissas
 * straight from the parser's characters, without {@code BigDecimal}.
 *
 * <p><em>Threading:</em> one thread.
 */
public final class JacksonQuotes {

    private final JsonFactory factory = new JsonFactory();
    private final Map<String, Integer> ids = new HashMap<>();
    private int symbolId;
    private long updateId;
    private long bidPrice;
    private long bidQty;
    private long askPrice;
    private long askQty;

    public JacksonQuotes(Symbols symbols) {
        for (int id = 0; id < symbols.size(); id++) {
            ids.put(symbols.name(id), id);
        }
    }

    /** Reads one combined-stream message; the accessors then refer to it. */
    public JacksonQuotes read(byte[] bytes, int offset, int length) throws IOException {
        try (JsonParser parser = factory.createParser(bytes, offset, length)) {
            JsonToken token = parser.nextToken();
            while (token != null) {
                if (token == JsonToken.FIELD_NAME) {
                    String key = parser.currentName();
                    token = parser.nextToken();
                    take(key, parser);
                }
                token = parser.nextToken();
            }
        }
        return this;
    }

    /** Id of a symbol by its name. */
    public int idOf(String symbol) {
        return ids.get(symbol);
    }

    public int symbolId() {
        return symbolId;
    }

    public long updateId() {
        return updateId;
    }

    public long bidPrice() {
        return bidPrice;
    }

    public long bidQty() {
        return bidQty;
    }

    public long askPrice() {
        return askPrice;
    }

    public long askQty() {
        return askQty;
    }

    private void take(String key, JsonParser parser) throws IOException {
        switch (key) {
            case "u" -> updateId = parser.getLongValue();
            case "s" -> symbolId = idOf(parser.getText());
            case "b" -> bidPrice = mantissa(parser);
            case "B" -> bidQty = mantissa(parser);
            case "a" -> askPrice = mantissa(parser);
            case "A" -> askQty = mantissa(parser);
            default -> { /* the envelope */ }
        }
    }

    private static long mantissa(JsonParser parser) throws IOException {
        char[] text = parser.getTextCharacters();
        int end = parser.getTextOffset() + parser.getTextLength();
        long value = 0;
        for (int i = parser.getTextOffset(); i < end; i++) {
            if (text[i] != '.') {
                value = value * 10 + text[i] - '0';
            }
        }
        return value;
    }
}
