package io.ringside.core.route;

import io.ringside.core.event.Rules;

/** Takes trading rules. Runs on the ring thread; must not wait, lock or do I/O, and copies what it keeps. */
@FunctionalInterface
public interface RulesHandler {

    /** The view is valid until this returns. */
    void onRules(Rules rules, long sequence);
}
