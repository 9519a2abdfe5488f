package io.ringside.sim.capture;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.ringside.sim.quote.ListedSymbol;
import io.ringside.sim.quote.QuoteMessage;
import io.ringside.sim.quote.StreamNames;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the rules that the quotes of a capture obey: as many decimals as any quote of the symbol uses, zeros at the
 * end not counted. Reads the whole file.
 *
 * <p><em>Threading:</em> one thread.
 */
public final class CaptureListing {

    private static final Logger LOG = LoggerFactory.getLogger(CaptureListing.class);
    private static final JsonFactory JSON = new JsonFactory();
    private static final int MAX_DECIMALS = 18;

    private final Map<String, Used> symbols = new LinkedHashMap<>();
    private final CaptureParser parser = new CaptureParser();

    private CaptureListing() {
    }

    /** Decimals in use. */
    private static final class Used {

        private int price;
        private int qty;
    }

    /**
     * @throws UncheckedIOException when the file cannot be read
     */
    public static List<ListedSymbol> of(Path file) {
        CaptureListing listing = new CaptureListing();
        try (CaptureLines lines = CaptureLines.open(file)) {
            while (lines.next()) {
                if (listing.parser.parse(lines.line(), lines.length()) == CaptureParser.Verdict.QUOTE) {
                    listing.take(listing.parser.quote().message());
                }
            }
        } catch (EOFException | ZipException brokenOff) {
            LOG.warn("capture {} breaks off, symbols after that are not listed: {}", file, brokenOff.toString());
        } catch (IOException failure) {
            throw new UncheckedIOException("capture " + file + " cannot be read: " + failure, failure);
        }
        return listing.symbols.entrySet().stream()
            .map(each -> new ListedSymbol(each.getKey(), each.getValue().price, each.getValue().qty))
            .toList();
    }

    private void take(QuoteMessage quote) throws IOException {
        Used used = symbols.computeIfAbsent(StreamNames.symbol(quote.stream()), symbol -> new Used());
        try (JsonParser data = JSON.createParser(quote.json(), quote.dataOffset(), quote.dataLength())) {
            data.nextToken();
            while (data.nextToken() == JsonToken.FIELD_NAME) {
                String key = data.currentName();
                JsonToken value = data.nextToken();
                if (value != JsonToken.VALUE_STRING) {
                    data.skipChildren();
                } else if (key.equals("b") || key.equals("a")) {
                    used.price = Math.max(used.price, decimals(data.getText()));
                } else if (key.equals("B") || key.equals("A")) {
                    used.qty = Math.max(used.qty, decimals(data.getText()));
                }
            }
        }
    }

    /** 2 for 61837.63000000. */
    private static int decimals(String number) {
        int point = number.indexOf('.');
        int end = number.length();
        while (end > 0 && number.charAt(end - 1) == '0') {
            end--;
        }
        return point < 0 ? 0 : Math.min(MAX_DECIMALS, Math.max(0, end - point - 1));
    }
}
