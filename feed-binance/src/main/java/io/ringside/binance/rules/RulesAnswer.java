package io.ringside.binance.rules;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * What became of one request for rules.
 *
 * @param outcome how it ended
 * @param symbols elements of {@code symbols} by name, of those that were asked for
 * @param text    one line for users, empty when all went well
 */
record RulesAnswer(Outcome outcome, Map<String, JsonNode> symbols, String text) {

    enum Outcome {
        /** The venue answered. */
        OK,
        /** The venue rejects the whole request for a symbol in it; it does not say for which. */
        SYMBOL_REJECTED,
        /** No answer, or none that can be used: further requests would fare no better. */
        FAILED
    }

    static RulesAnswer ok(Map<String, JsonNode> symbols) {
        return new RulesAnswer(Outcome.OK, symbols, "");
    }

    static RulesAnswer symbolRejected(String text) {
        return new RulesAnswer(Outcome.SYMBOL_REJECTED, Map.of(), text);
    }

    static RulesAnswer failed(String text) {
        return new RulesAnswer(Outcome.FAILED, Map.of(), text);
    }
}
