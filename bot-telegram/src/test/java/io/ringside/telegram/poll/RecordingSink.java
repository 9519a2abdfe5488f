package io.ringside.telegram.poll;

import io.ringside.core.command.PlainText;
import io.ringside.core.command.Reply;
import io.ringside.core.command.ReplySink;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An outbox that only remembers. */
final class RecordingSink implements ReplySink {

    private final List<Reply> replies = new CopyOnWriteArrayList<>();

    @Override
    public boolean offer(Reply reply) {
        return replies.add(reply);
    }

    List<Reply> replies() {
        return replies;
    }

    List<String> texts() {
        return replies.stream().map(PlainText::of).toList();
    }
}
