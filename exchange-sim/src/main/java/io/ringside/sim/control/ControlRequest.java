package io.ringside.sim.control;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A control message as a client wrote it.
 *
 * @param method one of the five
 * @param params strings and booleans; anything else is null
 * @param id     JSON text of the id, "null" without one
 */
record ControlRequest(String method, List<Object> params, String id) {

    private static final JsonFactory JSON = new JsonFactory();
    private static final int MAX_ID = 36;
    private static final List<String> METHODS =
        List.of("SUBSCRIBE", "UNSUBSCRIBE", "LIST_SUBSCRIPTIONS", "SET_PROPERTY", "GET_PROPERTY");

    static ControlRequest parse(String text) throws InvalidRequest {
        try (JsonParser parser = JSON.createParser(text)) {
            return parse(parser);
        } catch (JsonProcessingException malformed) {
            JsonLocation at = malformed.getLocation();
            throw new InvalidRequest(3, "Invalid JSON: expected value at line " + at.getLineNr()
                + " column " + at.getColumnNr());
        } catch (IOException impossible) {
            throw new UncheckedIOException("a text in memory could not be read", impossible);
        }
    }

    private static ControlRequest parse(JsonParser parser) throws IOException, InvalidRequest {
        String method = null;
        List<Object> params = List.of();
        String id = "null";
        boolean isObject = parser.nextToken() == JsonToken.START_OBJECT;
        while (isObject && parser.nextToken() == JsonToken.FIELD_NAME) {
            String key = parser.currentName();
            JsonToken value = parser.nextToken();
            switch (key) {
                case "method" -> method = parser.getText();
                case "params" -> params = params(parser, value);
                case "id" -> id = id(parser, value);
                default -> parser.skipChildren();
            }
        }
        if (isObject && parser.nextToken() != null) {
            throw new InvalidRequest(3, "Invalid JSON: trailing characters");
        }
        if (method == null) {
            throw new InvalidRequest(2, "Invalid request: missing field `method` at line 1 column 1");
        }
        if (!METHODS.contains(method)) {
            throw new InvalidRequest(2, "Invalid request: unknown variant `" + escaped(method)
                + "`, expected one of `" + String.join("`, `", METHODS) + "`");
        }
        return new ControlRequest(method, params, id);
    }

    private static List<Object> params(JsonParser parser, JsonToken value) throws IOException, InvalidRequest {
        if (value != JsonToken.START_ARRAY) {
            throw new InvalidRequest(2, "Invalid request: invalid type: expected a sequence");
        }
        List<Object> params = new ArrayList<>();
        for (JsonToken item = parser.nextToken(); item != JsonToken.END_ARRAY; item = parser.nextToken()) {
            parser.skipChildren();
            params.add(switch (item) {
                case VALUE_STRING -> parser.getText();
                case VALUE_TRUE -> Boolean.TRUE;
                case VALUE_FALSE -> Boolean.FALSE;
                default -> null;
            });
        }
        return params;
    }

    private static String id(JsonParser parser, JsonToken value) throws IOException, InvalidRequest {
        String text = parser.getText();
        boolean valid = switch (value) {
            case VALUE_NULL -> true;
            case VALUE_NUMBER_INT -> parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER;
            case VALUE_STRING -> text.length() <= MAX_ID && text.codePoints().allMatch(Character::isLetterOrDigit);
            default -> false;
        };
        if (!valid) {
            throw new InvalidRequest(2, "Invalid request: request ID must be an unsigned integer");
        }
        return value == JsonToken.VALUE_STRING ? '"' + text + '"' : text;
    }

    private static String escaped(String text) {
        return text.replaceAll("[^A-Za-z0-9_ ]", "?");
    }
}
