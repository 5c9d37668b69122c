package ai.openclaw.diagnostics.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import ai.openclaw.diagnostics.events.DiagnosticEvent;
import ai.openclaw.diagnostics.events.DiagnosticsChannel;
import ai.openclaw.diagnostics.events.GarbageCollection;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Garbage collections of this virtual machine. */
class GarbageCollectionMonitorTest {

    private final DiagnosticsChannel channel = DiagnosticsChannel.create();
    private final BlockingQueue<DiagnosticEvent> events = new LinkedBlockingQueue<>();

    @Test
    void aCollectionIsPublishedUntilTheMonitorIsClosed() throws InterruptedException {
        channel.subscribe((event, provenance) -> events.add(event));
        GarbageCollectionMonitor monitor = GarbageCollectionMonitor.start(channel);
        System.gc();
        assertThat(events.poll(30, TimeUnit.SECONDS))
                .isInstanceOfSatisfying(
                        GarbageCollection.class,
                        event -> assertThat(event.durationMs()).isNotNegative());
        monitor.close();
        monitor.close();
    }

    @ParameterizedTest
    @CsvSource({
        "G1 Young Generation, true",
        "G1 Old Generation, true",
        "G1 Concurrent GC, false",
        "Copy, true",
        "MarkSweepCompact, true",
        "PS Scavenge, true",
        "ZGC Pauses, true",
        "ZGC Minor Cycles, false",
        "Shenandoah Cycles, false"
    })
    void whatStopsNothingIsNoPause(String collector, boolean pause) {
        assertThat(GarbageCollectionMonitor.isPause(collector)).isEqualTo(pause);
    }
}
