package io.ringside.core.route;

import io.ringside.core.event.Command;

/** Takes users' commands. Runs on the ring thread; must not wait, lock or do I/O, and copies what it keeps. */
@FunctionalInterface
public interface CommandHandler {

    /** The view is valid until this returns. {@code sequence} is the ring's. */
    void onCommand(Command command, long sequence);
}
