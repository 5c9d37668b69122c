package ai.openclaw.diagnostics.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import ai.openclaw.diagnostics.events.DiagnosticsChannel;
import ai.openclaw.diagnostics.events.EventEnvelope;
import ai.openclaw.diagnostics.events.MemoryPressure;
import ai.openclaw.diagnostics.events.MemorySample;
import ai.openclaw.diagnostics.events.MemoryUsage;
import ai.openclaw.diagnostics.events.Provenance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The monitor on its own thread, and what it measures. */
class MemoryMonitorTest {

    private static final double MIB = 1024 * 1024;
    private static final MemoryUsage SMALL = MemoryUsage.builder()
            .rssBytes(100 * MIB)
            .heapTotalBytes(60 * MIB)
            .heapUsedBytes(40 * MIB)
            .build();
    private static final MemoryUsage LARGE = MemoryUsage.builder()
            .rssBytes(4000 * MIB)
            .heapTotalBytes(1100 * MIB)
            .heapUsedBytes(1030 * MIB)
            .build();
    private static final Duration OFTEN = Duration.ofMillis(10);
    private static final Duration NEVER = Duration.ofDays(1);

    private final DiagnosticsChannel channel = DiagnosticsChannel.create();
    private final BlockingQueue<EventEnvelope> published = new LinkedBlockingQueue<>();
    private volatile Thread thread = Thread.currentThread();
    private MemoryMonitor monitor;

    @BeforeEach
    void listen() {
        channel.subscribe((event, provenance) -> {
            thread = Thread.currentThread();
            published.add(new EventEnvelope(event, provenance));
        });
    }

    @AfterEach
    void stop() {
        if (monitor != null) {
            monitor.close();
        }
    }

    @Test
    void theFirstSampleIsPublishedAtOnceOnBehalfOfTheGateway() throws InterruptedException {
        monitor = MemoryMonitor.start(channel, () -> SMALL, NEVER);
        assertThat(next())
                .isEqualTo(
                        new EventEnvelope(MemorySample.builder().memory(SMALL).build(), Provenance.INTERNAL));
        assertThat(published.poll(100, TimeUnit.MILLISECONDS)).isNull();
    }

    @Test
    void samplesFollowAtTheInterval() throws InterruptedException {
        monitor = MemoryMonitor.start(channel, () -> SMALL, OFTEN);
        for (int i = 0; i < 5; i++) {
            assertThat(next().event())
                    .isEqualTo(MemorySample.builder().memory(SMALL).build());
        }
    }

    @Test
    void pressureFollowsItsSampleAndIsNotRepeatedWithTheNext() throws InterruptedException {
        monitor = MemoryMonitor.start(channel, () -> LARGE, OFTEN);
        assertThat(next().event())
                .isEqualTo(MemorySample.builder().memory(LARGE).build());
        assertThat(next())
                .isEqualTo(new EventEnvelope(
                        MemoryPressure.builder()
                                .level("critical")
                                .reason("rss_threshold")
                                .build(),
                        Provenance.INTERNAL));
        assertThat(next())
                .isEqualTo(new EventEnvelope(
                        MemoryPressure.builder()
                                .level("warning")
                                .reason("heap_threshold")
                                .build(),
                        Provenance.INTERNAL));
        assertThat(next().event())
                .isEqualTo(MemorySample.builder().memory(LARGE).build());
        assertThat(next().event())
                .isEqualTo(MemorySample.builder().memory(LARGE).build());
    }

    @Test
    void aMeasurementThatFailsIsNotTheLast() throws InterruptedException {
        AtomicInteger measured = new AtomicInteger();
        monitor = MemoryMonitor.start(channel, () -> failingAtFirst(measured), OFTEN);
        assertThat(next().event())
                .isEqualTo(MemorySample.builder().memory(SMALL).build());
        assertThat(measured).hasValueGreaterThan(1);
    }

    private static MemoryUsage failingAtFirst(AtomicInteger measured) {
        if (measured.getAndIncrement() == 0) {
            throw new OutOfMemoryError("not really");
        }
        return SMALL;
    }

    @Test
    void closingEndsItsThread() throws InterruptedException {
        monitor = MemoryMonitor.start(channel, () -> SMALL, OFTEN);
        next();
        assertThat(thread).isNotSameAs(Thread.currentThread());
        assertThat(thread.isDaemon()).isTrue();

        monitor.close();
        monitor.close();
        thread.join(Duration.ofSeconds(5).toMillis());

        assertThat(thread.isAlive()).isFalse();
        published.clear();
        assertThat(published.poll(100, TimeUnit.MILLISECONDS)).isNull();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void whatIsMeasuredIsThisProcess() throws InterruptedException {
        monitor = MemoryMonitor.start(channel);
        assertThat(next().event()).isInstanceOfSatisfying(MemorySample.class, sample -> {
            MemoryUsage memory = sample.memory();
            assertThat(memory).isNotNull();
            assertThat(memory.heapUsedBytes()).isBetween(MIB, memory.heapTotalBytes());
            assertThat(memory.heapTotalBytes())
                    .isLessThanOrEqualTo(Runtime.getRuntime().maxMemory());
            assertThat(memory.rssBytes()).isBetween(30 * MIB, 16_384 * MIB);
        });
    }

    @Test
    void residentMemoryIsReadInKibibytesBesideANameInAnyEncoding(@TempDir Path folder) throws IOException {
        Path status = folder.resolve("status");
        Files.write(status, new byte[] {'N', 'a', 'm', 'e', ':', '\t', (byte) 0xff, '\n'});
        Files.writeString(
                status, "VmHWM:\t  999999 kB\nVmRSS:\t  123456 kB\nRssAnon:\t  5 kB\n", StandardOpenOption.APPEND);

        assertThat(ProcessMemory.residentBytes(status)).isEqualTo(123_456 * 1024.0);
    }

    @Test
    void residentMemoryIsUnknownWithoutAStatusFileOrItsLine(@TempDir Path folder) throws IOException {
        Path status = Files.writeString(folder.resolve("status"), "VmRSS:\nVmRSS: many kB\n");

        assertThat(ProcessMemory.residentBytes(status)).isNaN();
        assertThat(ProcessMemory.residentBytes(folder.resolve("absent"))).isNaN();
    }

    private EventEnvelope next() throws InterruptedException {
        EventEnvelope next = published.poll(5, TimeUnit.SECONDS);
        assertThat(next).as("an event within 5 s").isNotNull();
        return next;
    }
}
