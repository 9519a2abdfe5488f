package io.ringside.core.event;

/**
 * One preallocated ring slot: a flat block of 256 bytes with a typed view for each kind of event.
 *
 * <pre>
 *   0        4        8                                              length   256
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

    private final SlotBytes slot = new SlotBytes();
    private final Tick tick = new Tick(slot);
    private final Command command = new Command(slot);
    private final OrderAck orderAck = new OrderAck(slot);
    private final FeedState feedState = new FeedState(slot);
    private final Timer timer = new Timer(slot);

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

    /** Copies another event, whatever its type. */
    public void copyFrom(PipelineEvent source) {
        slot.copyFrom(source.slot, source.lengthBytes());
    }

    /** Copies {@link #lengthBytes()} bytes to {@code target} and returns that number. */
    public int copyTo(byte[] target, int targetOffset) {
        int length = lengthBytes();
        slot.copyTo(target, targetOffset, length);
        return length;
    }

    /**
     * Takes over the fields of an event as they follow the header of a slot, for example from a journal. The
     * counterpart of {@link #copyTo}, which writes that header (8 bytes) first.
     *
     * @throws IllegalArgumentException for bytes that no view wrote; this event then is a TIMER at 0
     */
    public void load(EventType type, byte[] source, int offset, int bodyBytes) {
        if (bodyBytes < 0 || bodyBytes > SLOT_BYTES - SlotBytes.BODY_OFFSET) {
            throw new IllegalArgumentException(type + " of " + bodyBytes + " bytes does not fit a slot");
        }
        slot.load(SlotBytes.BODY_OFFSET, source, offset, bodyBytes);
        slot.header(type, SlotBytes.BODY_OFFSET + bodyBytes);
        if (!isWhole(type)) {
            timer.set(0);
            throw new IllegalArgumentException(type + " of " + bodyBytes + " bytes is not as it was written");
        }
    }

    private boolean isWhole(EventType type) {
        return switch (type) {
            case TICK -> tick.isWhole(lengthBytes());
            case COMMAND -> command.isWhole(lengthBytes());
            case ORDER_ACK -> orderAck.isWhole(lengthBytes());
            case FEED_STATE -> feedState.isWhole(lengthBytes());
            case TIMER -> timer.isWhole(lengthBytes());
        };
    }
}
