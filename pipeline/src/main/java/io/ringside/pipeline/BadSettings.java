package io.ringside.pipeline;

import java.util.List;

/** The settings cannot be used; one line per mistake. */
final class BadSettings extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BadSettings(List<String> mistakes) {
        super(String.join("\n", mistakes), null, false, false);
    }
}
