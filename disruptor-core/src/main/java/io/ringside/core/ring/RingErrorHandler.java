package io.ringside.core.ring;

import com.lmax.disruptor.ExceptionHandler;
import io.ringside.core.event.PipelineEvent;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What happens when the consumer itself fails. The router keeps the exceptions of handlers to itself, so whatever comes
 * here is an {@link Error} or a bug of ours: the consumer must not go on over state that may be half written. It is
 * logged, the owner is notified, and the thread ends.
 *
 * <p><em>Threading:</em> the consumer thread.
 */
final class RingErrorHandler implements ExceptionHandler<PipelineEvent> {

    private static final Logger LOG = LoggerFactory.getLogger(RingErrorHandler.class);

    private final Consumer<Throwable> onDeath;

    RingErrorHandler(Consumer<Throwable> onDeath) {
        this.onDeath = onDeath;
    }

    @Override
    public void handleEventException(Throwable failure, long sequence, PipelineEvent event) {
        die(() -> "on " + (event == null ? "a batch" : event.type()) + " at sequence " + sequence, failure);
    }

    @Override
    public void handleOnStartException(Throwable failure) {
        die(() -> "at its start", failure);
    }

    @Override
    public void handleOnShutdownException(Throwable failure) {
        LOG.error("the consumer failed while it shut down", failure);
    }

    private void die(Supplier<String> where, Throwable failure) {
        // The owner must hear of it even when memory is too broken, or too full, to say where.
        try {
            LOG.error("the consumer failed {}; it ends, nothing more is handled", where.get(), failure);
        } finally {
            onDeath.accept(failure);
        }
        throw new ConsumerDeath(failure);
    }

    /** Ends the consumer thread; already logged where it is thrown. */
    static final class ConsumerDeath extends RuntimeException {

        private static final long serialVersionUID = 1L;

        ConsumerDeath(Throwable cause) {
            super(cause);
        }
    }
}
