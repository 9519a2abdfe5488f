package io.ringside.trading.journal.codec;

import io.ringside.trading.journal.sbe.MessageHeaderEncoder;
import io.ringside.trading.journal.sbe.RunConfigEncoder;
import io.ringside.trading.journal.sbe.SegmentStartEncoder;
import io.ringside.trading.journal.sbe.SnapshotEncoder;
import io.ringside.trading.journal.segment.RecordLayout;
import io.ringside.trading.journal.segment.Segment;
import io.ringside.trading.journal.segment.SegmentHead;
import io.ringside.trading.snapshot.SavedPart;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Writes the start of a segment: its number and run, then configuration and snapshot in parts.
 *
 * <p><em>Threading:</em> the ring thread.
 */
public final class StartRecords {

    /** Bytes of configuration or snapshot in one record. */
    public static final int PART_BYTES = 128 << 10;

    /** Of a segment whose records are stored as they are. */
    static final short STORED_AS_IS = 0;

    private static final int RECORD_OVERHEAD_BYTES = 256;
    private static final byte[] PROGRAM = ownProgram().getBytes(StandardCharsets.UTF_8);

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

    /** Upper bound for a start with that snapshot. */
    public long sizeBytes(List<SavedPart> snapshot) {
        long records = 4L + config.length / PART_BYTES;
        long bytes = SegmentStartEncoder.BLOCK_LENGTH + PROGRAM.length + config.length;
        for (SavedPart part : snapshot) {
            records += 1 + part.state().length / PART_BYTES;
            bytes += part.state().length;
        }
        return bytes + records * RECORD_OVERHEAD_BYTES;
    }

    /** Before an event; the segment must have {@link #sizeBytes} left. */
    public void write(Segment segment, SegmentHead head, List<SavedPart> snapshot) {
        writeHead(segment, head, config.length, snapshot.size(), false);
        for (int from = 0; from < config.length; from += PART_BYTES) {
            int partBytes = Math.min(PART_BYTES, config.length - from);
            int messageBytes = runConfig.wrapAndApplyHeader(buffer, RecordLayout.MESSAGE, header)
                .putPart(config, from, partBytes).encodedLength();
            append(segment, messageBytes, head.sequence());
        }
        for (SavedPart part : snapshot) {
            write(segment, head, part);
        }
    }

    /** Between an event and one of its decisions: state is inconsistent there, so no snapshot. */
    public void writeContinuation(Segment segment, SegmentHead head) {
        writeHead(segment, head, 0, 0, true);
    }

    /** A part without state is one empty piece. */
    private void write(Segment segment, SegmentHead head, SavedPart part) {
        byte[] name = part.name().getBytes(StandardCharsets.UTF_8);
        byte[] state = part.state();
        int from = 0;
        do {
            int pieceBytes = Math.min(PART_BYTES, state.length - from);
            int messageBytes = snapshots.wrapAndApplyHeader(buffer, RecordLayout.MESSAGE, header)
                .version(part.version()).durable((short) (part.durable() ? 1 : 0)).asOfSequence(part.asOfSequence())
                .totalBytes(state.length).pieceOffset(from).putName(name, 0, name.length)
                .putPiece(state, from, pieceBytes).encodedLength();
            append(segment, messageBytes, head.sequence());
            from += pieceBytes;
        } while (from < state.length);
    }

    private void writeHead(Segment segment, SegmentHead head, int configBytes, int snapshotParts,
                           boolean continuation) {
        int messageBytes = start.wrapAndApplyHeader(buffer, RecordLayout.MESSAGE, header).number(head.number())
            .runId(runId).epochNs(head.epochNs()).configBytes(configBytes).snapshotParts(snapshotParts)
            .previousEndBytes(head.previousEndBytes()).formatVersion(RecordLayout.FORMAT_VERSION)
            .continuation((short) (continuation ? 1 : 0)).codec(STORED_AS_IS).account(0)
            .putProgram(PROGRAM, 0, PROGRAM.length).commit("").venue("").environment("").encodedLength();
        append(segment, messageBytes, head.sequence());
    }

    private void append(Segment segment, int messageBytes, long sequence) {
        segment.append(record, buffer, RecordLayout.BODY + messageBytes, sequence);
    }

    /** The version of this program, from the manifest of its jar; empty without one, as in tests. */
    public static String ownProgram() {
        String version = StartRecords.class.getPackage().getImplementationVersion();
        return version == null ? "" : version;
    }
}
