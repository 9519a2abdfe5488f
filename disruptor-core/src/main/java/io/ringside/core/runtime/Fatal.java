package io.ringside.core.runtime;

/**
 * Ends the process because a part cannot go on.
 *
 * <p><em>Threading:</em> any thread; returns at once.
 */
@FunctionalInterface
public interface Fatal {

    /**
     * @param reason       one line for the operator
     * @param restartHelps false if the next process would end in the same way until somebody changes something
     */
    void end(String reason, boolean restartHelps);
}
