package io.ringside.core.event;

/**
 * The passing of time: the TIMER view of a slot. It guarantees that "now", the newest event's time, moves.
 *
 * <pre>
 *   8 epochNs
 * </pre>
 *
 * <p><em>Threading:</em> as its {@link PipelineEvent}.
 */
public final class Timer {

    private static final int EPOCH_NS = 8;
    private static final int END = 16;

    static final SlotBytes.Layout LAYOUT = new SlotBytes.Layout(END, 0);

    private final SlotBytes slot;

    Timer(SlotBytes slot) {
        this.slot = slot;
    }

    public void set(long epochNs) {
        slot.header(EventType.TIMER, END);
        slot.putLong(EPOCH_NS, epochNs);
    }

    /** Wall clock, nanoseconds since 1970. */
    public long epochNs() {
        return slot.getLong(EPOCH_NS);
    }
}
