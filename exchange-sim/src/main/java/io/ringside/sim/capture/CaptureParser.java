package io.ringside.sim.capture;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.ringside.core.event.Decimals;
import io.ringside.sim.quote.QuoteMessage;
import io.ringside.sim.quote.StreamNames;
import java.io.IOException;
import java.util.Arrays;

/**
 * Reads lines of captures: nanoseconds (19 digits), a space, JSON; or seconds with a fraction, a colon, a space, JSON.
 *
 * <p><em>Threading:</em> one thread.
 */
final class CaptureParser {

    private static final JsonFactory JSON = new JsonFactory();
    private static final long MAX_SECONDS = 9_000_000_000L;
    private static final int NANO_DIGITS = 9;
    private static final int MAX_DIGITS = 19;

    private long receivedNs;
    private int at;
    private RecordedQuote quote;

    /** What a line is. */
    enum Verdict {
        QUOTE,
        /** Something else that a capture may hold. */
        SKIPPED,
        MALFORMED
    }

    Verdict parse(byte[] line, int length) {
        int end = length;
        while (end > 0 && line[end - 1] <= ' ' && line[end - 1] >= 0) {
            end--;
        }
        if (end == 0 || line[0] == 'w') {
            return Verdict.SKIPPED;
        }
        if (!takeTime(line, end) || at == end || line[at] != '{') {
            return Verdict.MALFORMED;
        }
        return parseJson(Arrays.copyOfRange(line, at, end));
    }

    /** The message of the line that was just judged a {@link Verdict#QUOTE}. */
    RecordedQuote quote() {
        return quote;
    }

    private boolean takeTime(byte[] line, int end) {
        at = 0;
        long whole = takeDigits(line, end, MAX_DIGITS);
        if (at == 0 || at == end || whole < 0) {
            return false;
        }
        if (line[at] == ' ') {
            receivedNs = whole;
            at++;
            return true;
        }
        return takeSeconds(line, end, whole);
    }

    private boolean takeSeconds(byte[] line, int end, long seconds) {
        long fraction = 0;
        if (line[at] == '.') {
            at++;
            int first = at;
            fraction = takeDigits(line, end, NANO_DIGITS);
            fraction *= Decimals.powerOfTen(NANO_DIGITS - Math.min(NANO_DIGITS, at - first));
        }
        if (seconds > MAX_SECONDS || at + 1 >= end || line[at] != ':' || line[at + 1] != ' ') {
            return false;
        }
        at += 2;
        receivedNs = seconds * Decimals.powerOfTen(NANO_DIGITS) + fraction;
        return true;
    }

    /** Reads all digits, of which the first so many count; negative when 19 of them are too much for a long. */
    private long takeDigits(byte[] line, int end, int counting) {
        long value = 0;
        int first = at;
        while (at < end && line[at] >= '0' && line[at] <= '9') {
            if (at - first < counting) {
                value = value * 10 + line[at] - '0';
            }
            at++;
        }
        return value;
    }

    private Verdict parseJson(byte[] json) {
        try (JsonParser parser = JSON.createParser(json)) {
            return parseEnvelope(parser, json);
        } catch (IOException malformed) {
            return Verdict.MALFORMED;
        }
    }

    private Verdict parseEnvelope(JsonParser parser, byte[] json) throws IOException {
        String stream = null;
        int dataOffset = 0;
        int dataLength = 0;
        parser.nextToken();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String key = parser.currentName();
            JsonToken value = parser.nextToken();
            if (key.equals("stream") && value == JsonToken.VALUE_STRING) {
                stream = parser.getText();
            } else if (key.equals("data") && value == JsonToken.START_OBJECT) {
                dataOffset = (int) parser.currentTokenLocation().getByteOffset();
                skip(parser);
                dataLength = (int) parser.currentLocation().getByteOffset() - dataOffset;
            } else {
                parser.skipChildren();
            }
        }
        if (parser.nextToken() != null) {
            return Verdict.MALFORMED;
        }
        boolean isQuote = stream != null && stream.endsWith(StreamNames.BOOK_TICKER_SUFFIX)
            && StreamNames.isWellFormed(stream) && dataLength > 0;
        if (isQuote) {
            quote = new RecordedQuote(receivedNs, new QuoteMessage(stream, json, dataOffset, dataLength));
        }
        return isQuote ? Verdict.QUOTE : Verdict.SKIPPED;
    }

    /** Unlike the parser's own skipping, this decodes every text, so that broken UTF-8 is never sent. */
    private static void skip(JsonParser parser) throws IOException {
        int depth = 1;
        while (depth > 0) {
            JsonToken token = parser.nextToken();
            parser.finishToken();
            if (token.isStructStart()) {
                depth++;
            } else if (token.isStructEnd()) {
                depth--;
            }
        }
    }
}
