package io.ringside.pipeline;

import java.io.IOException;
import java.nio.file.FileSystemException;

/** The program cannot start, although its settings are valid. The message is for users. */
public final class CannotStart extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean restartHelps;

    /** A restart may help. */
    public CannotStart(String message) {
        this(message, true);
    }

    /** {@code restartHelps} is false if the next start would fail too until somebody changes something. */
    public CannotStart(String message, boolean restartHelps) {
        super(message, null, false, false);
        this.restartHelps = restartHelps;
    }

    /** For a failure of a file or the network; an exception without a message is named by its class. */
    public static CannotStart because(IOException failure) {
        return new CannotStart(words(failure));
    }

    public boolean restartHelps() {
        return restartHelps;
    }

    public static String words(IOException failure) {
        String name = failure.getClass().getSimpleName();
        if (failure.getMessage() == null) {
            return name;
        }
        // The message of a file system exception is just the file name.
        return failure instanceof FileSystemException ? name + ": " + failure.getMessage() : failure.getMessage();
    }
}
