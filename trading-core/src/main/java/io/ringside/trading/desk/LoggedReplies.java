package io.ringside.trading.desk;

import io.ringside.core.command.Reply;
import io.ringside.core.command.ReplyBytes;
import io.ringside.core.command.ReplySink;
import io.ringside.trading.decision.Decision.ReplySent;
import io.ringside.trading.decision.DecisionLog;
import io.ringside.trading.market.RingTime;
import java.util.zip.CRC32C;

/**
 * Journals the checksum of each reply before it is offered, so that a replay can check that it says the same.
 *
 * <p><em>Threading:</em> the ring thread.
 */
public final class LoggedReplies implements ReplySink {

    private final ReplySink sink;
    private final DecisionLog decisions;
    private final RingTime time;
    private final CRC32C checksum = new CRC32C();

    public LoggedReplies(ReplySink sink, DecisionLog decisions, RingTime time) {
        this.sink = sink;
        this.decisions = decisions;
        this.time = time;
    }

    @Override
    public boolean offer(Reply reply) {
        byte[] value = ReplyBytes.of(reply);
        checksum.reset();
        checksum.update(value);
        decisions.record(new ReplySent(reply.to(), reply.verb(), reply.orderNumber(), reply.kind(), value.length,
            (int) checksum.getValue()), time.sequence());
        return sink.offer(reply);
    }

    /** For a reply that no replay can repeat because it does not depend on events alone. */
    public boolean offerUnlogged(Reply reply) {
        return sink.offer(reply);
    }
}
