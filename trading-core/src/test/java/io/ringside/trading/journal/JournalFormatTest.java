package io.ringside.trading.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringside.core.event.FeedState;
import io.ringside.core.event.FeedStatus;
import io.ringside.trading.decision.DecisionKind;
import io.ringside.trading.decision.Intent;
import io.ringside.trading.journal.codec.DecisionDecoder;
import io.ringside.trading.journal.segment.JournalDamage;
import io.ringside.trading.journal.segment.UnsupportedFormat;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Journals of other versions, their bytes made by hand: each is refused by name and left as it is. */
class JournalFormatTest {

    private static final int SCHEMA_ID = 7471;
    private static final int SCHEMA_VERSION = 3;
    private static final int START_TEMPLATE = 21;
    private static final int FEED_STATE_TEMPLATE = 4;
    private static final int TIMER_TEMPLATE = 5;

    @TempDir
    private Path directory;

    @Test
    void shouldRefuseAJournalFromBeforeTheFirstRelease() throws IOException {
        Path file = write(start(1, 1));

        assertRefused(file, "was written by Ringside before 0.1.0 (journal format 1, this version reads formats "
            + "from 3 on); to read it, use the version that wrote it");
    }

    @Test
    void shouldCallAFirstFormatRecordDamageAfterAStartOfThisFormat() throws IOException {
        new JournalRig(directory).open(1).close();
        append(record(TIMER_TEMPLATE, 1, little(8).putLong(77)));
        append(record(TIMER_TEMPLATE, SCHEMA_VERSION, little(8).putLong(78)));

        assertThatThrownBy(() -> Records.all(directory)).isInstanceOf(JournalDamage.class);
    }

    @Test
    void shouldRefuseAJournalOfANewerVersion() throws IOException {
        Path file = write(start(4, 4));

        assertRefused(file, "was written by a newer Ringside (journal format 4, this version reads up to format 3); "
            + "use that version");
    }

    @ParameterizedTest
    @CsvSource({"99, 8, 3", "101, 600, 3", "5, 16, 3", "5, 8, 4"})
    void shouldNotCallItDamageWhenANewerVersionWroteARecord(int template, int blockBytes, int version)
        throws IOException {
        new JournalRig(directory).open(1).close();
        append(record(template, version, ByteBuffer.allocate(blockBytes)));

        assertThatThrownBy(() -> Records.all(directory)).isInstanceOf(UnsupportedFormat.class)
            .hasMessageContaining("was written by a newer Ringside (message " + template);
    }

    @Test
    void shouldNotCallItDamageWhenANewerVersionWroteACode() throws IOException {
        new JournalRig(directory).open(1).close();
        int blockBytes = DecisionDecoder.blockBytes(DecisionKind.CANCEL_REQUESTED);
        ByteBuffer cancel = little(blockBytes + 3 * Short.BYTES).putLong(1).putShort((short) 400)
            .put(43, (byte) Intent.ENTRY.code());
        append(record(DecisionKind.CANCEL_REQUESTED.code(), SCHEMA_VERSION, cancel, blockBytes));

        assertThatThrownBy(() -> Records.all(directory)).isInstanceOf(UnsupportedFormat.class)
            .hasMessageContaining("was written by a newer Ringside (no AccountId has the code 400");
    }

    @Test
    void shouldNotCallItDamageWhenANewerVersionWroteACodeInAnEvent() throws IOException {
        new JournalRig(directory).open(1).close();
        append(record(FEED_STATE_TEMPLATE, SCHEMA_VERSION, little(41).put(4, (byte) 99), 40));

        assertThatThrownBy(() -> Records.all(directory)).isInstanceOf(UnsupportedFormat.class)
            .hasMessageContaining("was written by a newer Ringside (no FeedStatus has the code 99");
    }

    @Test
    void shouldReadAnEventFromBeforeItsLastFieldsWereAdded() throws IOException {
        new JournalRig(directory).open(1).close();
        ByteBuffer message = little(16 + 3).putInt(5).put((byte) FeedStatus.DOWN.code()).putLong(8, 77);
        append(record(FEED_STATE_TEMPLATE, SCHEMA_VERSION, message.put(16, (byte) 2).put(17, (byte) 'a')
            .put(18, (byte) 'b'), 16));

        try (JournalReader reader = JournalReader.newest(directory).orElseThrow()) {
            assertThat(reader.next()).isTrue();
            FeedState state = reader.event().feedState();
            assertThat(state.connection()).isEqualTo(5);
            assertThat(state.epochNs()).isEqualTo(77);
            assertThat(state.reason()).isEqualTo("ab");
        }
    }

    @Test
    void shouldRefuseASegmentInACodecOfALaterVersion() throws IOException {
        Path file = write(record(START_TEMPLATE, SCHEMA_VERSION,
            startBlock(3, 56 + 4 * Short.BYTES).put(53, (byte) 1), 56));

        assertRefused(file, "was written by a newer Ringside (records in codec 1 at byte 0, this version reads up to "
            + "format 3); use that version");
    }

    @Test
    void shouldReadARecordMadeByHandWhenItIsOfThisVersion() throws IOException {
        new JournalRig(directory).open(1).close();
        append(record(TIMER_TEMPLATE, SCHEMA_VERSION, little(8).putLong(77)));

        assertThat(Records.all(directory)).containsExactly("0 TIMER");
    }

    @Test
    void shouldCallASecondStartInASegmentDamage() throws IOException {
        new JournalRig(directory).open(1).close();
        append(start(2, 2));

        assertThatThrownBy(() -> Records.all(directory)).hasMessageContaining("journal damaged")
            .hasMessageContaining("message 21 after the start of the segment");
    }

    private void assertRefused(Path file, String reason) throws IOException {
        byte[] before = Files.readAllBytes(file);
        String message = "journal segment " + file + " " + reason;

        assertThatThrownBy(() -> JournalReader.newest(directory)).isInstanceOf(UnsupportedFormat.class)
            .hasMessage(message);
        assertThatThrownBy(() -> JournalReader.oldest(directory)).hasMessage(message);
        assertThatThrownBy(() -> new JournalRig(directory).open(2)).hasMessage(message);
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    private Path write(byte[] bytes) throws IOException {
        return Files.write(directory.resolve("journal-000000000001.rsj"), bytes);
    }

    private void append(byte[] bytes) throws IOException {
        Files.write(directory.resolve("journal-000000000001.rsj"), bytes, StandardOpenOption.APPEND);
    }

    /** The start of segment 1 of run 5, without configuration and snapshot. */
    private static byte[] start(int schemaVersion, int formatVersion) {
        return record(START_TEMPLATE, schemaVersion, startBlock(formatVersion, 53));
    }

    private static ByteBuffer startBlock(int formatVersion, int bytes) {
        return little(bytes).putLong(1).putLong(5).putLong(1_000).putLong(0).putLong(0).putLong(-1)
            .putInt(formatVersion).put((byte) 0);
    }

    private static byte[] record(int template, int schemaVersion, ByteBuffer message) {
        return record(template, schemaVersion, message, message.capacity());
    }

    private static byte[] record(int template, int schemaVersion, ByteBuffer message, int blockBytes) {
        int length = 24 + message.capacity();
        ByteBuffer bytes = little((length + 7) / 8 * 8).putInt(length).putInt(0).putLong(0);
        bytes.putShort((short) blockBytes).putShort((short) template).putShort((short) SCHEMA_ID)
            .putShort((short) schemaVersion).put(message.array());
        CRC32C crc = new CRC32C();
        crc.update(bytes.array(), 8, bytes.capacity() - 8);
        int lengthInChecksum = schemaVersion == 1 ? 0 : length;
        return bytes.putInt(4, (int) crc.getValue() ^ lengthInChecksum).array();
    }

    private static ByteBuffer little(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
