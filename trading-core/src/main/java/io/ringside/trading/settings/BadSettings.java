package io.ringside.trading.settings;

import java.util.List;

/** The settings cannot be used; one line per error. */
public final class BadSettings extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public BadSettings(List<String> mistakes) {
        super(String.join("\n", mistakes), null, false, false);
    }
}
