package io.ringside.trading.journal;

import io.ringside.core.runtime.OutOfMemory;
import io.ringside.core.runtime.ThreadNames;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.agrona.concurrent.Agent;
import org.agrona.concurrent.AgentRunner;
import org.agrona.concurrent.IdleStrategy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs an agent on its thread: a duty cycle when woken, and one after each idle time. A cycle that throws an exception
 * is logged and the next one is run as usual; an {@link Error} ends the thread and is reported.
 *
 * <p><em>Threading:</em> {@link #wake} by any thread once started, the rest by the owner.
 */
public final class JournalRunner {

    private static final Logger LOG = LoggerFactory.getLogger(JournalRunner.class);

    /** What leaves {@link AgentRunner#close} when its time is up; it would interrupt the thread and wait on. */
    private static final class CloseTimeout extends RuntimeException {

        private static final long serialVersionUID = 1L;

        CloseTimeout() {
            super(null, null, false, false);
        }
    }

    private final AgentRunner runner;
    private final Consumer<Error> onDeath;
    private final long idleNs;
    private final int closeTimeoutMs;
    private volatile boolean closing;
    private Thread thread;

    /** {@code onDeath} is told of the error that ended the thread. */
    public JournalRunner(Agent agent, Consumer<Error> onDeath, long idleNs, int closeTimeoutMs) {
        this.runner = new AgentRunner(new ParkingIdleStrategy(), this::onError, null, agent);
        this.onDeath = onDeath;
        this.idleNs = idleNs;
        this.closeTimeoutMs = closeTimeoutMs;
    }

    /** Before the threads that {@link #wake} are started. */
    public void start() {
        thread = AgentRunner.startOnThread(runner, ThreadNames.factory(runner.agent().roleName()));
    }

    public void wake() {
        LockSupport.unpark(thread);
    }

    /**
     * Waits for the cycle at work and for the agent's last one, which an agent that was never started runs here.
     * Returns false, without an interrupt, if that takes longer than the timeout: the agent is still at work then.
     */
    public boolean close() {
        closing = true;
        wake();
        try {
            runner.close(closeTimeoutMs, stuck -> {
                throw new CloseTimeout();
            });
            return true;
        } catch (CloseTimeout expected) {
            // Told by the result.
            return false;
        }
    }

    /** On the agent's thread. After an exception the runner starts the next cycle at once, hence the pause. */
    private void onError(Throwable failure) {
        if (failure instanceof Error error) {
            LOG.error("{} has ended", runner.agent().roleName(), failure);
            onDeath.accept(error);
            OutOfMemory.escalate(error);
            return;
        }
        LOG.error("{}: a duty cycle failed, the next one is run as usual", runner.agent().roleName(), failure);
        pause();
    }

    private void pause() {
        if (!closing) {
            LockSupport.parkNanos(idleNs);
        }
    }

    /** Parks, so that {@link #wake} ends it at once. */
    private final class ParkingIdleStrategy implements IdleStrategy {

        @Override
        public void idle(int workCount) {
            if (workCount <= 0) {
                pause();
            }
        }

        @Override
        public void idle() {
            pause();
        }

        @Override
        public void reset() {
            // It has no state.
        }
    }
}
