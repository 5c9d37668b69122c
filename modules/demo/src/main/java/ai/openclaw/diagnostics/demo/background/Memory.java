package ai.openclaw.diagnostics.demo.background;

import ai.openclaw.diagnostics.demo.cast.Mix;
import ai.openclaw.diagnostics.demo.fault.Fault;
import ai.openclaw.diagnostics.demo.stage.Stage;
import ai.openclaw.diagnostics.events.MemoryPressure;
import ai.openclaw.diagnostics.events.MemorySample;
import ai.openclaw.diagnostics.events.MemoryUsage;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/** The memory of the process that plays the demo, real but for a fault, and the pressure on it, which is not real. */
public final class Memory {

    private static final long FIRST_MS = 1_000;
    private static final long INTERVAL_MS = 10_000;
    /** While it leaks: the process reports its real memory as well, and a scrape should find the other. */
    private static final long LEAKING_INTERVAL_MS = 1_000;

    private static final double PRESSURE_MEAN_GAP_MS = 900_000;
    private static final double KIBIBYTE = 1024;
    /** Sixteen mebibytes a minute. */
    private static final double LEAK_BYTES_PER_MS = 16 * KIBIBYTE * KIBIBYTE / 60_000;

    private static final Path STATUS = Path.of("/proc/self/status");
    private static final String RESIDENT = "VmRSS:";
    private static final Mix<MemoryPressure> PRESSURES = Mix.of(
                    MemoryPressure.builder()
                            .level("warning")
                            .reason("rss_growth")
                            .build(),
                    5)
            .and(
                    MemoryPressure.builder()
                            .level("warning")
                            .reason("heap_threshold")
                            .build(),
                    4)
            .and(
                    MemoryPressure.builder()
                            .level("warning")
                            .reason("rss_threshold")
                            .build(),
                    2);

    private Memory() {}

    /** Plans samples and pressure. */
    public static void plan(Stage stage) {
        stage.in(FIRST_MS, () -> sample(stage));
        stage.every(() -> leakingMs(stage) > 0 ? LEAKING_INTERVAL_MS : INTERVAL_MS, () -> sample(stage));
        stage.every(() -> stage.dice().gap(PRESSURE_MEAN_GAP_MS), () -> pressure(stage));
    }

    /** Reports pressure now. */
    public static void pressure(Stage stage) {
        stage.internal(PRESSURES.pick(stage.dice()));
    }

    private static void sample(Stage stage) {
        MemoryUsage memory = usage(leakingMs(stage) * LEAK_BYTES_PER_MS);
        stage.internal(MemorySample.builder().memory(memory).build());
    }

    private static long leakingMs(Stage stage) {
        return stage.faults().sinceMs(Fault.MEMORY_LEAKING, stage.nowMs());
    }

    private static MemoryUsage usage(double leaked) {
        java.lang.management.MemoryUsage heap =
                ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        return MemoryUsage.builder()
                .rssBytes(residentBytes(heap.getCommitted()) + leaked)
                .heapTotalBytes(heap.getCommitted() + leaked)
                .heapUsedBytes(heap.getUsed() + leaked)
                .build();
    }

    /** Returns the resident memory, or what is given where the system does not tell. */
    private static double residentBytes(double otherwise) {
        try {
            return Files.readAllLines(STATUS).stream()
                    .filter(line -> line.startsWith(RESIDENT))
                    .mapToDouble(Memory::bytes)
                    .findFirst()
                    .orElse(otherwise);
        } catch (IOException notLinux) {
            return otherwise;
        }
    }

    /** Reads a line like {@code VmRSS:   123456 kB}. */
    private static double bytes(String line) {
        return Long.parseLong(line.replaceAll("\\D", "")) * KIBIBYTE;
    }
}
