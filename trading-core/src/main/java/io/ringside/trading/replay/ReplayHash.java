package io.ringside.trading.replay;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Consumer;

/**
 * A SHA-256 over all decisions so far, printed at a fixed interval of events: two replays that print the same have
 * decided the same.
 *
 * <p><em>Threading:</em> one thread.
 */
public final class ReplayHash {

    private static final int SHOWN_BYTES = 8;

    private final long everyEvents;
    private final Consumer<String> out;
    private final MessageDigest digest;

    /** With {@code everyEvents} 0, printed at the end only. */
    public ReplayHash(long everyEvents, Consumer<String> out) {
        this.everyEvents = everyEvents;
        this.out = out;
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    void onDecision(byte[] message) {
        digest.update(message);
    }

    void onEvent(long events) {
        if (everyEvents > 0 && events % everyEvents == 0) {
            out.accept("hash after " + events + " events: " + text());
        }
    }

    public String text() {
        try {
            byte[] hash = ((MessageDigest) digest.clone()).digest();
            return HexFormat.of().formatHex(hash, 0, SHOWN_BYTES);
        } catch (CloneNotSupportedException impossible) {
            throw new IllegalStateException("the JDK's SHA-256 can be cloned", impossible);
        }
    }
}
