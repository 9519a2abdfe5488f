package io.ringside.bench;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;

/**
 * Reads what a process has used so far, without the threads that do the measuring.
 *
 * <p><em>Threading:</em> any thread.
 */
final class Meter {

    /**
     * One reading.
     *
     * @param cpuNs          CPU time of the process without the sender's thread
     * @param allocatedBytes by all live threads but the sender's and the reading one
     */
    record Reading(long timeNs, long frames, long cpuNs, long allocatedBytes) {
    }

    private final OperatingSystemMXBean process =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    Reading read(Thread sender, Arrivals arrivals) {
        long allocated = 0;
        long[] ids = Arrays.stream(threads.getAllThreadIds())
            .filter(id -> id != idOf(sender) && id != idOf(Thread.currentThread()))
            .toArray();
        for (long bytes : threads.getThreadAllocatedBytes(ids)) {
            allocated += Math.max(bytes, 0);
        }
        long cpuNs = process.getProcessCpuTime() - threads.getThreadCpuTime(idOf(sender));
        return new Reading(System.nanoTime(), arrivals.count(), cpuNs, allocated);
    }

    @SuppressWarnings("deprecation")
    private static long idOf(Thread thread) {
        return thread.getId();
    }
}
