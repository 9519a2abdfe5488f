package io.ringside.trading.journal.segment;

import io.ringside.trading.journal.sbe.MessageHeaderDecoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The records of one segment file, each checked. It is read in pieces of {@link SegmentWindow#WINDOW_BYTES}, whatever
 * its size, and may be appended to or cut meanwhile: where no complete record follows, the file is read once more.
 *
 * <p>Where the next record is incomplete, either the segment ends, in zeros; or a crash has torn its tail; or the file
 * is damaged. The tail is torn if no record follows. After a power loss records may follow: then a page that was never
 * written, all zeros from the last write on, distinguishes a torn tail from damage.
 *
 * <p><em>Threading:</em> one thread.
 */
public final class SegmentReader implements AutoCloseable {

    private final Path file;
    private final Path successor;
    private final SegmentWindow window;
    private int position;
    private int next;
    private boolean finished;
    private TornTail tornTail;

    public SegmentReader(JournalDirectory directory, long number) throws IOException {
        this(directory.file(number), directory.file(number + 1));
    }

    /** {@code successor} is the file that is begun when nothing more is appended to {@code file}. */
    public SegmentReader(Path file, Path successor) throws IOException {
        this.file = file;
        this.successor = successor;
        this.window = new SegmentWindow(file);
    }

    /** Goes to the next record; false at the end, where it may be called again for records appended since. */
    public boolean next() throws IOException {
        position = next;
        int length = wholeLength(position);
        if (length == 0) {
            length = lengthAtSecondLook();
        }
        next = position + RecordLayout.padded(length);
        return length > 0;
    }

    /** True if something stands where the next record belongs. Costs little, however much of the file is unused. */
    public boolean isNextWritten() throws IOException {
        if (window.holds(next, Integer.BYTES) && window.getInt(next) != 0) {
            return true;
        }
        window.load(next);
        return window.holds(next, Integer.BYTES) && window.getInt(next) != 0;
    }

    /**
     * Goes to the next complete record, whatever stands before it; false if there is none. Only to tell what a damaged
     * segment holds.
     */
    public boolean skipToNext() throws IOException {
        int end = endOfContents();
        for (int at = next; at < end; at += Long.BYTES) {
            int length = wholeLength(at);
            if (length > 0) {
                position = at;
                next = at + RecordLayout.padded(length);
                return true;
            }
        }
        return false;
    }

    /** After {@link #next()} was false: true if there was a following segment, so nothing can be appended any more. */
    public boolean isFinished() {
        return finished;
    }

    public Path file() {
        return file;
    }

    /** Where the current record starts, or where the records end. */
    public int position() {
        return position;
    }

    /** After the last byte that is not zero, at least {@link #position()}. */
    public int endOfContents() throws IOException {
        return window.endOfContents(position);
    }

    /** True when the file is longer than {@link #position()}. */
    public boolean hasMore() throws IOException {
        return position < window.fileBytes();
    }

    public long sequence() {
        return window.getLong(position + RecordLayout.SEQUENCE);
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
        return window.getInt(position) - RecordLayout.MESSAGE;
    }

    /** In {@link #array()}, until the next {@link #next()}. */
    public int messageOffset() {
        return window.index(position + RecordLayout.MESSAGE);
    }

    /** The part of the file that holds the current record. */
    public byte[] array() {
        return window.array();
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

    /** Throws {@link UnsupportedFormat} if the current message has fields that are not known here. */
    public void requireKnown(int knownBlockBytes) throws UnsupportedFormat {
        if (schemaVersion() > MessageHeaderDecoder.SCHEMA_VERSION || blockBytes() > knownBlockBytes) {
            throw newer("message " + templateId() + " of schema version " + schemaVersion() + " with a block of "
                + blockBytes() + " bytes");
        }
    }

    /** Throws {@link UnsupportedFormat} if records of that format cannot be read. */
    public void requireFormat(int formatVersion) throws UnsupportedFormat {
        UnsupportedFormat.require(file, formatVersion);
    }

    @Override
    public void close() throws IOException {
        window.close();
    }

    private int headerField(int offset) {
        return window.getUnsignedShort(position + RecordLayout.MESSAGE + offset);
    }

    /** Length of the record there, or 0 if there is no complete one. */
    private int wholeLength(int at) throws IOException {
        if (!window.holds(at, RecordLayout.BODY)) {
            return 0;
        }
        int length = window.getInt(at);
        int schema = at + RecordLayout.MESSAGE + MessageHeaderDecoder.schemaIdEncodingOffset();
        if (!isPlausible(length) || window.getUnsignedShort(schema) != MessageHeaderDecoder.SCHEMA_ID
            || !window.holds(at, RecordLayout.padded(length))) {
            return 0;
        }
        int checksum = window.checksum(at + RecordLayout.SEQUENCE,
            RecordLayout.padded(length) - RecordLayout.SEQUENCE);
        int stored = window.getInt(at + RecordLayout.CRC);
        // Format 1 left the length out. Its start is read, so that the journal is refused by its version, not as torn.
        return stored == (checksum ^ length) || at == 0 && stored == checksum ? length : 0;
    }

    private static boolean isPlausible(int length) {
        return length >= RecordLayout.BODY && length <= RecordLayout.MAX_RECORD_BYTES;
    }

    /** The record may have been written since the first look. */
    private int lengthAtSecondLook() throws IOException {
        finished = Files.exists(successor);
        window.load(position);
        int length = wholeLength(position);
        int end = length > 0 ? position : endOfContents();
        return end == position ? length : lengthUnlessTorn(end);
    }

    /** 0 for a torn tail. */
    private int lengthUnlessTorn(int end) throws IOException {
        if (finished) {
            throw damage("no complete record, but this is not the last segment");
        }
        boolean recordsBehind = hasRecordBetween(position + Long.BYTES, end);
        if (recordsBehind) {
            // Later records are stored later: if this one was still being written, it is complete by now.
            window.load(position);
            int length = wholeLength(position);
            if (length > 0) {
                return length;
            }
            if (!isUnwritten()) {
                throw damage("no complete record, but complete ones after it");
            }
        }
        tornTail = new TornTail(file, position, end - position, recordsBehind);
        return 0;
    }

    private boolean hasRecordBetween(int from, int end) throws IOException {
        for (int at = from; at < end; at += Long.BYTES) {
            if (wholeLength(at) > 0) {
                return true;
            }
        }
        return false;
    }

    /** True when the record at this position reaches into a page that was never brought to the disk. */
    private boolean isUnwritten() throws IOException {
        int length = window.getInt(position);
        return window.hasZeroPage(position, position + (isPlausible(length) ? RecordLayout.padded(length) : 1));
    }
}
