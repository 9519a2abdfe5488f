package io.ringside.trading.settings;

import java.util.List;

/** The settings cannot be used; one line per error. */
public final class BadSettings extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public BadSettings(List<String> errors) {
        super(String.join("\n", errors), null, false, false);
    }
}
