package io.ringside.core.event;

import io.ringside.core.runtime.CodeTable;

/** Health of a feed connection. Quotes are good for decisions only while it is UP. */
public enum FeedStatus {
    /** Never connected, or the connection is lost. */
    DOWN(0),
    /** Connected, but no quote has arrived for longer than the feed's limit. */
    STALE(1),
    /** Quotes are flowing. */
    UP(2);

    private static final CodeTable<FeedStatus> CODES = CodeTable.of(values(), FeedStatus::code);

    private final int code;

    FeedStatus(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    /** Throws {@link IndexOutOfBoundsException} for a code that no status has. */
    public static FeedStatus of(int code) {
        return CODES.get(code);
    }
}
