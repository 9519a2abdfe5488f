package io.ringside.feed.venue;

import java.net.URI;
import java.util.List;

/**
 * Which streams one connection carries and how it asks for them: by its URL, or by requests after the handshake.
 *
 * @param symbolIds the symbols of this connection
 * @param uri       where to connect
 * @param requests  sent once connected, in this order; empty when the URL says it all
 */
public record StreamPlan(List<Integer> symbolIds, URI uri, List<Request> requests) {

    public StreamPlan {
        symbolIds = List.copyOf(symbolIds);
        requests = List.copyOf(requests);
    }

    /**
     * A text that asks for streams.
     *
     * @param answers how many answers the venue gives, granted and refused together: some answer each request, some
     *                each stream that it names
     */
    public record Request(String text, int answers) {
    }

    /** How many answers all requests get. */
    public int answers() {
        return requests.stream().mapToInt(Request::answers).sum();
    }
}
