package io.ringside.trading.journal.segment;

import io.ringside.trading.journal.sbe.MessageHeaderDecoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * The records of one segment file, each checked. The file is read into the heap, so it may be appended to or cut
 * meanwhile.
 *
 * <p>Where the next record is incomplete, either the segment ends, in zeros; or a crash has torn its tail; or the file
 * is damaged. The tail is torn if no record follows. After a power loss records may follow: then a page that was never
 * written, all zeros from the last write on, distinguishes a torn tail from damage.
 *
 * <p><em>Threading:</em> one thread.
 */
public final class SegmentReader {

    private static final int PAGE_BYTES = 4096;

    private final Path file;
    private final JournalDirectory directory;
    private final long number;
    private final CRC32C crc = new CRC32C();
    private byte[] bytes;
    private UnsafeBuffer buffer;
    private int position;
    private int next;
    private boolean finished;
    private TornTail tornTail;

    public SegmentReader(JournalDirectory directory, long number) throws IOException {
        this.directory = directory;
        this.number = number;
        this.file = directory.file(number);
        load();
    }

    /** Goes to the next record; false at the end. */
    public boolean next() throws IOException {
        position = next;
        int length = wholeLength(position);
        if (length == 0 && !finished && (hasSuccessor() || !reachesZeros(position))) {
            // It may have been written on since.
            load();
            length = wholeLength(position);
        }
        if (length == 0 && !reachesZeros(position)) {
            length = lengthUnlessTorn(position);
        }
        next = position + RecordLayout.padded(length);
        return length > 0;
    }

    public Path file() {
        return file;
    }

    /** Where the current record starts, or where the records end. */
    public int position() {
        return position;
    }

    /** True when the file holds more than the records before {@link #position()}. */
    public boolean hasMore() {
        return position < bytes.length;
    }

    public long sequence() {
        return buffer.getLong(position + RecordLayout.SEQUENCE);
    }

    public int templateId() {
        return headerField(MessageHeaderDecoder.templateIdEncodingOffset());
    }

    /** Length of the message's fixed block. */
    public int blockBytes() {
        return headerField(MessageHeaderDecoder.blockLengthEncodingOffset());
    }

    public int schemaVersion() {
        return headerField(MessageHeaderDecoder.versionEncodingOffset());
    }

    /** Header included. */
    public int messageBytes() {
        return buffer.getInt(position) - RecordLayout.MESSAGE;
    }

    public int messageOffset() {
        return position + RecordLayout.MESSAGE;
    }

    /** The whole file. */
    public byte[] array() {
        return bytes;
    }

    public Optional<TornTail> tornTail() {
        return Optional.ofNullable(tornTail);
    }

    public JournalDamage damage(String what) {
        return new JournalDamage(file, position, what);
    }

    /** The current record is intact, but {@code what} in it is not known here. */
    public UnsupportedFormat newer(String what) {
        return UnsupportedFormat.newer(file, what + " at byte " + position);
    }

    /** Throws {@link UnsupportedFormat} if records of that format cannot be read. */
    public void requireFormat(int formatVersion) throws UnsupportedFormat {
        if (formatVersion > RecordLayout.FORMAT_VERSION) {
            throw UnsupportedFormat.newer(file, "journal format " + formatVersion);
        }
        if (formatVersion < RecordLayout.FORMAT_VERSION) {
            throw UnsupportedFormat.older(file, formatVersion);
        }
    }

    private int headerField(int offset) {
        return buffer.getShort(position + RecordLayout.MESSAGE + offset) & 0xFFFF;
    }

    private boolean hasSuccessor() {
        return Files.exists(directory.file(number + 1));
    }

    private void load() throws IOException {
        finished = hasSuccessor();
        bytes = Files.readAllBytes(file);
        buffer = new UnsafeBuffer(bytes);
    }

    /** Length of the record there, or 0 if there is no complete one. */
    private int wholeLength(int at) {
        if (at > bytes.length - RecordLayout.BODY) {
            return 0;
        }
        int length = buffer.getInt(at);
        if (length < RecordLayout.BODY || length > RecordLayout.MAX_RECORD_BYTES
            || RecordLayout.padded(length) > bytes.length - at || !hasSchema(at)) {
            return 0;
        }
        crc.reset();
        crc.update(bytes, at + RecordLayout.SEQUENCE, RecordLayout.padded(length) - RecordLayout.SEQUENCE);
        int checksum = (int) crc.getValue();
        int stored = buffer.getInt(at + RecordLayout.CRC);
        // Format 1 left the length out. Its start is read, so that the journal is refused by its version, not as torn.
        return stored == (checksum ^ length) || at == 0 && stored == checksum ? length : 0;
    }

    private boolean hasSchema(int at) {
        int schema = at + RecordLayout.MESSAGE + MessageHeaderDecoder.schemaIdEncodingOffset();
        return (buffer.getShort(schema) & 0xFFFF) == MessageHeaderDecoder.SCHEMA_ID;
    }

    private boolean reachesZeros(int at) {
        return endOfContents(at) == at;
    }

    /** After the last byte that is not zero, at least {@code from}. */
    private int endOfContents(int from) {
        int end = bytes.length;
        while (end > from && bytes[end - 1] == 0) {
            end--;
        }
        return end;
    }

    /** 0 for a torn tail. */
    private int lengthUnlessTorn(int at) throws IOException {
        if (finished) {
            throw damage("no complete record, but this is not the last segment");
        }
        int end = endOfContents(at);
        boolean recordsBehind = hasRecordBetween(at + Long.BYTES, end);
        if (recordsBehind && !isUnwritten(at)) {
            // Later records are stored later: if this one was still being written, it is complete by now.
            load();
            int length = wholeLength(at);
            if (length == 0) {
                throw damage("no complete record, but complete ones after it");
            }
            return length;
        }
        tornTail = new TornTail(file, at, end - at,
            recordsBehind ? "a part was never written" : "the last record is incomplete");
        return 0;
    }

    private boolean hasRecordBetween(int from, int end) {
        for (int at = from; at < end; at += Long.BYTES) {
            if (wholeLength(at) > 0) {
                return true;
            }
        }
        return false;
    }

    /** True when the record there reaches into a page that was never brought to the disk. */
    private boolean isUnwritten(int at) {
        int length = buffer.getInt(at);
        boolean plausible = length >= RecordLayout.BODY && length <= RecordLayout.MAX_RECORD_BYTES;
        int end = Math.min(bytes.length, at + (plausible ? RecordLayout.padded(length) : 1));
        for (int from = at; from < end; from = pageEnd(from)) {
            if (isZero(from, Math.min(bytes.length, pageEnd(from)))) {
                return true;
            }
        }
        return false;
    }

    private static int pageEnd(int at) {
        return at / PAGE_BYTES * PAGE_BYTES + PAGE_BYTES;
    }

    private boolean isZero(int from, int to) {
        for (int at = from; at < to; at++) {
            if (bytes[at] != 0) {
                return false;
            }
        }
        return true;
    }
}
