package ai.openclaw.diagnostics.http.exposition;

import java.util.List;

/** The formats that scrapers can be given. */
public final class Formats {

    /** Prometheus text format 0.0.4: what a scraper gets that asks for nothing in particular. */
    public static final Format TEXT = new TextFormat();

    /** OpenMetrics 1.0.0, with the same texts of {@code le} as the text format. */
    public static final Format OPEN_METRICS = new OpenMetricsFormat();

    /** All formats, the preferred one first: of those that a scraper wants equally it gets the first. */
    public static final List<Format> ALL = List.of(TEXT, OPEN_METRICS);

    private Formats() {}
}
