package io.ringside.core.event;

import io.ringside.core.runtime.CodeTable;

/**
 * One preallocated ring slot: a flat block of 512 bytes with a typed view for each kind of event.
 *
 * <pre>
 *   0        4        8                                              length   512
 *   +--------+--------+----------------------------------------------+---------+
 *   |  type  | length |  fields of the kind named by type            | unused  |
 *   +--------+--------+----------------------------------------------+---------+
 * </pre>
 *
 * <p>A producer keeps an event of its own, fills one view (each {@code set} writes the type and every field of
 * its kind, so nothing stale is ever read) and publishes it; the ring copies the block into the claimed slot.
 * The slot holds no object references, so nothing has to be cleared after the last handler.
 *
 * <p><em>Threading:</em> one owner at a time: the producer's own event belongs to the producer; a slot belongs
 * to the producer between claim and publish, and to the consumer until its handler returns. A handler that
 * wants to keep an event copies it.
 */
public final class PipelineEvent {

    /** Size of a slot. */
    public static final int SLOT_BYTES = SlotBytes.SLOT_BYTES;

    /** Before the fields: type and length. */
    public static final int HEADER_BYTES = SlotBytes.BODY_OFFSET;

    private static final int TICK = EventType.TICK.code();

    private final SlotBytes slot = new SlotBytes();
    private final Tick tick = new Tick(slot);
    private final Command command = new Command(slot);
    private final OrderAck orderAck = new OrderAck(slot);
    private final FeedState feedState = new FeedState(slot);
    private final Timer timer = new Timer(slot);
    private final Rules rules = new Rules(slot);

    /** A new event reads as a TIMER at 0 until a view is set. */
    public PipelineEvent() {
        timer.set(0);
    }

    public EventType type() {
        return EventType.of(slot.typeCode());
    }

    public int typeCode() {
        return slot.typeCode();
    }

    /** Bytes in use, header included. */
    public int lengthBytes() {
        return slot.lengthBytes();
    }

    /** Valid only while {@link #type()} is TICK; the other views likewise. */
    public Tick tick() {
        return tick;
    }

    public Command command() {
        return command;
    }

    public OrderAck orderAck() {
        return orderAck;
    }

    public FeedState feedState() {
        return feedState;
    }

    public Timer timer() {
        return timer;
    }

    public Rules rules() {
        return rules;
    }

    /** Copies another event, whatever its type. */
    public void copyFrom(PipelineEvent source) {
        slot.copyFrom(source.slot, source.lengthBytes());
    }

    /** What of this event is stored: the header and every field that a decision may depend on. */
    public int storedBytes() {
        return typeCode() == TICK ? Tick.LAYOUT.blockEnd() : lengthBytes();
    }

    /** Copies {@link #storedBytes()} bytes to {@code target} and returns that number. */
    public int copyTo(byte[] target, int targetOffset) {
        int length = storedBytes();
        slot.copyTo(target, targetOffset, length);
        return length;
    }

    /**
     * Takes over the fields of an event as they follow the header of a slot, for example from a journal. The
     * counterpart of {@link #copyTo}, which writes that header first. Fields that the version did not have
     * which stored them read as 0, and texts as empty.
     *
     * @param blockBytes length of the fields before the first text, at most {@link #blockBytes}
     * @param bodyBytes  length of all fields
     * @throws CodeTable.UnknownCode    if a field holds the code of a later version
     * @throws IllegalArgumentException for other bytes that no view wrote; in both cases this event then is a TIMER at
     *                                  0
     */
    public void load(EventType type, byte[] source, int offset, int blockBytes, int bodyBytes) {
        boolean loaded = false;
        try {
            slot.header(type, loaded(type, slot.load(layout(type), source, offset, blockBytes, bodyBytes)));
            loaded = true;
        } catch (IllegalArgumentException unusable) {
            throw new IllegalArgumentException(type + " with " + unusable.getMessage());
        } finally {
            if (!loaded) {
                timer.set(0);
            }
        }
    }

    /** Length of the fields before the first text. */
    public static int blockBytes(EventType type) {
        return layout(type).blockEnd() - SlotBytes.BODY_OFFSET;
    }

    private static SlotBytes.Layout layout(EventType type) {
        return switch (type) {
            case TICK -> Tick.LAYOUT;
            case COMMAND -> Command.LAYOUT;
            case ORDER_ACK -> OrderAck.LAYOUT;
            case FEED_STATE -> FeedState.LAYOUT;
            case TIMER -> Timer.LAYOUT;
            case RULES -> Rules.LAYOUT;
        };
    }

    private int loaded(EventType type, int end) {
        return switch (type) {
            case TICK -> tick.loaded();
            case COMMAND -> command.loaded(end);
            case ORDER_ACK -> orderAck.loaded(end);
            case FEED_STATE -> feedState.loaded(end);
            case TIMER, RULES -> end;
        };
    }

    /**
     * The passing of time: the TIMER view of a slot. It guarantees that "now", the newest event's time, moves.
     *
     * <pre>
     *   8 epochNs
     * </pre>
     *
     * <p><em>Threading:</em> as its {@link PipelineEvent}.
     */
    public static final class Timer {

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
}
