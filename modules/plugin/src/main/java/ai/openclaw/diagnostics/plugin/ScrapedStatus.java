package ai.openclaw.diagnostics.plugin;

import ai.openclaw.diagnostics.http.route.ScrapeStatus;
import ai.openclaw.diagnostics.spi.ExporterStatus;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The status of a scrape route as that of an exporter. */
final class ScrapedStatus {

    private ScrapedStatus() {}

    static ExporterStatus of(ScrapeStatus status) {
        return new ExporterStatus(
                PrometheusExporter.ID,
                "metrics",
                ExporterStatus.Kind.PULL,
                status.requests(),
                status.refused(),
                status.failures(),
                export(status.last()));
    }

    private static ExporterStatus.@Nullable Export export(ScrapeStatus.@Nullable Scrape last) {
        return last == null
                ? null
                : new ExporterStatus.Export(
                        last.at(),
                        last.format().text(),
                        last.encoding().name().toLowerCase(Locale.ROOT),
                        last.bytes(),
                        last.durationMs(),
                        last.client().text());
    }
}
