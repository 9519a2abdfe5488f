package io.ringside.feed.venue;

import java.net.URI;
import java.util.List;

/**
 * The streams of one connection and how it subscribes: by its URL, or by requests after the handshake.
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
     * A subscribe text.
     *
     * @param answers number of answers to expect, positive or negative: some venues answer each request, some each
     *                stream in it
     */
    public record Request(String text, int answers) {
    }

    /** Number of answers to expect to all requests. */
    public int answers() {
        return requests.stream().mapToInt(Request::answers).sum();
    }
}
