package io.ringside.binance.feed;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.ringside.core.event.DecimalParser;
import io.ringside.core.event.Symbols;
import io.ringside.feed.venue.MessageKind;
import io.ringside.feed.venue.Quote;
import java.io.IOException;

/**
 * The careful path: reads any JSON text message by Jackson's streaming parser, whatever its key order, white space,
 * escapes and unknown keys, and classifies it. Raw and combined form are understood; keys may come from the envelope or
 * from its data, which use different names. Prices and quantities count only as strings and update ids only as whole
 * numbers, as Binance writes them; a repeated key counts with its last value.
 *
 * <p><em>Threading:</em> one thread. Allocates.
 */
final class JsonDecoder {

    private static final String BOOK_TICKER = "bookTicker";

    private final JsonFactory factory = new JsonFactory();
    private final DecimalParser decimals = new DecimalParser();
    private final Symbols symbols;

    private String stream;
    private String eventType;
    private String symbol;
    private long updateId;
    private String bidPrice;
    private String bidQty;
    private String askPrice;
    private String askQty;
    private boolean hasResult;
    private boolean hasError;
    private String code;
    private String text;

    JsonDecoder(Symbols symbols) {
        this.symbols = symbols;
    }

    MessageKind decode(byte[] bytes, int offset, int length, Quote quote) {
        reset();
        try (JsonParser parser = factory.createParser(bytes, offset, length)) {
            JsonToken first = parser.nextToken();
            if (first == null) {
                return MessageKind.MALFORMED;
            }
            if (first == JsonToken.START_OBJECT) {
                readObject(parser, true);
            } else {
                parser.skipChildren();
            }
            if (parser.nextToken() != null) {
                return MessageKind.MALFORMED;
            }
        } catch (IOException notJson) {
            return MessageKind.MALFORMED;
        }
        return classify(quote);
    }

    /** Text of the rejection after {@link MessageKind#REJECTED}. */
    String rejection() {
        return "code " + code + ", " + text;
    }

    private void readObject(JsonParser parser, boolean envelope) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String key = parser.currentName();
            JsonToken value = parser.nextToken();
            if (value == JsonToken.START_OBJECT && envelope && (key.equals("data") || key.equals("error"))) {
                hasError |= key.equals("error");
                readObject(parser, false);
            } else {
                take(key, value, parser);
                parser.skipChildren();
            }
        }
    }

    /** What is of another type than Binance writes counts as missing; of an object or array only the start is seen. */
    private void take(String key, JsonToken token, JsonParser parser) throws IOException {
        String value = token == JsonToken.VALUE_STRING ? parser.getText() : null;
        switch (key) {
            case "stream" -> stream = value;
            case "e" -> eventType = value;
            case "s" -> symbol = value;
            case "u" -> updateId = wholeNumber(token, parser);
            case "b" -> bidPrice = value;
            case "B" -> bidQty = value;
            case "a" -> askPrice = value;
            case "A" -> askQty = value;
            case "result" -> hasResult = true;
            case "code" -> code = parser.getText();
            case "msg" -> text = value;
            default -> { /* Binance adds keys without a version change */ }
        }
    }

    private static long wholeNumber(JsonToken token, JsonParser parser) throws IOException {
        boolean whole =
            token == JsonToken.VALUE_NUMBER_INT && parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER;
        return whole ? parser.getLongValue() : -1;
    }

    private boolean namesAllOfATicker() {
        return symbol != null && bidPrice != null && bidQty != null && askPrice != null && askQty != null;
    }

    private void reset() {
        stream = null;
        eventType = null;
        symbol = null;
        updateId = -1;
        bidPrice = null;
        bidQty = null;
        askPrice = null;
        askQty = null;
        hasResult = false;
        hasError = false;
        code = null;
        text = null;
    }

    private MessageKind classify(Quote quote) {
        if ("serverShutdown".equals(eventType)) {
            return MessageKind.SERVER_SHUTDOWN;
        }
        if (hasError || code != null && text != null) {
            return MessageKind.REJECTED;
        }
        if (hasResult) {
            return MessageKind.CONFIRMED;
        }
        boolean ticker = stream == null
            ? eventType == null && namesAllOfATicker() || BOOK_TICKER.equals(eventType)
            : stream.endsWith("@" + BOOK_TICKER);
        return ticker ? toQuote(quote) : MessageKind.OTHER;
    }

    private MessageKind toQuote(Quote quote) {
        if (symbol == null || updateId < 0) {
            return MessageKind.BAD_QUOTE;
        }
        int symbolId = symbols.id(symbol);
        if (symbolId == Symbols.UNKNOWN) {
            return MessageKind.UNKNOWN_SYMBOL;
        }
        quote.identify(symbolId, updateId);
        return sides(quote) ? MessageKind.QUOTE : MessageKind.BAD_QUOTE;
    }

    private boolean sides(Quote quote) {
        if (!parse(bidPrice)) {
            return false;
        }
        long bid = decimals.mantissa();
        int bidExponent = decimals.exponent();
        if (!parse(bidQty)) {
            return false;
        }
        quote.bid(bid, bidExponent, decimals.mantissa(), decimals.exponent());
        if (!parse(askPrice)) {
            return false;
        }
        long ask = decimals.mantissa();
        int askExponent = decimals.exponent();
        return parse(askQty)
            && quote.align(ask, askExponent, decimals.mantissa(), decimals.exponent());
    }

    private boolean parse(String value) {
        return value != null && decimals.parse(value);
    }
}
