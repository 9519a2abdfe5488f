package io.ringside.core.runtime;

/**
 * Passes an {@link OutOfMemoryError} on that a thread's last resort has caught: what such a process does next is up to
 * chance, so whoever runs it may want to end it.
 *
 * <p><em>Threading:</em> pure function.
 */
public final class OutOfMemory {

    private OutOfMemory() {
    }

    /** Hands it to the current thread's handler of uncaught exceptions; does nothing for any other failure. */
    public static void escalate(Throwable failure) {
        if (failure instanceof OutOfMemoryError) {
            Thread thread = Thread.currentThread();
            thread.getUncaughtExceptionHandler().uncaughtException(thread, failure);
        }
    }
}
