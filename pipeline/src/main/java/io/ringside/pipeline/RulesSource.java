package io.ringside.pipeline;

import io.ringside.core.event.PipelineEvent;
import io.ringside.core.ring.Publisher;
import io.ringside.trading.market.Instrument;
import io.ringside.trading.market.InstrumentRules;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/**
 * Puts changed trading rules into the ring.
 *
 * <p><em>Threading:</em> the thread {@code rules-io}, which waits for room for at most two seconds.
 */
final class RulesSource implements Predicate<Instrument> {

    private static final long WAIT_NS = TimeUnit.SECONDS.toNanos(2);

    private final Publisher ring;
    private final LongSupplier epochNsClock;
    private final PipelineEvent event = new PipelineEvent();

    RulesSource(Publisher ring, LongSupplier epochNsClock) {
        this.ring = ring;
        this.epochNsClock = epochNsClock;
    }

    /** False if there is no room in the ring. */
    @Override
    public boolean test(Instrument changed) {
        InstrumentRules.write(changed, epochNsClock.getAsLong(), event.rules());
        return ring.publish(event, WAIT_NS, () -> { });
    }
}
