package io.ringside.trading.market;

import io.ringside.core.event.FeedState;
import io.ringside.core.event.FeedStatus;
import io.ringside.core.route.FeedStateHandler;
import io.ringside.trading.snapshot.SnapshotPart;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * Health of each feed connection, in the order of the ring.
 *
 * <p><em>Threading:</em> the ring thread.
 */
public final class FeedHealth implements FeedStateHandler, SnapshotPart {

    private final int[] connectionOf;
    private final FeedStatus[] statuses;
    private final String[] reasons;
    private final long[] sinceEpochNs;

    /**
     * All connections start DOWN.
     *
     * @param connectionOf feed connection by symbol id
     */
    public FeedHealth(int[] connectionOf, int connections, long startEpochNs) {
        this.connectionOf = connectionOf.clone();
        statuses = new FeedStatus[connections];
        reasons = new String[connections];
        sinceEpochNs = new long[connections];
        Arrays.fill(statuses, FeedStatus.DOWN);
        Arrays.fill(reasons, "not connected yet");
        Arrays.fill(sinceEpochNs, startEpochNs);
    }

    @Override
    public void onFeedState(FeedState state, long sequence) {
        int connection = state.connection();
        if (statuses[connection] != state.status()) {
            sinceEpochNs[connection] = state.epochNs();
        }
        statuses[connection] = state.status();
        reasons[connection] = state.reason();
    }

    public int connections() {
        return statuses.length;
    }

    /** The connection that brings the quotes of a symbol. */
    public int connectionOf(int symbolId) {
        return connectionOf[symbolId];
    }

    public FeedStatus status(int connection) {
        return statuses[connection];
    }

    public String reason(int connection) {
        return reasons[connection];
    }

    public long sinceEpochNs(int connection) {
        return sinceEpochNs[connection];
    }

    @Override
    public void save(DataOutput out) throws IOException {
        for (int connection = 0; connection < statuses.length; connection++) {
            out.writeByte(statuses[connection].code());
            out.writeUTF(reasons[connection]);
            out.writeLong(sinceEpochNs[connection]);
        }
    }

    @Override
    public void load(DataInput in, int version) throws IOException {
        for (int connection = 0; connection < statuses.length; connection++) {
            statuses[connection] = FeedStatus.of(in.readByte());
            reasons[connection] = in.readUTF();
            sinceEpochNs[connection] = in.readLong();
        }
    }
}
