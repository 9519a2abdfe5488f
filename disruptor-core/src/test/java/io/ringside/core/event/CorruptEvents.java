package io.ringside.core.event;

import java.lang.reflect.Field;

/** Events that no producer of ours can write: for what happens when memory is not what it should be. */
public final class CorruptEvents {

    private CorruptEvents() {
    }

    public static PipelineEvent ofUnknownType() {
        PipelineEvent event = new PipelineEvent();
        try {
            Field slot = PipelineEvent.class.getDeclaredField("slot");
            slot.setAccessible(true);
            ((SlotBytes) slot.get(event)).putInt(SlotBytes.TYPE_OFFSET, 99);
        } catch (ReflectiveOperationException failure) {
            throw new AssertionError(failure);
        }
        return event;
    }
}
