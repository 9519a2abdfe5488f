package io.ringside.trading.journal.codec;

import io.ringside.trading.journal.sbe.ChunkEncoder;
import io.ringside.trading.journal.sbe.MessageHeaderDecoder;
import io.ringside.trading.journal.sbe.RunConfigDecoder;
import io.ringside.trading.journal.sbe.SegmentStartDecoder;
import io.ringside.trading.journal.sbe.SnapshotDecoder;
import io.ringside.trading.journal.segment.JournalDamage;
import io.ringside.trading.journal.segment.SegmentHead;
import io.ringside.trading.journal.segment.SegmentReader;
import io.ringside.trading.snapshot.SavedPart;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Reads the start of a segment.
 *
 * <p><em>Threading:</em> one thread.
 */
public final class StartReader {

    private static final int CONFIG_HEADER_BYTES =
        MessageHeaderDecoder.ENCODED_LENGTH + ChunkEncoder.lengthEncodingLength();

    private final SegmentReader segment;
    private final SegmentStartDecoder head = new SegmentStartDecoder();
    private final SnapshotDecoder piece = new SnapshotDecoder();
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
        // Copied, for the reader's window moves on.
        head.wrapAndApplyHeader(new UnsafeBuffer(message()), 0, header);
        check(expectedNumber);
        String program = head.program();
        SegmentHead start = new SegmentHead(head.number(), segment.sequence(), head.epochNs(),
            head.previousEndBytes());
        byte[] config = config((int) head.configBytes());
        List<SavedPart> snapshot = config == null ? null : snapshot();
        if (snapshot == null) {
            return null;
        }
        return new SegmentStart(start, head.runId(), head.formatVersion(), program, head.continuation() == 1,
            new String(config, StandardCharsets.UTF_8), snapshot);
    }

    private void check(long expectedNumber) throws IOException {
        segment.requireFormat(head.formatVersion());
        segment.requireKnown(SegmentStartDecoder.BLOCK_LENGTH);
        if (head.codec() != StartRecords.STORED_AS_IS) {
            throw segment.newer("records in codec " + head.codec());
        }
        if (head.number() != expectedNumber) {
            throw segment.damage("the segment is number " + head.number() + " by its contents");
        }
    }

    private byte[] config(int totalBytes) throws IOException {
        byte[] all = new byte[totalBytes];
        for (int at = 0; at < totalBytes; ) {
            if (!segment.next()) {
                return null;
            }
            requireTemplate(RunConfigDecoder.TEMPLATE_ID);
            int partBytes = segment.messageBytes() - CONFIG_HEADER_BYTES;
            if (partBytes <= 0 || partBytes > totalBytes - at) {
                throw segment.damage("a part of " + partBytes + " bytes, but " + (totalBytes - at) + " are missing");
            }
            System.arraycopy(segment.array(), segment.messageOffset() + CONFIG_HEADER_BYTES, all, at, partBytes);
            at += partBytes;
        }
        return all;
    }

    private List<SavedPart> snapshot() throws IOException {
        List<SavedPart> parts = new ArrayList<>();
        for (long left = head.snapshotParts(); left > 0; left--) {
            SavedPart part = part();
            if (part == null) {
                return null;
            }
            parts.add(part);
        }
        return parts;
    }

    /** Null if the segment ends within it. */
    private SavedPart part() throws IOException {
        byte[] state = null;
        int at = 0;
        do {
            if (!segment.next()) {
                return null;
            }
            requireTemplate(SnapshotDecoder.TEMPLATE_ID);
            segment.requireKnown(SnapshotDecoder.BLOCK_LENGTH);
            piece.wrapAndApplyHeader(new UnsafeBuffer(message()), 0, header);
            if (state == null) {
                state = new byte[piece.totalBytes()];
            }
            String name = piece.name();
            int pieceBytes = piece.pieceLength();
            if (piece.totalBytes() != state.length || piece.pieceOffset() != at || pieceBytes > state.length - at
                || pieceBytes == 0 && state.length > 0) {
                throw segment.damage("a piece of " + pieceBytes + " bytes at " + piece.pieceOffset() + " of " + name
                    + ", expected are " + (state.length - at) + " at " + at);
            }
            piece.getPiece(state, at, pieceBytes);
            at += pieceBytes;
            if (at == state.length) {
                return new SavedPart(name, piece.version(), piece.durable() == 1, piece.asOfSequence(), state);
            }
        } while (true);
    }

    private byte[] message() {
        return Arrays.copyOfRange(segment.array(), segment.messageOffset(),
            segment.messageOffset() + segment.messageBytes());
    }

    private void requireTemplate(int templateId) throws JournalDamage {
        if (segment.templateId() != templateId) {
            throw segment.damage("message " + segment.templateId() + " in the start of the segment, expected "
                + templateId);
        }
    }
}
