package io.ringside.telegram.poll;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Set;

/**
 * The last {@value #CAPACITY} commands that were handled. Telegram delivers a message again when its confirmation was
 * lost, and an edit under a new update id: only chat and message number recognise it.
 *
 * <p><em>Threading:</em> the poll thread.
 */
final class RecentMessages {

    static final int CAPACITY = 4096;

    private final Set<Key> known = new HashSet<>();
    private final ArrayDeque<Key> byAge = new ArrayDeque<>();

    /** Returns false if it was seen before. */
    boolean add(long chatId, long messageId) {
        Key key = new Key(chatId, messageId);
        if (!known.add(key)) {
            return false;
        }
        byAge.addLast(key);
        if (byAge.size() > CAPACITY) {
            known.remove(byAge.removeFirst());
        }
        return true;
    }

    private record Key(long chatId, long messageId) {
    }
}
