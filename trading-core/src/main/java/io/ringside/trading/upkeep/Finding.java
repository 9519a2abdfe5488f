package io.ringside.trading.upkeep;

/**
 * Something wrong with a journal.
 *
 * @param what   it is: the file, the byte, what is there
 * @param effect on the next start
 */
public record Finding(String what, Effect effect) {

    /** What a start makes of it. */
    public enum Effect {
        /** A crash has torn the last record, which was never acknowledged as written. */
        PUT_ASIDE("the next start puts it aside; no complete record is lost"),
        /** A crash has torn the ledger's last record. */
        LEDGER_TORN("the next start writes it again from the journal"),
        /** Executions are in the ledger, and in the journal for as long as it is not pruned. */
        LEDGER_DAMAGED("the next start writes again what the journal still holds; restore older files from a backup"),
        /** It lies before the snapshot from which a start recovers. */
        NOT_READ("a start does not read it; 'replay', 'trades' and 'journal print' end there"),
        /** Complete records are missing. */
        STOPPED("the next start puts aside what it cannot read, and trading stays stopped until /start"),
        REFUSED("a start is refused; restore the file from a backup, or see 'journal repair'");

        private final String text;

        Effect(String text) {
            this.text = text;
        }
    }

    /** False for what every killed process may leave. */
    public boolean isDamage() {
        return effect != Effect.PUT_ASIDE && effect != Effect.LEDGER_TORN;
    }

    /** For users, one line. */
    public String text() {
        return what + ": " + effect.text;
    }
}
