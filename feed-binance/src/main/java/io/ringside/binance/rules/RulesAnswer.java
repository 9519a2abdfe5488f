package io.ringside.binance.rules;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * The outcome of one request for rules.
 *
 * @param outcome how it ended
 * @param symbols elements of {@code symbols} by name, of those that were asked for
 * @param text    one line for users, empty when all went well
 * @param waitMs  how long the venue asks to wait before the next request, 0 if it does not
 */
record RulesAnswer(Outcome outcome, Map<String, JsonNode> symbols, String text, long waitMs) {

    enum Outcome {
        /** The venue answered. */
        OK,
        /** The venue rejects the whole request for a symbol in it; it does not say for which. */
        SYMBOL_REJECTED,
        /** No answer, or none that can be used: further requests would fail too. */
        FAILED
    }

    static RulesAnswer ok(Map<String, JsonNode> symbols) {
        return new RulesAnswer(Outcome.OK, symbols, "", 0);
    }

    static RulesAnswer symbolRejected(String text) {
        return new RulesAnswer(Outcome.SYMBOL_REJECTED, Map.of(), text, 0);
    }

    static RulesAnswer failed(String text) {
        return failed(text, 0);
    }

    static RulesAnswer failed(String text, long waitMs) {
        return new RulesAnswer(Outcome.FAILED, Map.of(), text, waitMs);
    }
}
