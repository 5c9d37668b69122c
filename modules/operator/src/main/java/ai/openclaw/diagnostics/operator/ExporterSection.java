package ai.openclaw.diagnostics.operator;

import ai.openclaw.diagnostics.spi.ExporterStatus;
import ai.openclaw.diagnostics.spi.ExporterStatus.Export;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How the exporters do. */
final class ExporterSection {

    private ExporterSection() {}

    static JsonArray json(List<ExporterStatus> exporters) {
        return exporters.stream().map(ExporterSection::json).collect(JvmSection.toArray());
    }

    private static JsonObject json(ExporterStatus exporter) {
        return new JsonObject()
                .put("id", exporter.id())
                .put("signal", exporter.signal())
                .put("kind", exporter.kind().name().toLowerCase(Locale.ROOT))
                .put("requests", exporter.requests())
                .put("refused", exporter.refused())
                .put("failures", exporter.failures())
                .put("last", json(exporter.last()));
    }

    private static @Nullable JsonObject json(@Nullable Export last) {
        return last == null
                ? null
                : new JsonObject()
                        .put("at", StatusReport.time(last.at()))
                        .put("format", last.format())
                        .put("encoding", last.encoding())
                        .put("bytes", last.bytes())
                        .put("durationMs", Math.round(last.durationMs() * 100) / 100.0)
                        .put("client", last.client());
    }
}
