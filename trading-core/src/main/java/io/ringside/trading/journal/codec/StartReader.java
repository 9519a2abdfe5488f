package io.ringside.trading.journal.codec;

import io.ringside.trading.journal.sbe.ChunkEncoder;
import io.ringside.trading.journal.sbe.MessageHeaderDecoder;
import io.ringside.trading.journal.sbe.RunConfigDecoder;
import io.ringside.trading.journal.sbe.SegmentStartDecoder;
import io.ringside.trading.journal.sbe.SnapshotDecoder;
import io.ringside.trading.journal.segment.JournalDamage;
import io.ringside.trading.journal.segment.SegmentHead;
import io.ringside.trading.journal.segment.SegmentReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Reads the start of a segment.
 *
 * <p><em>Threading:</em> one thread.
 */
public final class StartReader {

    private static final int PART_HEADER_BYTES =
        MessageHeaderDecoder.ENCODED_LENGTH + ChunkEncoder.lengthEncodingLength();

    private final SegmentReader segment;
    private final SegmentStartDecoder head = new SegmentStartDecoder();
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();

    public StartReader(SegmentReader segment) {
        this.segment = segment;
    }

    /** True if a message of that template belongs to the start of a segment, and to no other place. */
    public static boolean isStart(int templateId) {
        return templateId >= SegmentStartDecoder.TEMPLATE_ID && templateId <= SnapshotDecoder.TEMPLATE_ID;
    }

    /** Where the segment before this one ends, or {@link SegmentHead#NO_PREVIOUS}. Valid after {@link #read}. */
    public long previousEndBytes() {
        return head.previousEndBytes();
    }

    /** Null if the segment ends within its start, as after a crash. Throws {@code UnsupportedFormat}. */
    public SegmentStart read(long expectedNumber) throws IOException {
        if (!segment.next()) {
            return null;
        }
        requireTemplate(SegmentStartDecoder.TEMPLATE_ID);
        byte[] message = new byte[segment.messageBytes()];
        System.arraycopy(segment.array(), segment.messageOffset(), message, 0, message.length);
        head.wrapAndApplyHeader(new UnsafeBuffer(message), 0, header);
        check(expectedNumber);
        boolean continuation = head.continuation() == 1;
        long firstSequence = segment.sequence();
        byte[] config = parts(RunConfigDecoder.TEMPLATE_ID, (int) head.configBytes());
        byte[] snapshot = config == null ? null : parts(SnapshotDecoder.TEMPLATE_ID, (int) head.snapshotBytes());
        if (snapshot == null) {
            return null;
        }
        return new SegmentStart(head.number(), head.runId(), head.formatVersion(), head.epochNs(), firstSequence,
            continuation, new String(config, StandardCharsets.UTF_8), snapshot);
    }

    private void check(long expectedNumber) throws IOException {
        segment.requireFormat(head.formatVersion());
        if (head.number() != expectedNumber) {
            throw segment.damage("the segment is number " + head.number() + " by its contents");
        }
    }

    private byte[] parts(int templateId, int totalBytes) throws IOException {
        byte[] all = new byte[totalBytes];
        for (int at = 0; at < totalBytes; ) {
            if (!segment.next()) {
                return null;
            }
            requireTemplate(templateId);
            int partBytes = segment.messageBytes() - PART_HEADER_BYTES;
            if (partBytes <= 0 || partBytes > totalBytes - at) {
                throw segment.damage("a part of " + partBytes + " bytes, but " + (totalBytes - at) + " are missing");
            }
            System.arraycopy(segment.array(), segment.messageOffset() + PART_HEADER_BYTES, all, at, partBytes);
            at += partBytes;
        }
        return all;
    }

    private void requireTemplate(int templateId) throws JournalDamage {
        if (segment.templateId() != templateId) {
            throw segment.damage("message " + segment.templateId() + " in the start of the segment, expected "
                + templateId);
        }
    }
}
