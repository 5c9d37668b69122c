package ai.openclaw.diagnostics.http.exposition;

/** The formats that scrapers can be given. Their sample lines are the same; the text around them differs. */
public enum Format {
    /** Prometheus text format 0.0.4: what a scraper gets that asks for nothing in particular. */
    TEXT("text 0.0.4", "text/plain; version=0.0.4; charset=utf-8", ""),
    /** OpenMetrics 1.0.0, with the same texts of {@code le} as the text format. */
    OPEN_METRICS("OpenMetrics 1.0.0", "application/openmetrics-text; version=1.0.0; charset=utf-8", "# EOF\n");

    private final String text;
    private final String contentType;
    private final String end;

    Format(String text, String contentType, String end) {
        this.text = text;
        this.contentType = contentType;
        this.end = end;
    }

    /** Returns the name and version, for people. */
    public String text() {
        return text;
    }

    /** Returns the value of {@code Content-Type}. */
    public String contentType() {
        return contentType;
    }

    /** Returns the text after the last family. */
    String end() {
        return end;
    }
}
