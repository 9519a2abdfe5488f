package io.ringside.trading.journal.codec;

import io.ringside.trading.journal.sbe.MessageHeaderEncoder;
import io.ringside.trading.journal.sbe.RunConfigEncoder;
import io.ringside.trading.journal.sbe.SegmentStartEncoder;
import io.ringside.trading.journal.sbe.SnapshotEncoder;
import io.ringside.trading.journal.segment.RecordLayout;
import io.ringside.trading.journal.segment.Segment;
import io.ringside.trading.journal.segment.SegmentHead;
import java.nio.charset.StandardCharsets;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Writes the start of a segment: its number and run, then configuration and snapshot in parts.
 *
 * <p><em>Threading:</em> the ring thread.
 */
public final class StartRecords {

    /** Bytes of configuration or snapshot in one record. */
    public static final int PART_BYTES = 128 << 10;

    private static final int RECORD_OVERHEAD_BYTES = 64;

    private final byte[] record = new byte[RecordLayout.MAX_RECORD_BYTES];
    private final UnsafeBuffer buffer = new UnsafeBuffer(record);
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final SegmentStartEncoder start = new SegmentStartEncoder();
    private final RunConfigEncoder runConfig = new RunConfigEncoder();
    private final SnapshotEncoder snapshots = new SnapshotEncoder();
    private final long runId;
    private final byte[] config;

    public StartRecords(JournalRun run) {
        this.runId = run.runId();
        this.config = run.configText().getBytes(StandardCharsets.UTF_8);
    }

    /** Upper bound for a start with a snapshot of that size. */
    public long sizeBytes(int snapshotBytes) {
        long parts = 4L + config.length / PART_BYTES + snapshotBytes / PART_BYTES;
        return SegmentStartEncoder.BLOCK_LENGTH + config.length + snapshotBytes + parts * RECORD_OVERHEAD_BYTES;
    }

    /** Before an event; the segment must have {@link #sizeBytes} left. */
    public void write(Segment segment, SegmentHead head, byte[] snapshot) {
        writeHead(segment, head, config.length, snapshot.length, false);
        for (int from = 0; from < config.length; from += PART_BYTES) {
            int partBytes = Math.min(PART_BYTES, config.length - from);
            int messageBytes = runConfig.wrapAndApplyHeader(buffer, RecordLayout.MESSAGE, header)
                .putPart(config, from, partBytes).encodedLength();
            append(segment, messageBytes, head.sequence());
        }
        for (int from = 0; from < snapshot.length; from += PART_BYTES) {
            int partBytes = Math.min(PART_BYTES, snapshot.length - from);
            int messageBytes = snapshots.wrapAndApplyHeader(buffer, RecordLayout.MESSAGE, header)
                .putPart(snapshot, from, partBytes).encodedLength();
            append(segment, messageBytes, head.sequence());
        }
    }

    /** Between an event and one of its decisions: state is inconsistent there, so no snapshot. */
    public void writeContinuation(Segment segment, SegmentHead head) {
        writeHead(segment, head, 0, 0, true);
    }

    private void writeHead(Segment segment, SegmentHead head, int configBytes, int snapshotBytes,
                           boolean continuation) {
        int messageBytes = start.wrapAndApplyHeader(buffer, RecordLayout.MESSAGE, header).number(head.number())
            .runId(runId).epochNs(head.epochNs()).configBytes(configBytes).snapshotBytes(snapshotBytes)
            .previousEndBytes(head.previousEndBytes()).formatVersion(RecordLayout.FORMAT_VERSION)
            .continuation((short) (continuation ? 1 : 0)).encodedLength();
        append(segment, messageBytes, head.sequence());
    }

    private void append(Segment segment, int messageBytes, long sequence) {
        segment.append(record, buffer, RecordLayout.BODY + messageBytes, sequence);
    }
}
