package io.ringside.trading.journal.codec;

import io.ringside.core.event.EventType;
import io.ringside.core.event.PipelineEvent;
import io.ringside.trading.journal.sbe.MessageHeaderEncoder;
import io.ringside.trading.journal.sbe.TickEventDecoder;
import io.ringside.trading.journal.segment.RecordLayout;
import io.ringside.trading.journal.segment.Segment;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Assembles the record of an event, to be copied into its segment in one block.
 *
 * <p>A slot's header is as long as that of an SBE message: the slot is copied whole and its header then overwritten.
 *
 * <p><em>Threading:</em> one thread.
 */
public final class RecordStaging {

    /** Template ids of events are their codes from here on. */
    private static final int FIRST_EVENT_TEMPLATE = TickEventDecoder.TEMPLATE_ID;

    private static final long[] HEADERS = headers();
    private static final boolean[] FORCED = forced();

    private final byte[] record = new byte[RecordLayout.MESSAGE + PipelineEvent.SLOT_BYTES];
    private final UnsafeBuffer buffer = new UnsafeBuffer(record);

    /** Copies the event into its place in a record and returns the record's length. */
    public int stage(PipelineEvent event) {
        int length = RecordLayout.MESSAGE + event.copyTo(record, RecordLayout.MESSAGE);
        buffer.putLong(RecordLayout.MESSAGE, HEADERS[event.typeCode()]);
        return length;
    }

    public void appendTo(Segment segment, int lengthBytes, long sequence) {
        segment.append(record, buffer, lengthBytes, sequence);
    }

    /** True if a message of that template is an event. */
    public static boolean isEvent(int templateId) {
        return EventType.isCode(templateId - FIRST_EVENT_TEMPLATE);
    }

    public static EventType eventOf(int templateId) {
        return EventType.of(templateId - FIRST_EVENT_TEMPLATE);
    }

    /** True if a power loss must not take events of that type. */
    public static boolean isForced(int typeCode) {
        return FORCED[typeCode];
    }

    private static boolean[] forced() {
        boolean[] forced = new boolean[EventType.COUNT];
        for (EventType type : EventType.values()) {
            forced[type.code()] = switch (type) {
                case COMMAND -> true;
                case TICK, ORDER_ACK, FEED_STATE, TIMER, RULES -> false;
            };
        }
        return forced;
    }

    private static long[] headers() {
        long[] headers = new long[EventType.COUNT];
        UnsafeBuffer bytes = new UnsafeBuffer(new byte[MessageHeaderEncoder.ENCODED_LENGTH]);
        MessageHeaderEncoder header = new MessageHeaderEncoder().wrap(bytes, 0);
        for (EventType type : EventType.values()) {
            header.blockLength(PipelineEvent.blockBytes(type)).templateId(FIRST_EVENT_TEMPLATE + type.code())
                .schemaId(MessageHeaderEncoder.SCHEMA_ID).version(MessageHeaderEncoder.SCHEMA_VERSION);
            headers[type.code()] = bytes.getLong(0);
        }
        return headers;
    }
}
