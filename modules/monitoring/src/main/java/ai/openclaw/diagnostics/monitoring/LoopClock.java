package ai.openclaw.diagnostics.monitoring;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/** The times that an event loop's health is reckoned from, in nanoseconds since some moment. Asked on the loop. */
interface LoopClock {

    /** Returns the time that passes for everyone. */
    long nanos();

    /** Returns the CPU time of the calling thread; constant where the system does not tell. */
    long threadCpuNanos();

    /** Returns the CPU time of the process, all its threads together; constant where the system does not tell. */
    long processCpuNanos();

    /** Returns the times of this process. */
    static LoopClock system() {
        return new LoopClock() {
            private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
            private final OperatingSystemMXBean system =
                    ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

            @Override
            public long nanos() {
                return System.nanoTime();
            }

            @Override
            public long threadCpuNanos() {
                return threads.isCurrentThreadCpuTimeSupported() ? threads.getCurrentThreadCpuTime() : 0;
            }

            @Override
            public long processCpuNanos() {
                return system.getProcessCpuTime();
            }
        };
    }
}
