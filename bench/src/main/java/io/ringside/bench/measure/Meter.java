package io.ringside.bench.measure;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Reads CPU time and allocation of the process so far, without the measuring threads.
 *
 * <p><em>Threading:</em> any thread.
 */
public final class Meter {

    /**
     * One reading.
     *
     * @param cpuNs          CPU time of the process except the sender's thread
     * @param allocatedBytes by thread id, of all live threads except the sender's and the current one
     */
    public record Reading(long timeNs, long frames, long cpuNs, Map<Long, Long> allocatedBytes) {

        /**
         * Bytes allocated since by the threads that are alive now; threads that have ended meanwhile are not counted.
         */
        public long allocatedSince(Reading before) {
            return allocatedBytes.entrySet().stream()
                .mapToLong(thread -> thread.getValue() - before.allocatedBytes.getOrDefault(thread.getKey(), 0L))
                .sum();
        }
    }

    private final OperatingSystemMXBean process =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    public Reading read(Thread sender, Arrivals arrivals) {
        long[] ids = Arrays.stream(threads.getAllThreadIds())
            .filter(id -> id != idOf(sender) && id != idOf(Thread.currentThread()))
            .toArray();
        long[] bytes = threads.getThreadAllocatedBytes(ids);
        Map<Long, Long> allocated = new HashMap<>();
        for (int i = 0; i < ids.length; i++) {
            if (bytes[i] >= 0) {
                allocated.put(ids[i], bytes[i]);
            }
        }
        long cpuNs = process.getProcessCpuTime() - threads.getThreadCpuTime(idOf(sender));
        return new Reading(System.nanoTime(), arrivals.count(), cpuNs, allocated);
    }

    @SuppressWarnings("deprecation")
    private static long idOf(Thread thread) {
        return thread.getId();
    }
}
