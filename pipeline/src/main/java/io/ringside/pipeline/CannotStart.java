package io.ringside.pipeline;

import java.io.IOException;
import java.nio.file.FileSystemException;

/** The program cannot do its work, for a reason that is no mistake in the settings; the message is for people. */
public final class CannotStart extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public CannotStart(String message) {
        super(message, null, false, false);
    }

    /** What went wrong with a file or the network; an exception without words is told by its name. */
    public static CannotStart because(IOException failure) {
        return new CannotStart(words(failure));
    }

    public static String words(IOException failure) {
        String name = failure.getClass().getSimpleName();
        if (failure.getMessage() == null) {
            return name;
        }
        // Those of the file system hold the file's name alone.
        return failure instanceof FileSystemException ? name + ": " + failure.getMessage() : failure.getMessage();
    }
}
