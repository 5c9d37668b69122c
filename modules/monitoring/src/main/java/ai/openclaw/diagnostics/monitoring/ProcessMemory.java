package ai.openclaw.diagnostics.monitoring;

import ai.openclaw.diagnostics.events.MemoryUsage;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The memory of this process, as the JVM and the operating system tell. */
final class ProcessMemory {

    private static final Path STATUS = Path.of("/proc/self/status");
    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d{1,15}) kB");
    private static final double KIBIBYTE = 1024;

    private ProcessMemory() {}

    /** Measures it. Reads a file of the system, so not on an event loop. */
    static MemoryUsage measure() {
        java.lang.management.MemoryUsage heap =
                ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        return MemoryUsage.builder()
                .rssBytes(residentBytes(STATUS))
                .heapTotalBytes(heap.getCommitted())
                .heapUsedBytes(heap.getUsed())
                .build();
    }

    /** Returns the resident memory that a status file of Linux tells, {@code NaN} where there is none. */
    static double residentBytes(Path status) {
        try {
            // The name of the process is in there too, in whatever encoding.
            return residentBytes(Files.readAllLines(status, StandardCharsets.ISO_8859_1));
        } catch (IOException notLinux) {
            return Double.NaN;
        }
    }

    private static double residentBytes(List<String> status) {
        return status.stream()
                .map(RESIDENT::matcher)
                .filter(Matcher::matches)
                .mapToDouble(line -> Long.parseLong(line.group(1)) * KIBIBYTE)
                .findFirst()
                .orElse(Double.NaN);
    }
}
