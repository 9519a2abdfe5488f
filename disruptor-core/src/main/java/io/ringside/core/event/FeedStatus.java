package io.ringside.core.event;

/** Health of a feed connection. Quotes are good for decisions only while it is UP. */
public enum FeedStatus {
    /** Never connected, or the connection is lost. */
    DOWN,
    /** Connected, but no quote has arrived for longer than the feed's limit. */
    STALE,
    /** Quotes are flowing. */
    UP;

    private static final FeedStatus[] BY_CODE = values();

    static final int COUNT = BY_CODE.length;

    public int code() {
        return ordinal();
    }

    /** Throws {@link ArrayIndexOutOfBoundsException} for a code that no status has. */
    public static FeedStatus of(int code) {
        return BY_CODE[code];
    }
}
