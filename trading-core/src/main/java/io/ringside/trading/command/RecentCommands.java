package io.ringside.trading.command;

import io.ringside.core.event.Command;
import io.ringside.core.event.Origin;
import io.ringside.core.event.Origin.Channel;
import io.ringside.trading.snapshot.SnapshotPart;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The last 512 messages that brought a command. A command that was journaled and not yet confirmed to Telegram when the
 * process died is delivered once more; here it is known again.
 *
 * <p><em>Threading:</em> the ring thread.
 */
public final class RecentCommands implements SnapshotPart {

    private static final int KEPT = 512;

    private record MessageKey(Channel channel, long chatId, long messageId) {
    }

    private final Set<MessageKey> seen = new LinkedHashSet<>();

    /** False if the command was seen before. Lines typed at the terminal are never duplicates. */
    public boolean add(Command command) {
        Origin origin = command.origin();
        return !origin.channel().redelivers()
            || add(new MessageKey(origin.channel(), origin.chatId(), origin.messageId()));
    }

    @Override
    public void save(DataOutput out) throws IOException {
        out.writeInt(seen.size());
        for (MessageKey key : seen) {
            out.writeByte(key.channel().code());
            out.writeLong(key.chatId());
            out.writeLong(key.messageId());
        }
    }

    @Override
    public void load(DataInput in, int version) throws IOException {
        seen.clear();
        for (int left = in.readInt(); left > 0; left--) {
            add(new MessageKey(Channel.of(in.readByte()), in.readLong(), in.readLong()));
        }
    }

    private boolean add(MessageKey key) {
        boolean isNew = seen.add(key);
        if (seen.size() > KEPT) {
            seen.remove(seen.iterator().next());
        }
        return isNew;
    }
}
