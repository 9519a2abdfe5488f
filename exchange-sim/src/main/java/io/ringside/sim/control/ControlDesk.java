package io.ringside.sim.control;

import io.ringside.sim.quote.StreamNames;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Carries out control messages on a connection's subscriptions and words the answers. Answers never have the combined
 * form's envelope.
 *
 * <p><em>Threading:</em> the exchange's event loop.
 */
public final class ControlDesk {

    private static final String COMBINED = "combined";

    private final Subscriptions subscriptions;

    public ControlDesk(Subscriptions subscriptions) {
        this.subscriptions = subscriptions;
    }

    /**
     * The answer, as JSON text, and whether the exchange hangs up after it.
     */
    public record Answer(String json, boolean isLast) {
    }

    public Answer answer(String text) {
        try {
            ControlRequest request = ControlRequest.parse(text);
            return switch (request.method()) {
                case "SUBSCRIBE" -> subscribe(request);
                case "UNSUBSCRIBE" -> unsubscribe(request);
                case "LIST_SUBSCRIPTIONS" -> result(list(), request);
                case "SET_PROPERTY" -> setProperty(request);
                default -> property(request);
            };
        } catch (InvalidRequest invalid) {
            return new Answer(invalid.getMessage(), false);
        }
    }

    private Answer subscribe(ControlRequest request) {
        List<String> names = streams(request);
        if (names == null) {
            return invalidStream(request);
        }
        return subscriptions.tryAdd(names)
            ? result("null", request)
            : error(2, "Invalid request: too many parameters", request);
    }

    private Answer unsubscribe(ControlRequest request) {
        List<String> names = streams(request);
        if (names == null) {
            return invalidStream(request);
        }
        subscriptions.remove(names);
        return result("null", request);
    }

    private Answer setProperty(ControlRequest request) {
        List<Object> params = request.params();
        String mistake = mistake(params, 2);
        if (mistake != null) {
            return error(2, mistake, request);
        }
        if (!COMBINED.equals(params.get(0))) {
            return error(0, "Unknown property", request);
        }
        if (!(params.get(1) instanceof Boolean on)) {
            return error(1, "Invalid value type: expected Boolean", request);
        }
        subscriptions.combined(on);
        return result("null", request);
    }

    private Answer property(ControlRequest request) {
        String mistake = mistake(request.params(), 1);
        if (mistake != null) {
            return error(2, mistake, request);
        }
        if (!COMBINED.equals(request.params().get(0))) {
            return error(0, "Unknown property", request);
        }
        return result(Boolean.toString(subscriptions.isCombined()), request);
    }

    private static String mistake(List<Object> params, int expected) {
        if (params.size() > expected) {
            return "Invalid request: too many parameters";
        }
        if (params.size() < expected) {
            return "Invalid request: missing field `params`";
        }
        return params.get(0) instanceof String ? null : "Invalid request: property name must be a string";
    }

    /** The names asked for, or null if one of them is not a stream name. */
    private static List<String> streams(ControlRequest request) {
        boolean wellFormed = request.params().stream()
            .allMatch(param -> param instanceof String name && StreamNames.isWellFormed(name));
        return wellFormed ? request.params().stream().map(Objects::toString).toList() : null;
    }

    private String list() {
        return subscriptions.names().stream()
            .map(name -> '"' + name + '"')
            .collect(Collectors.joining(",", "[", "]"));
    }

    private static Answer result(String value, ControlRequest request) {
        return new Answer("{\"result\":" + value + ",\"id\":" + request.id() + "}", false);
    }

    private static Answer error(int code, String text, ControlRequest request) {
        return new Answer("{\"code\":" + code + ",\"msg\":\"" + text + "\",\"id\":" + request.id() + "}", false);
    }

    private static Answer invalidStream(ControlRequest request) {
        return new Answer("{\"error\":{\"code\":2,\"msg\":\"Invalid request: invalid stream\"},\"id\":"
            + request.id() + "}", true);
    }
}
