package io.ringside.trading.journal.segment;

import java.io.IOException;

/** A journal that a start cannot go on with, however often it is tried: somebody has to do something about it. */
public class UnusableJournal extends IOException {

    private static final long serialVersionUID = 1L;

    public UnusableJournal(String message) {
        super(message);
    }

    /** What is in memory by now does not fit: the disk is not to blame. */
    public UnusableJournal(IOException misfit) {
        super(misfit.getMessage(), misfit);
    }
}
