package ai.openclaw.diagnostics.benchmarks;

import ai.openclaw.diagnostics.events.DiagnosticSubscriber;
import ai.openclaw.diagnostics.events.Provenance;
import ai.openclaw.diagnostics.events.QueueLaneDequeue;
import ai.openclaw.diagnostics.events.QueueLaneEnqueue;
import ai.openclaw.diagnostics.events.RunCompleted;
import ai.openclaw.diagnostics.http.exposition.Encoding;
import ai.openclaw.diagnostics.http.exposition.Exposition;
import ai.openclaw.diagnostics.http.exposition.Formats;
import ai.openclaw.diagnostics.plugin.PrometheusExporter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** The whole exporter: events go through recorder, label policy, index and cells, as they do in a Gateway. */
final class ExporterSubject implements Subject {

    private final PrometheusExporter exporter = PrometheusExporter.create();
    private final DiagnosticSubscriber recorder = exporter.recorder();

    Exposition exposition() {
        return exporter.exposition();
    }

    @Override
    public void record(RunCompleted run) {
        recorder.onEvent(run, Provenance.INTERNAL);
    }

    @Override
    public void gauge(String lane, double value) {
        recorder.onEvent(QueueLaneEnqueue.builder().lane(lane).queueSize(value).build(), Provenance.INTERNAL);
    }

    @Override
    public void waited(String lane, double seconds) {
        recorder.onEvent(
                QueueLaneDequeue.builder().lane(lane).waitMs(seconds * 1000).build(), Provenance.INTERNAL);
    }

    @Override
    public void scrape(ByteArrayOutputStream out) throws IOException {
        exposition().render(Formats.TEXT, Encoding.IDENTITY).writeTo(out);
    }
}
